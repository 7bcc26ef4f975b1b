/** A row of the desk as it is read, and its light. Pure. */
import { type Judgement, type Light, type LightGiven, judgeLight, lastRedDay } from '../kernel/light';
import { type LightRule, standardRule } from '../kernel/light-rule';
import type { DeskItem, DeskKind } from './desk.view';

/** A row as it is read: the item without what follows from the day. */
export type DeskRow = Omit<
  DeskItem,
  'light' | 'overdueDays' | 'since' | 'waitsDays' | 'ledgerId' | 'caseId' | 'formId' | 'period' | 'returnId'
> & {
  startOn: string | null;
  since: Date | null;
  toldLight: Light | null;
  /** The day since which it has been so. */
  lightOn: string | null;
  rule: LightRule | null;
} & Required<Pick<LightGiven, 'milestones' | 'parkedUntil' | 'redOn'>>;

const progressing: ReadonlySet<DeskKind> = new Set(['resubmit', 'report', 'handIn']);

/** The light of what the union reports on itself. */
export function lightOnDesk(row: DeskRow, today: string): Judgement | null {
  const { kind, startOn, dueOn, target, done, toldLight, lightOn, redOn, milestones, parkedUntil } = row;
  if (!progressing.has(kind) || startOn === null || dueOn === null || target === null) return null;
  const before = { milestones, parkedUntil, redOn: lastRedDay({ light: toldLight, since: lightOn, redOn }, today) };
  const given = { done: done ?? '0', target, startOn, dueOn, status: 'signed' as const, ...before };
  return judgeLight(given, row.rule ?? standardRule, today);
}
