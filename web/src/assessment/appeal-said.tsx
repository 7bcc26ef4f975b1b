/** What an appeal says and what was answered, for both sides. */
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { amount } from '../parts/amount';
import { Time } from '../parts/time';
import { Moved } from './publication-standings';

type Appeal = Schemas['AppealDetail'];

export function AppealSaid({ appeal }: { appeal: Appeal }) {
  const { t } = useTranslation();
  const { status, criteria, reason, filedBy, filedAt } = appeal;
  return (
    <>
      <p>
        <span className={status === 'filed' ? 'tag tag-none' : 'tag'}>{t(`appeal.status.${status}`)}</span> {filedBy} ·{' '}
        <Time at={filedAt} />
      </p>
      <p>{criteria.map(({ code, name }) => `${code} ${name}`).join(t('assessment.and'))}</p>
      <p className="note">{reason}</p>
    </>
  );
}

export function AppealAnswer({ appeal }: { appeal: Appeal }) {
  const { t } = useTranslation();
  const { status, decidedBy, decidedAt, decisionReason, corrections, criteria } = appeal;
  if (decidedAt === null) return null;
  const names = new Map(criteria.map(({ code, name }) => [code, name]));
  return (
    <section>
      <h2>{t('appeal.answer')}</h2>
      <p>
        <strong>{t(`appeal.status.${status}`)}</strong> · {decidedBy} · <Time at={decidedAt} />
      </p>
      <p className="note">{decisionReason}</p>
      {corrections.length > 0 && (
        <ul className="corrections">
          {corrections.map((each) => (
            <li key={each.criterion}>
              {each.criterion} {names.get(each.criterion)} <Moved was={amount(each.old)} is={amount(each.new)} /> ·{' '}
              {each.reason}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
