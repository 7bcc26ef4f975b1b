/** Reading and writing enterprises by the batch (企业批量读写): a statement each, however many rows. */
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { isWithin, newId } from '../kernel/id';
import type { Difference } from './enterprise-facts';
import type { Known, Merged } from './enterprise-merge';
import { keepFormer, tellsDated } from './former-facts';

export interface Change {
  readonly after: Merged;
  readonly before?: Known;
  readonly difference?: Difference;
}

const knownSql = `
  select e.id, e.credit_code as "creditCode", e.name, e.kind, e.industry, e.union_id as "unionId", e.workers, e.members,
    e.counted_on::text as "countedOn", e.union_established_on::text as "unionEstablishedOn", e.term_ends_on::text as "termEndsOn",
    e.mediation, e.legal_supervision as "legalSupervision", e.opened_on::text as "openedOn", e.closed_on::text as "closedOn",
    e.version, case when h.enterprise_id is null then null
      else json_build_object('workers', h.workers, 'members', h.members, 'countedOn', h.counted_on) end as "sameDay",
    u.path::text as path
  from enterprise e join trade_union u on u.district_id = $1 and u.id = e.union_id
  left join enterprise_headcount h on h.district_id = $1 and h.enterprise_id = e.id and h.counted_on = $3
  where e.district_id = $1 and e.credit_code = any($2::text[]) order by e.id for update of e`;

/** By code, locked in one order; those that lie out of the actor's reach are only named. */
export async function readKnown(
  tx: EntityManager,
  { districtId, path: top }: Actor,
  codes: readonly string[],
  countedOn: string,
): Promise<{ known: Map<string, Known>; hidden: Set<string> }> {
  const rows: (Known & { path: string })[] = await tx.query(knownSql, [districtId, codes, countedOn]);
  const reached = rows.filter(({ path }) => isWithin(path, top));
  const hidden = rows.filter((row) => !reached.includes(row));
  return {
    known: new Map(reached.map(({ path: _, ...row }) => [row.creditCode, row])),
    hidden: new Set(hidden.map(({ creditCode }) => creditCode)),
  };
}

const given = `
  select * from jsonb_to_recordset($2::jsonb) as g(
    id uuid, "creditCode" text, name text, kind text, industry text, "unionId" uuid, workers int, members int, "countedOn" date,
    "unionEstablishedOn" date, "termEndsOn" date, mediation boolean, "legalSupervision" boolean, "openedOn" date,
    counted jsonb, version int, before jsonb, after jsonb, "factsSince" date)`;

const counting = `
  insert into enterprise_headcount (district_id, enterprise_id, counted_on, workers, members)
  select $1, id, (counted->>'countedOn')::date, (counted->>'workers')::int, (counted->>'members')::int
  from given where counted <> 'null'::jsonb
  on conflict (district_id, enterprise_id, counted_on) do update set workers = excluded.workers, members = excluded.members`;

const newSql = `
  with given as materialized (${given}), made as (
    insert into enterprise (district_id, id, credit_code, name, kind, industry, union_id, placed_since, workers, members,
      counted_on, union_established_on, term_ends_on, mediation, legal_supervision, opened_on)
    select $1, id, "creditCode", name, kind, industry, "unionId", least("openedOn", $3::date), workers, members, "countedOn",
      "unionEstablishedOn", "termEndsOn", mediation, "legalSupervision", "openedOn" from given order by id
  ), placed as (
    insert into enterprise_placement (district_id, enterprise_id, since, union_id)
    select $1, id, least("openedOn", $3::date), "unionId" from given
  ), counted as (${counting})
  insert into enterprise_change (district_id, enterprise_id, no, kind, intake_id, officer_id, reason)
  select $1, id, 1, $4, $5, $6, $7 from given`;

/** Enterprises that were not there. `since`: from when on they lie where they lie, unless they opened earlier. */
export async function writeNew(
  tx: EntityManager,
  { districtId, officerId }: Actor,
  changes: readonly Change[],
  about: { readonly since: string; readonly intakeId?: string; readonly reason?: string },
): Promise<string[]> {
  if (changes.length === 0) return [];
  const rows = changes.map(({ after: { now, ...after } }) => ({ ...after, ...now, id: newId() }));
  const kind = about.intakeId === undefined ? 'registered' : 'takenIn';
  const whence = [about.since, kind, about.intakeId ?? null, officerId, about.reason ?? null];
  await tx.query(newSql, [districtId, JSON.stringify(rows), ...whence]);
  return rows.map(({ id }) => id);
}

const changedSql = `
  with given as materialized (${given}), changed as (
    update enterprise e set name = g.name, kind = g.kind, industry = g.industry, workers = g.workers, members = g.members,
      counted_on = g."countedOn", union_established_on = g."unionEstablishedOn", term_ends_on = g."termEndsOn",
      mediation = g.mediation, legal_supervision = g."legalSupervision", opened_on = g."openedOn",
      facts_since = greatest(e.facts_since, g."factsSince"), version = g.version + 1,
      updated_at = app_now()
    from given g where e.district_id = $1 and e.id = g.id
  ), counted as (${counting})
  insert into enterprise_change (district_id, enterprise_id, no, kind, before, after, intake_id, officer_id)
  select $1, id, version + 1, 'takenIn', before, after, $3, $4 from given`;

/** Enterprises that a spreadsheet says otherwise of, from its day on. */
export async function writeChanged(
  tx: EntityManager,
  { districtId, officerId }: Actor,
  changes: readonly Change[],
  { intakeId, since }: { readonly intakeId: string; readonly since: string },
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ after: { now, ...after }, before, difference }) => ({
    ...after,
    ...now,
    id: before?.id ?? '',
    version: before?.version,
    before: difference?.before ?? {},
    after: difference?.after ?? {},
    factsSince: tellsDated(difference?.before ?? {}) ? since : null,
  }));
  await keepFormer(
    tx,
    districtId,
    rows.map(({ id, openedOn, before }) => ({ id, since, openedOn, before })),
  );
  await tx.query(changedSql, [districtId, JSON.stringify(rows), intakeId, officerId]);
}
