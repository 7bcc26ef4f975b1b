/** What lies on a desk, and in which order. Pure. */
import { type Overrides, workingDaysBetween } from '../calendar/working-days';
import { addDays, dayOf, daysBetween } from '../kernel/clock';
import { plain } from '../kernel/decimal';
import type { Light } from '../kernel/light';
import { type DeskRow, lightOnDesk } from './desk-light';
import type { DeskItem, DeskKind, DeskView } from './desk.view';

/** Items of one list; a desk is no archive. */
export const LONGEST = 100;
const SOON_DAYS = 7;
/** Close enough to the due day to be done now, whatever the light says. */
const CLOSE_DAYS = 2;

/** Working days after which a review lies too long: who handed in can do nothing meanwhile. */
export const PATIENCE_DAYS = 3;

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
  'extension',
  'order',
  'orderReview',
  'sendBack',
  'verification',
  'ledgerReview',
  'ledgerReturned',
  'formReturned',
  'formReview',
  'formException',
  'case',
  'caseReview',
]);
const cases: ReadonlySet<DeskKind> = new Set(['case', 'caseReview']);
const reviewing: ReadonlySet<DeskKind> = new Set(['review', 'reviewPending']);
const ledgers: ReadonlySet<DeskKind> = new Set(['ledgerReview', 'ledgerReturned']);
const forms: ReadonlySet<DeskKind> = new Set(['formOwed', 'formReturned', 'formReview', 'formException']);
/** Overdue by their due day alone. */
const dated: ReadonlySet<DeskKind> = new Set(['order', 'formOwed', 'formReturned', 'case', 'caseReview']);

/** Sorts what was read into now, soon and waiting. `today` is the civil day, `YYYY-MM-DD`; `days` what the district's calendar says otherwise. */
export function deskOf(rows: readonly DeskRow[], today: string, more: boolean, days: Overrides): DeskView {
  const read = rows.map((row) => ({
    item: itemOf(row, today, days),
    caughtUp: lightOnDesk(row, today)?.reason === 'caughtUp',
  }));
  const items = read.map(({ item }) => item);
  // what caught up is yellow until its period ends, and yet there is nothing to hurry about
  const resting = new Set(read.filter(({ caughtUp }) => caughtUp).map(({ item }) => item));
  const isNow = (item: DeskItem): boolean => isDueNow(item, today, resting.has(item));
  const mine = items.filter(({ kind }) => !waits.has(kind));
  const now = mine.filter(isNow).toSorted(byPain);
  const soon = mine.filter((item) => !isNow(item) && isDueSoon(item, today)).toSorted(byDay);
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

function itemOf(given: DeskRow, today: string, days: Overrides): DeskItem {
  const { kind, taskId, reportId, assessmentId, orderId, title, unionId, unionName, dueOn, unit, reason, since } =
    given;
  const { done, target } = given;
  const lit = lightOnDesk(given, today);
  const order = kind === 'order' || kind === 'orderReview';
  const [ledger, form, inbound] = [ledgers.has(kind), forms.has(kind), cases.has(kind)];
  return {
    kind,
    taskId,
    // a return stands where a report would
    reportId: form ? null : reportId,
    returnId: form ? reportId : null,
    assessmentId,
    // a ledger, a form or a case stands where an order would
    orderId: ledger || form || inbound ? null : orderId,
    ledgerId: ledger ? orderId : null,
    caseId: inbound ? orderId : null,
    formId: form ? orderId : null,
    period: form ? unit : null,
    title,
    unionId,
    unionName,
    dueOn,
    unit: order || form ? null : unit,
    reason,
    done: done === null ? null : plain(done),
    target: target === null ? null : plain(target),
    light: order ? lightOfDegree(unit) : (lit?.light ?? null),
    overdueDays: dated.has(kind) && dueOn !== null ? Math.max(0, daysBetween(dueOn, today)) : (lit?.overdueDays ?? 0),
    since: since?.toISOString() ?? null,
    waitsDays: since !== null && reviewing.has(kind) ? workingDaysBetween(dayOf(since), today, days) : null,
  };
}

/** An order comes with its degree in place of a unit: 蓝 has no light of its own. */
const lightOfDegree = (degree: string | null): Light | null =>
  degree === 'red' ? 'red' : degree === 'orange' ? 'yellow' : null;

function isDueNow({ kind, light, dueOn }: DeskItem, today: string, resting: boolean): boolean {
  if (atOnce.has(kind)) return true;
  return light === 'red' || (light === 'yellow' && !resting) || (dueOn !== null && dueOn <= addDays(today, CLOSE_DAYS));
}

function isDueSoon({ kind, dueOn }: DeskItem, today: string): boolean {
  return kind === 'handIn' || (dueOn !== null && dueOn <= addDays(today, SOON_DAYS));
}

/** Overdue by days, then red, then reviews that lie too long, then returned, then by due day; the id makes the order whole. */
function byPain(one: DeskItem, other: DeskItem): number {
  return (
    other.overdueDays - one.overdueDays ||
    Number(other.light === 'red') - Number(one.light === 'red') ||
    tooLong(other) - tooLong(one) ||
    Number(other.kind === 'resubmit') - Number(one.kind === 'resubmit') ||
    byDay(one, other)
  );
}

/** The longer it lies, the higher; nothing while it is not too long. */
const tooLong = ({ waitsDays }: DeskItem): number => (waitsDays !== null && waitsDays >= PATIENCE_DAYS ? waitsDays : 0);

function byDay(one: DeskItem, other: DeskItem): number {
  const [a, b] = [one, other].map(({ dueOn, taskId, assessmentId, orderId, ledgerId, formId, period }) =>
    [dueOn ?? '9999-12-31', orderId ?? ledgerId ?? formId ?? taskId ?? assessmentId, period].join(' '),
  ) as [string, string];
  return a < b ? -1 : Number(a > b);
}

function bySince(one: DeskItem, other: DeskItem): number {
  const [a, b] = [one.since ?? '', other.since ?? ''];
  return a < b ? -1 : Number(a > b) || byDay(one, other);
}
