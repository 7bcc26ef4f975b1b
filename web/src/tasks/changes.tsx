/** The history of a task: what was changed from above, from what to what, why and when. */
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { amount } from '../parts/amount';
import { Time } from '../parts/time';

type Change = Schemas['TaskChangeView'];

export function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const { t } = useTranslation();
  if (changes.length === 0) return null;
  const shown = (field: string, value: string) =>
    field === 'status'
      ? t(`status.${value as 'signed'}`)
      : field === 'dueOn' || field === 'parkedUntil' || field === 'milestones'
        ? value || '—'
        : amount(value);
  return (
    <section>
      <h2>{t('task.changes')}</h2>
      <ul className="changes">
        {changes.map(({ field, before, after, reason, changedAt }) => (
          <li key={`${changedAt}${field}`}>
            <Time at={changedAt} /> {t(`task.change.${field as 'target'}`)} {shown(field, before)} →{' '}
            <strong>{shown(field, after)}</strong>：{reason}
          </li>
        ))}
      </ul>
    </section>
  );
}
