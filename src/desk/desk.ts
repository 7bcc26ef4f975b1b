/** What lies on a desk, and in which order. Pure. */
import { addDays } from '../kernel/clock';
import { plain } from '../kernel/decimal';
import { lightOf } from '../kernel/light';
import type { DeskItem, DeskKind, DeskView } from './desk.view';

/** A row as it is read: the item without what follows from the day. */
export type DeskRow = Omit<DeskItem, 'light' | 'overdueDays' | 'since'> & {
  startOn: string | null;
  since: Date | null;
};

/** Items of one list; a desk is no archive. */
export const LONGEST = 100;
const SOON_DAYS = 7;
/** Close enough to the due day to be done now, whatever the light says. */
const CLOSE_DAYS = 2;

const waits: ReadonlySet<DeskKind> = new Set(['signaturePending', 'reviewPending']);
/** Kinds that are the officer's turn at once; the others wait for their light or their day. */
const atOnce: ReadonlySet<DeskKind> = new Set([
  'resubmit',
  'sign',
  'cascade',
  'review',
  'score',
  'publish',
  'approve',
  'selfScore',
  'appeal',
]);
const progressing: ReadonlySet<DeskKind> = new Set(['resubmit', 'report', 'handIn']);

/** Sorts what was read into now, soon and waiting. `today` is the civil day, `YYYY-MM-DD`. */
export function deskOf(rows: readonly DeskRow[], today: string, more: boolean): DeskView {
  const items = rows.map((row) => itemOf(row, today));
  const mine = items.filter(({ kind }) => !waits.has(kind));
  const now = mine.filter((item) => isDueNow(item, today)).toSorted(byPain);
  const soon = mine.filter((item) => !isDueNow(item, today) && isDueSoon(item, today)).toSorted(byDay);
  const waiting = items.filter(({ kind }) => waits.has(kind)).toSorted(bySince);
  const lists = [now, soon, waiting];
  return {
    today,
    now: now.slice(0, LONGEST),
    soon: soon.slice(0, LONGEST),
    waiting: waiting.slice(0, LONGEST),
    more: more || lists.some((list) => list.length > LONGEST),
  };
}

function itemOf({ startOn, since, ...row }: DeskRow, today: string): DeskItem {
  const { kind, done, target, dueOn } = row;
  const lit =
    progressing.has(kind) && startOn !== null && dueOn !== null && target !== null
      ? lightOf({ done: done ?? '0', target, startOn, dueOn, status: 'signed' }, today)
      : null;
  return {
    ...row,
    done: done === null ? null : plain(done),
    target: target === null ? null : plain(target),
    light: lit?.light ?? null,
    overdueDays: lit?.overdueDays ?? 0,
    since: since?.toISOString() ?? null,
  };
}

function isDueNow({ kind, light, dueOn }: DeskItem, today: string): boolean {
  if (atOnce.has(kind)) return true;
  return light === 'red' || light === 'yellow' || (dueOn !== null && dueOn <= addDays(today, CLOSE_DAYS));
}

function isDueSoon({ kind, dueOn }: DeskItem, today: string): boolean {
  return kind === 'handIn' || (dueOn !== null && dueOn <= addDays(today, SOON_DAYS));
}

/** Overdue by days, then red, then returned, then by due day; the id makes the order whole. */
function byPain(one: DeskItem, other: DeskItem): number {
  return (
    other.overdueDays - one.overdueDays ||
    Number(other.light === 'red') - Number(one.light === 'red') ||
    Number(other.kind === 'resubmit') - Number(one.kind === 'resubmit') ||
    byDay(one, other)
  );
}

function byDay(one: DeskItem, other: DeskItem): number {
  const [a, b] = [one, other].map(({ dueOn, taskId, assessmentId }) =>
    [dueOn ?? '9999-12-31', taskId ?? assessmentId].join(' '),
  ) as [string, string];
  return a < b ? -1 : Number(a > b);
}

function bySince(one: DeskItem, other: DeskItem): number {
  const [a, b] = [one.since ?? '', other.since ?? ''];
  return a < b ? -1 : Number(a > b) || byDay(one, other);
}
