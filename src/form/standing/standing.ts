/** How each union stands with a period (报送情况): one statement over those that owed it, for lists, counts and sums. */
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import { labelOf } from '../../kernel/id';
import { owingSql } from '../owing/owing';
import type { PeriodInHand } from '../period/period-in-hand';
import type { Alike } from './tally';

/** Whose figures they are: unions at or below this one, as the reader sees them. */
export interface Within {
  readonly unionId: string;
  readonly reader: string;
}

/**
 * `standing(union_id, path, labels, branch, return_id, status, standing)`: a union is received once its return is handed
 * in; a returned one is missing again. Where an accepted return is being corrected, the accepted one stands.
 */
export function standingSql(
  districtId: string,
  inHand: PeriodInHand,
  { unionId, reader }: Within,
  parameters: unknown[],
): string {
  const given = (value: unknown): string => `$${parameters.push(value)}`;
  const owing = owingSql(districtId, inHand, parameters);
  const [district, form, period] = [given(districtId), given(inHand.form.id), given(inHand.period)];
  const [top, own] = [given(labelOf(unionId)), given(labelOf(reader))];
  return `standing as (
    select o.union_id, o.path, o.labels, o.labels[array_position(o.labels, ${top}::text) + 1] as branch, r.id as return_id,
      r.status, case when x.id is not null then 'exempted' when r.status in ('submitted', 'accepted') then r.timeliness
        else 'missing' end as standing
    from (select w.union_id, w.path, string_to_array(w.path::text, '.') as labels from (${owing}) w) o
    left join lateral (
      select r.id, r.status, r.timeliness from form_return r
      where r.form_id = ${form} and r.period = ${period} and r.union_id = o.union_id and r.district_id = ${district}
        and r.status in ('submitted', 'returned', 'accepted') order by r.status = 'accepted' desc limit 1) r on true
    left join form_exception x on x.form_id = ${form} and x.period = ${period} and x.union_id = o.union_id
      and x.district_id = ${district} and x.status = 'approved' and x.kind = 'exempt'
    where o.labels @> array[${top}::text, ${own}::text])`;
}

/** How many stand how, by the branch directly below (its label). */
export async function standingsOf(
  tx: EntityManager,
  districtId: string,
  inHand: PeriodInHand,
  within: Within,
): Promise<Alike[]> {
  const parameters: unknown[] = [];
  const sql = standingSql(districtId, inHand, within, parameters);
  return tx.query(
    `with ${sql} select branch, standing, count(*)::int as unions from standing group by branch, standing`,
    parameters,
  );
}

const reachSql = `
  select u.name from trade_union u where u.district_id = $1 and u.id = $2 and (u.id = $3 or u.path <@ $4::ltree or exists (
    select from union_placement p where p.district_id = $1 and p.union_id = u.id and p.path <@ $4::ltree
      and p.since <= $5 and (p.until is null or p.until >= $5)))`;

/** The union that is asked about, the reader's own or one that lies or lay below it. Errors: notFound. */
export async function unionInReach(
  tx: EntityManager,
  { districtId, unionId: own, path }: Actor,
  { days }: PeriodInHand,
  unionId: string = own,
): Promise<Within & { readonly name: string }> {
  const [union]: { name: string }[] = await tx.query(reachSql, [districtId, unionId, own, path, days.endsOn]);
  if (union === undefined) throw new NotFound();
  return { unionId, reader: own, name: union.name };
}
