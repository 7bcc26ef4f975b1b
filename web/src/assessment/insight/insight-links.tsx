/** From a sheet to its whole explanation and to the page of what would be. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** `unionId` is null for one's own sheet. */
export function InsightLinks({ id, unionId }: { id: string; unionId: string | null }) {
  const { t } = useTranslation();
  const [explain, simulate] = [t('insight.explain'), t('insight.simulate')];
  return (
    <div className="deeds no-print">
      {unionId === null ? (
        <>
          <Link to="/results/$assessmentId" params={{ assessmentId: id }}>
            {explain}
          </Link>
          <Link to="/results/$assessmentId/simulation" params={{ assessmentId: id }}>
            {simulate}
          </Link>
        </>
      ) : (
        <>
          <Link to="/assessments/$id/sheets/$unionId/explanation" params={{ id, unionId }}>
            {explain}
          </Link>
          <Link to="/assessments/$id/sheets/$unionId/simulation" params={{ id, unionId }}>
            {simulate}
          </Link>
        </>
      )}
    </div>
  );
}
