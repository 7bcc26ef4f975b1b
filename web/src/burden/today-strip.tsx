/** On the desk of whoever stands above others: how many unions need a word today. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { leaderQuery } from './burden-data';

export function TodayStrip() {
  const { t } = useTranslation();
  const { data } = useQuery(leaderQuery);
  if (data === undefined || data.items.length === 0) return null;
  return (
    <p>
      <Link to="/today">{t('today.strip', { count: data.items.length + data.more })}</Link>
    </p>
  );
}
