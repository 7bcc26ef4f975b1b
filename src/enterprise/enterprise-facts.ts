/** What is known of an enterprise (企业信息), and how what is told changes it. Pure. */
import type { EnterpriseKind } from '../events/enterprise-body';
import { Refused } from '../kernel/errors';
import { faultOfCode } from './credit-code';

export type ChangeKind = 'registered' | 'changed' | 'counted' | 'moved' | 'closed' | 'verified' | 'takenIn';

export interface Facts {
  readonly creditCode: string;
  readonly name: string;
  readonly kind: EnterpriseKind;
  readonly industry: string | null;
  readonly unionEstablishedOn: string | null;
  readonly termEndsOn: string | null;
  readonly mediation: boolean | null;
  readonly legalSupervision: boolean | null;
  readonly openedOn: string;
}

/** Workers and members as counted on a day; null: not known. */
export interface Headcount {
  readonly workers: number | null;
  readonly members: number | null;
  readonly countedOn: string | null;
}

export const factNames = [
  'creditCode',
  'name',
  'kind',
  'industry',
  'unionEstablishedOn',
  'termEndsOn',
  'mediation',
  'legalSupervision',
  'openedOn',
] as const satisfies readonly (keyof Facts)[];

/** What is so from a day on; the founding of the union and the opening are days themselves. */
export const datedFacts = [
  'kind',
  'industry',
  'termEndsOn',
  'mediation',
  'legalSupervision',
] as const satisfies readonly (keyof Facts)[];
export type DatedFact = (typeof datedFacts)[number];

export interface Difference {
  readonly before: Record<string, unknown>;
  readonly after: Record<string, unknown>;
}

/** What differs, by field; null where nothing does. */
export function differenceOf<T extends object>(
  before: T,
  after: T,
  names: readonly (keyof T & string)[],
): Difference | null {
  const changed = names.filter((name) => before[name] !== after[name]);
  if (changed.length === 0) return null;
  const pick = (from: T) => Object.fromEntries(changed.map((name) => [name, from[name]]));
  return { before: pick(before), after: pick(after) };
}

/** `today`: the district's civil day. Errors: enterprise.code, enterprise.day, enterprise.term, enterprise.union (422). */
export function checkFacts(facts: Facts, today: string): void {
  const fault = faultOfCode(facts.creditCode);
  if (fault !== null) throw new Refused('enterprise.code', codeWords[fault], 'creditCode');
  for (const name of ['openedOn', 'unionEstablishedOn'] as const) {
    if ((facts[name] ?? '') > today) throw new Refused('enterprise.day', notAfterToday, name);
  }
  if (facts.termEndsOn !== null && facts.unionEstablishedOn === null)
    throw new Refused('enterprise.term', termWithoutUnion, 'termEndsOn');
  if (facts.termEndsOn !== null && facts.termEndsOn < (facts.unionEstablishedOn ?? ''))
    throw new Refused('enterprise.term', termBeforeUnion, 'termEndsOn');
}

/** Errors: enterprise.members, enterprise.day (422). */
export function checkHeadcount({ workers, members, countedOn }: Headcount, today: string): void {
  if (workers !== null && members !== null && members > workers)
    throw new Refused('enterprise.members', moreMembers, 'members');
  if ((countedOn ?? '') > today) throw new Refused('enterprise.day', notAfterToday, 'countedOn');
}

export const codeWords = {
  form: {
    zh: '统一社会信用代码应为 18 位数字或大写字母（不含 I、O、S、V、Z）。',
    en: 'A credit code has 18 digits or capital letters (no I, O, S, V, Z).',
  },
  check: {
    zh: '统一社会信用代码的校验位不符，请核对。',
    en: 'The last character of the credit code does not fit the others: look again.',
  },
} as const;
export const notAfterToday = { zh: '日期不能晚于今天。', en: 'The day cannot lie after today.' };
export const moreMembers = {
  zh: '会员人数不应多于职工人数。',
  en: 'There cannot be more members than workers.',
};
export const termWithoutUnion = {
  zh: '未建会的企业不填届满日期。',
  en: 'Without a union there is no term of its committee.',
};
export const termBeforeUnion = {
  zh: '届满日期应晚于建会日期。',
  en: 'The term ends after the union was established.',
};
