/** What a reviewer should look at twice; hints, no rules: the API decides what may be accepted. */
import type { Schemas } from '../api/client';

export type Oddity = 'over' | 'less' | 'jump' | 'late' | 'none';
type Figures = Pick<
  Schemas['ReportInList'],
  'done' | 'accepted' | 'target' | 'timeliness' | 'evidenceRule' | 'evidenceCount'
>;

/** A step of more than this share of the target since the last accepted value. */
const JUMP = 0.5;

/** A wrong figure costs more than a late one; where evidence is optional, none is worth a word and no more. */
const weights: Readonly<Record<Oddity, number>> = { over: 4, less: 4, jump: 3, late: 1, none: 0 };

export function oddities({ done, accepted, target, timeliness, evidenceRule, evidenceCount }: Figures): Oddity[] {
  const [now, all, before] = [Number(done), Number(target), accepted === null ? null : Number(accepted)];
  const found: Oddity[] = [];
  if (all > 0 && now > all) found.push('over');
  if (before !== null && now < before) found.push('less');
  if (before !== null && all > 0 && now - before > all * JUMP) found.push('jump');
  if (timeliness === 'late') found.push('late');
  if (evidenceRule !== 'none' && evidenceCount === 0 && now > 0) found.push('none');
  return found;
}

const oddness = (report: Figures): number => oddities(report).reduce((sum, oddity) => sum + weights[oddity], 0);

export const isOdd = (report: Figures): boolean => oddness(report) > 0;

/** The queue as one wants to go through it; equally odd ones keep their order. */
export function inOrder<T extends Figures>(reports: readonly T[], odd: 'first' | 'only' | undefined): T[] {
  if (odd === undefined) return [...reports];
  const sorted = reports.toSorted((one, other) => oddness(other) - oddness(one));
  return odd === 'first' ? sorted : sorted.filter(isOdd);
}
