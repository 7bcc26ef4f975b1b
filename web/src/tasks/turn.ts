/** Whose turn it is with a task, as the board tells it. */
import type { Schemas } from '../api/client';

export type Turn = 'withdrawn' | 'sign' | 'divide' | 'resubmit' | 'above' | 'review';
type Row = Pick<Schemas['BoardRow'], 'status' | 'tier' | 'openStatus' | 'toReview' | 'remainder' | 'acceptedReportId'>;

export function turnsOf({ status, tier, openStatus, toReview, remainder, acceptedReportId }: Row): Turn[] {
  if (status === 'withdrawn') return ['withdrawn'];
  if (status === 'assigned') return ['sign'];
  const turns: Turn[] = [];
  if (tier !== 'community' && remainder === null && acceptedReportId === null && openStatus === null)
    turns.push('divide');
  if (toReview > 0) turns.push('review');
  if (openStatus === 'submitted') turns.push('above');
  if (openStatus === 'returned') turns.push('resubmit');
  return turns;
}
