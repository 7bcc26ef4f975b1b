/** Which unions owe a period (应报单位): as the tree stood on its last day, or as it was kept when the period locked. */
import type { EntityManager } from 'typeorm';
import type { FormDefinition } from '../definition/definition';
import type { PeriodInHand } from '../period/period-in-hand';

/** A union owes by its tier and where it lies, or because it is named. Over `u` (the union) and `p` (its place). */
export const owesSql = (tiers: string, under: string, unions: string): string =>
  `((u.tier = any(${tiers}::text[]) and (cardinality(${under}::uuid[]) = 0
      or string_to_array(p.path::text, '.')::uuid[] && ${under}::uuid[])) or u.id = any(${unions}::uuid[]))`;

/** The tree on a day: places of unions that were open. `on`: the day as SQL. */
export const treeSql = (on: string): string => `
  union_placement p join trade_union u on u.district_id = p.district_id and u.id = p.union_id and p.since <= ${on}::date
    and (p.until is null or p.until >= ${on}::date) and u.opened_on <= ${on}::date
    and (u.closed_on is null or u.closed_on >= ${on}::date)`;

/** `select union_id, path` of those that owe it; `parameters` are added to. */
export function owingSql(
  districtId: string,
  { form, period, definition, days, kept }: PeriodInHand,
  parameters: unknown[],
): string {
  const given = (value: unknown): string => `$${parameters.push(value)}`;
  const district = given(districtId);
  if (kept)
    return `select w.union_id, w.path from form_owing w
      where w.district_id = ${district} and w.form_id = ${given(form.id)} and w.period = ${given(period)}`;
  const { tiers, under, unions } = definition.owedBy;
  const owes = owesSql(given(tiers), given(under), given(unions));
  return `select p.union_id, p.path from ${treeSql(given(days.endsOn))} where p.district_id = ${district} and ${owes}`;
}

/** Where the union stood when it owed the period; null where it did not. */
export async function owedPlace(
  tx: EntityManager,
  districtId: string,
  inHand: PeriodInHand,
  unionId: string,
): Promise<string | null> {
  const parameters: unknown[] = [];
  const owing = owingSql(districtId, inHand, parameters);
  const [found]: { path: string }[] = await tx.query(
    `select o.path::text as path from (${owing}) o where o.union_id = $${parameters.push(unionId)}`,
    parameters,
  );
  return found?.path ?? null;
}

/** Unions that would owe the form if a period ended on this day. */
export async function countOwing(
  tx: EntityManager,
  districtId: string,
  { owedBy: { tiers, under, unions } }: FormDefinition,
  on: string,
): Promise<number> {
  const [{ owing }]: [{ owing: number }] = await tx.query(
    `select count(*)::int as owing from ${treeSql('$5')} where p.district_id = $1 and ${owesSql('$2', '$3', '$4')}`,
    [districtId, tiers, under, unions, on],
  );
  return owing;
}
