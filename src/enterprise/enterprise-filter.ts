/** What is sought in the register (企业查询), as conditions of one statement. Pure. */
import type { EnterpriseKind } from '../events/enterprise-body';

/** 无工会 · 有职工未入会 · 300人以上未建两委 · 60日内届满. */
export const derivedLists = ['withoutUnion', 'notAllMembers', 'withoutCommittees', 'termEnding'] as const;
export type DerivedList = (typeof derivedLists)[number];

export const enterpriseSorts = [
  'name',
  '-name',
  'creditCode',
  'workers',
  '-workers',
  'termEndsOn',
  '-updatedAt',
] as const;
export type EnterpriseSort = (typeof enterpriseSorts)[number];

/** S11: an enterprise of so many workers has both committees. */
const MANY_WORKERS = 300;
/** A term that ends within so many days is prepared for now. */
const TERM_DAYS = 60;

export interface EnterpriseFilter {
  readonly q?: string;
  readonly unionId?: string;
  readonly kind?: EnterpriseKind;
  /** normal: not ruled out by a verification; excluded: ruled out. */
  readonly standing?: 'normal' | 'excluded';
  readonly unionized?: boolean;
  /** Open ones when left out. */
  readonly closed?: boolean;
  readonly list?: DerivedList;
}

const real = `e.standing = 'normal' and e.closed_on is null`;

export const derived: Record<DerivedList, string> = {
  withoutUnion: `e.union_established_on is null and ${real}`,
  notAllMembers: `e.workers > coalesce(e.members, 0) and ${real}`,
  withoutCommittees: `e.workers >= ${MANY_WORKERS} and (e.mediation is not true or e.legal_supervision is not true) and ${real}`,
  termEnding: `e.term_ends_on <= app_today() + ${TERM_DAYS} and ${real}`,
};

/** The same of the register as of a day (`enterprisesOn`, as `s`); `on` is that day. */
export const derivedOn = (on: string): Record<DerivedList, string> => ({
  withoutUnion: 's.unionized is not true and s.real',
  notAllMembers: 's.workers > coalesce(s.members, 0) and s.real',
  withoutCommittees: `s.workers >= ${MANY_WORKERS} and s.committees is not true and s.real`,
  termEnding: `s.term_ends_on <= ${on} + ${TERM_DAYS} and s.real`,
});

export const order: Record<EnterpriseSort, string> = {
  name: 'e.name, e.id',
  '-name': 'e.name desc, e.id desc',
  creditCode: 'e.credit_code',
  workers: 'e.workers nulls first, e.id',
  '-workers': 'e.workers desc nulls last, e.id desc',
  termEndsOn: 'e.term_ends_on, e.id',
  '-updatedAt': 'e.updated_at desc, e.id desc',
};

/** What a credit code can begin with. */
const IN_A_CODE = /^[0-9A-HJ-NPQRTUWXY]{1,18}$/;

/** As the index holds them (`sought_text`): full-width and small letters are the same as others. */
const wordsOf = (q: string): string[] => q.normalize('NFKC').split(/\s+/u).filter(Boolean);

/** The index finds names that have all its characters; whether they stand in a row is seen in the name. */
const nameHolds = (parameter: string): string =>
  `sought_signs(e.name) @> sought_signs(${parameter}) and
   (strpos(e.name, ${parameter}) > 0 or strpos(sought_text(e.name), sought_text(${parameter})) > 0)`;

/** Conditions after `where`, with their parameters; $1 is the district, $2 the reader's path. */
export function whereOf(
  districtId: string,
  path: string,
  filter: EnterpriseFilter,
): { where: string; values: unknown[] } {
  const values: unknown[] = [districtId, path];
  const conditions = ['e.district_id = $1', 'u.path <@ $2::ltree'];
  const given = (value: unknown): string => `$${values.push(value)}`;
  const { q, unionId, kind, standing, unionized, closed = false, list } = filter;
  const words = wordsOf(q ?? '');
  if (words.length > 0) {
    const code = words.join('').toUpperCase();
    const named = words.map((word) => nameHolds(given(word))).join(' and ');
    conditions.push(IN_A_CODE.test(code) ? `(starts_with(e.credit_code, ${given(code)}) or (${named}))` : named);
  }
  if (unionId !== undefined)
    conditions.push(`u.path <@ (select path from trade_union where district_id = $1 and id = ${given(unionId)})`);
  if (kind !== undefined) conditions.push(`e.kind = ${given(kind)}`);
  if (standing !== undefined) conditions.push(`e.standing ${standing === 'normal' ? '=' : '<>'} 'normal'`);
  if (unionized !== undefined) conditions.push(`e.union_established_on is ${unionized ? 'not ' : ''}null`);
  if (list === undefined) conditions.push(`e.closed_on is ${closed ? 'not ' : ''}null`);
  else conditions.push(derived[list]);
  return { where: conditions.join(' and '), values };
}
