/** Leads to the first sheet with something to score, or to the assessment where nothing is left. */
import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from '@tanstack/react-router';
import type { UpperTier } from '../api/doors';
import { Loading, Wrong } from '../parts/states';
import { sheetsQuery } from './assessment-data';
import { Upper } from './upper';

export function Scoring() {
  return <Upper>{(tier) => <First tier={tier} />}</Upper>;
}

function First({ tier }: { tier: UpperTier }) {
  const { id } = useParams({ from: '/inside/assessments/$id/scoring' });
  const sheets = useQuery(sheetsQuery(tier, id));
  if (sheets.isPending || !sheets.isFetchedAfterMount) return <Loading />;
  if (sheets.data === undefined) return <Wrong error={sheets.error} />;
  const first = sheets.data.find(({ openCriteria }) => openCriteria > 0);
  if (first === undefined) return <Navigate to="/assessments/$id" params={{ id }} replace />;
  return <Navigate to="/assessments/$id/sheets/$unionId" params={{ id, unionId: first.unionId }} replace />;
}
