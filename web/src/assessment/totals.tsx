/** What a sheet comes to: points, full marks, rank, and what is still open. */
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { amount } from '../parts/amount';

export function Totals({ sheet: { points, fullMarks, rank, openCriteria } }: { sheet: Schemas['ScoreSheetView'] }) {
  const { t } = useTranslation();
  return (
    <dl className="facts totals">
      <div>
        <dt>{t('assessment.points')}</dt>
        <dd>
          <strong>{amount(points)}</strong> / {amount(fullMarks)}
        </dd>
      </div>
      <div>
        <dt>{t('board.rank')}</dt>
        <dd>{rank === null ? '—' : t('assessment.rankSaid', { rank })}</dd>
      </div>
      {openCriteria > 0 && (
        <div>
          <dt>{t('assessment.openCriteria')}</dt>
          <dd>{amount(openCriteria)}</dd>
        </div>
      )}
    </dl>
  );
}
