/** What a row of a spreadsheet makes of an enterprise (企业导入合并): a new one, a changed one, or nothing. Pure. */
import type { Fault } from '../intake/taker';
import type { Words } from '../kernel/errors';
import type { EnterpriseRow } from './enterprise-cells';
import {
  differenceOf,
  type Difference,
  factNames,
  type Facts,
  type Headcount,
  moreMembers,
  termBeforeUnion,
  termWithoutUnion,
} from './enterprise-facts';

/** What stands in the register, with what was counted on the day of the spreadsheet. */
export interface Known extends Facts, Headcount {
  readonly id: string;
  readonly unionId: string;
  readonly version: number;
  readonly closedOn: string | null;
  readonly sameDay: Headcount | null;
}

export interface Merged extends Facts {
  readonly unionId: string;
  /** As it stands afterwards. */
  readonly now: Headcount;
  /** What is counted on the day of the spreadsheet; null where nothing is told of it. */
  readonly counted: Headcount | null;
}

type Outcome =
  | { readonly fault: Fault }
  | { readonly new: Merged }
  | { readonly changed: Merged; readonly difference: Difference }
  | { readonly unchanged: true };

/** `home`: where a new one lies when the row does not say; null: nowhere. `countedOn`: the day of the spreadsheet. */
export function merge(row: EnterpriseRow, known: Known | undefined, home: string | null, countedOn: string): Outcome {
  const unionId = row.unionId ?? known?.unionId ?? home;
  if (unionId === null) return { fault: at('union', 'required', required) };
  if (known !== undefined && unionId !== known.unionId)
    return { fault: at('union', 'enterprise.elsewhere', elsewhere) };
  if (known?.closedOn != null) return { fault: at(null, 'enterprise.closed', closed) };
  const facts: Facts = {
    creditCode: row.creditCode,
    name: row.name,
    kind: row.kind,
    industry: row.industry ?? known?.industry ?? null,
    unionEstablishedOn: row.unionEstablishedOn ?? known?.unionEstablishedOn ?? null,
    termEndsOn: row.termEndsOn ?? known?.termEndsOn ?? null,
    mediation: row.mediation ?? known?.mediation ?? null,
    legalSupervision: row.legalSupervision ?? known?.legalSupervision ?? null,
    openedOn: row.openedOn ?? known?.openedOn ?? countedOn,
  };
  if (facts.termEndsOn !== null && facts.unionEstablishedOn === null)
    return { fault: at('termEndsOn', 'enterprise.term', termWithoutUnion) };
  if (facts.termEndsOn !== null && facts.termEndsOn < (facts.unionEstablishedOn ?? ''))
    return { fault: at('termEndsOn', 'enterprise.term', termBeforeUnion) };
  const counted = countedOf(row, known, countedOn);
  if (counted !== null && counted.workers !== null && (counted.members ?? 0) > counted.workers)
    return { fault: at('members', 'enterprise.members', moreMembers) };
  const { workers = null, members = null, countedOn: lastCounted = null } = known ?? {};
  const before: Headcount = { workers, members, countedOn: lastCounted };
  const now = counted !== null && countedOn >= (before.countedOn ?? '') ? counted : before;
  const merged = { ...facts, unionId, now, counted };
  if (known === undefined) return { new: merged };
  const difference = differenceOf({ ...known, ...before }, { ...known, ...facts, ...now }, [
    ...factNames,
    'workers',
    'members',
    'countedOn',
  ]);
  const ofTheDay = counted === null || same(counted, known.sameDay);
  if (difference === null && ofTheDay) return { unchanged: true };
  const past = { before: { counted: known.sameDay }, after: { counted } };
  return { changed: merged, difference: difference ?? past };
}

/** What one number of the two says, the other is carried forward from what was known by then. */
function countedOf({ workers, members }: EnterpriseRow, known: Known | undefined, countedOn: string): Headcount | null {
  if (workers === undefined && members === undefined) return null;
  const earlier = known?.sameDay ?? (known !== undefined && (known.countedOn ?? '9') <= countedOn ? known : null);
  const counted = {
    workers: workers ?? earlier?.workers ?? null,
    members: members ?? earlier?.members ?? null,
    countedOn,
  };
  return same(counted, earlier) && earlier !== known?.sameDay ? null : counted;
}

const same = (one: Headcount, other: Headcount | null): boolean =>
  other !== null && one.workers === other.workers && one.members === other.members;

const at = (column: string | null, code: string, words: Words): Fault => ({ column, code, words });
const required = { zh: '请填写所属的街道或社区工会。', en: 'Say under which sub-district or community union it lies.' };
const elsewhere = {
  zh: '该企业现属其他工会；划转请在企业页面办理，写明日期和原因。',
  en: 'It lies under another union: move it on its own page, with the day and the reason.',
};
const closed = { zh: '该企业已注销。', en: 'This enterprise is closed.' };
