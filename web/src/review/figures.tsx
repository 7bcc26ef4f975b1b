/** A report's figure against the last accepted one and the target. */
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { amount, percent } from '../parts/amount';
import { Time } from '../parts/time';
import { percentOf, remainderOf } from '../tasks/divide';

export function Figures({ report }: { readonly report: Schemas['ReportInList'] }) {
  const { t } = useTranslation();
  const { accepted, done, target, unit, asOf, dueOn, submittedAt } = report;
  const more = accepted === null ? null : remainderOf(done, [accepted]);
  return (
    <dl className="facts">
      <div>
        <dt>{t('review.before')}</dt>
        <dd>{amount(accepted)}</dd>
      </div>
      <div>
        <dt>{t('review.now')}</dt>
        <dd>
          <strong>
            {amount(done)} {unit}
          </strong>
          {more !== null && <small> ({more.startsWith('-') ? amount(more) : `+${amount(more)}`})</small>}
        </dd>
      </div>
      <div>
        <dt>{t('review.target')}</dt>
        <dd>
          {amount(target)} <small>({percent(percentOf(done, target))})</small>
        </dd>
      </div>
      <div>
        <dt>{t('report.asOf')}</dt>
        <dd>{asOf}</dd>
      </div>
      <div>
        <dt>{t('task.due')}</dt>
        <dd>{dueOn}</dd>
      </div>
      {submittedAt && (
        <div>
          <dt>{t('report.step.submitted')}</dt>
          <dd>
            <Time at={submittedAt} />
          </dd>
        </div>
      )}
    </dl>
  );
}
