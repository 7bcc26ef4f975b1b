/** The due day of a case, and how many working days are left. */
import { useTranslation } from 'react-i18next';
import type { CaseRow } from './matter-data';

export function CaseDue({ dueOn, daysLeft }: Pick<CaseRow, 'dueOn' | 'daysLeft'>) {
  const { t } = useTranslation();
  if (daysLeft === null) return <>{dueOn}</>;
  if (daysLeft < 0)
    return (
      <>
        {dueOn} <span className="overdue">{t('matter.late', { count: -daysLeft })}</span>
      </>
    );
  return (
    <>
      {dueOn}{' '}
      <span className="hint">{daysLeft === 0 ? t('matter.dueToday') : t('matter.daysLeft', { count: daysLeft })}</span>
    </>
  );
}
