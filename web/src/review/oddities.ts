/** What a reviewer should look at twice; hints, no rules: the API decides what may be accepted. */
import type { Schemas } from '../api/client';

export type Oddity = 'over' | 'less' | 'jump' | 'late' | 'none';
type Figures = Pick<Schemas['ReportInList'], 'done' | 'accepted' | 'target' | 'timeliness' | 'evidenceCount'>;

/** A step of more than this share of the target since the last accepted value. */
const JUMP = 0.5;

export function oddities({ done, accepted, target, timeliness, evidenceCount }: Figures): Oddity[] {
  const [now, all, before] = [Number(done), Number(target), accepted === null ? null : Number(accepted)];
  const found: Oddity[] = [];
  if (all > 0 && now > all) found.push('over');
  if (before !== null && now < before) found.push('less');
  if (before !== null && all > 0 && now - before > all * JUMP) found.push('jump');
  if (timeliness === 'late') found.push('late');
  if (evidenceCount === 0) found.push('none');
  return found;
}
