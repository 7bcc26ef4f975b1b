/** Keeps what was so before a change (曾用情况留存): a later edit does not change what was; for one enterprise or a batch. */
import type { EntityManager } from 'typeorm';
import { datedFacts, type DatedFact } from './enterprise-facts';

export interface Former {
  readonly id: string;
  /** From this day on it is as told now; what was told of later days is told anew by it. */
  readonly since: string;
  /** Before it opened, nothing was. */
  readonly openedOn: string;
  readonly before: Readonly<Record<string, unknown>>;
}

const keepSql = `
  with given as (
    select g.id, g.since, g."openedOn", b.key as fact, b.value #>> '{}' as value
    from jsonb_to_recordset($2::jsonb) as g(id uuid, since date, "openedOn" date, before jsonb) cross join lateral jsonb_each(g.before) b
    where b.key = any($3::text[])
  ), held as (
    select g.*, case when f.until is null then g.value else f.value end as held
    from given g left join lateral (
      select until, value from enterprise_former_fact f
      where f.district_id = $1 and f.enterprise_id = g.id and f.fact = g.fact and f.until >= g.since - 1 order by until limit 1
    ) f on true
  ), overruled as (
    delete from enterprise_former_fact f using given g
    where f.district_id = $1 and f.enterprise_id = g.id and f.fact = g.fact and f.until >= g.since
  )
  insert into enterprise_former_fact (district_id, enterprise_id, fact, until, value)
  select $1, id, fact, since - 1, held from held where since > "openedOn" order by id, fact
  on conflict (district_id, enterprise_id, fact, until) do update set value = excluded.value`;

/** To be called with the enterprises locked, beside the statement that changes them. */
export async function keepFormer(tx: EntityManager, districtId: string, changed: readonly Former[]): Promise<void> {
  const dated = changed.filter(({ before }) => tellsDated(before));
  if (dated.length > 0) await tx.query(keepSql, [districtId, JSON.stringify(dated), datedFacts]);
}

/** Whether something changed that is so from a day on. */
export const tellsDated = (before: object): boolean =>
  Object.keys(before).some((name) => datedFacts.includes(name as DatedFact));

/** From when on all dated facts of an enterprise are as they stand after the change. */
export const factsSinceOf = (known: { readonly factsSince: string | null }, { before, since }: Former): string | null =>
  tellsDated(before) && since > (known.factsSince ?? '') ? since : known.factsSince;
