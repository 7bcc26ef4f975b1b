/** Changes of targets that wait for a decision, with the way to each. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { waitingQuery } from './target-data';

export function Waiting() {
  const { t } = useTranslation();
  const { data } = useQuery(waitingQuery);
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section aria-label={t('target.waiting')} className="waiting paper">
      <h2>
        {t('target.waiting')} <small>{data.total}</small>
      </h2>
      <ul>
        {data.items.map(({ id, targetId, name, unionName, period, proposedBy, reason }) => (
          <li key={id}>
            <Link to="/targets/$id" params={{ id: targetId }}>
              {name} · {unionName} · {period}
            </Link>{' '}
            <span className="hint">
              {proposedBy}：{reason}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
