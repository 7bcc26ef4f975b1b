/** A due day as people say it, with the day itself. */
import { useTranslation } from 'react-i18next';
import { daysBetween } from './amount';

export function Due({ on, today }: { on: string; today?: string }) {
  const { t } = useTranslation();
  if (today === undefined) return <time dateTime={on}>{on}</time>;
  const days = daysBetween(today, on);
  const words =
    days < 0 ? t('when.overdue', { count: -days }) : days === 0 ? t('when.today') : t('when.inDays', { count: days });
  return (
    <span className={days < 0 ? 'overdue' : undefined}>
      <time dateTime={on}>{on}</time> · {words}
    </span>
  );
}
