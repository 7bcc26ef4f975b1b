/** Counts over the register (企业数): as they stand now for announcements, and as of any day for rates. */
import type { EntityManager } from 'typeorm';
import type { EnterpriseCountBody, EnterpriseKind } from '../events/enterprise-body';
import type { RegisterCounts } from '../kernel/register-rates';
import type { DatedFact } from './enterprise-facts';

const names = [
  ['preset', 'preset'],
  ['excluded', 'excluded'],
  ['unionized', 'unionized'],
  ['unionized_verified', 'unionizedVerified'],
  ['workers', 'workers'],
  ['workers_verified', 'workersVerified'],
  ['members', 'members'],
  ['members_verified', 'membersVerified'],
  ['uncounted', 'uncounted'],
] as const;

export type Counts = RegisterCounts;

const nowSql = `
  select union_id as "unionId", kind, ${names.map(([column, name]) => `${column}::float8 as "${name}"`).join(', ')}
  from enterprise_count where district_id = $1 and union_id = any($2::uuid[]) order by union_id, kind`;

/** What the register counts directly under these unions; the deed that changed it holds their rows until it commits. */
export async function countsOf(
  tx: EntityManager,
  districtId: string,
  unionIds: readonly string[],
): Promise<EnterpriseCountBody[]> {
  return tx.query(nowSql, [districtId, unionIds]);
}

const there = (on: string): string =>
  `e.district_id = $1 and e.opened_on <= ${on} and (e.closed_on is null or e.closed_on > ${on})`;
/** The last day from which something of it is dated. */
const dated = 'greatest(e.placed_since, e.counted_on, e.standing_since, e.facts_since)';

const formerly = (fact: DatedFact, now: string, type = 'text'): string =>
  `case when was.facts ? '${fact}' then (was.facts ->> '${fact}')::${type} else ${now} end`;

/** Those of which nothing is dated later than the day: as they stand. */
export const settledOn = (on: string, from = 'enterprise', kind = 'null::text'): string => `
  select e.id, e.kind, e.union_id, e.union_established_on <= ${on} as unionized, e.standing = 'normal' as real, e.workers,
    e.members, e.mediation and e.legal_supervision as committees, e.term_ends_on
  from ${from} e where ${there(on)} and ${dated} <= ${on} and (${kind} is null or e.kind = ${kind})`;

/** Those of which something is dated later: as their history says. */
export const changedSince = (on: string, from = 'enterprise', kind = 'null::text'): string => `
  select * from (
    select e.id, ${formerly('kind', 'e.kind')} as kind, coalesce(place.union_id, e.union_id) as union_id,
      e.union_established_on <= ${on} as unionized,
      case when e.standing_since > ${on} then coalesce(found.finding, 'normal') else e.standing end = 'normal' as real,
      case when e.counted_on > ${on} then head.workers else e.workers end as workers,
      case when e.counted_on > ${on} then head.members else e.members end as members,
      ${formerly('mediation', 'e.mediation', 'boolean')}
        and ${formerly('legalSupervision', 'e.legal_supervision', 'boolean')} as committees,
      ${formerly('termEndsOn', 'e.term_ends_on', 'date')} as term_ends_on
    from ${from} e left join lateral (
      select union_id from enterprise_placement p
      where e.placed_since > ${on} and p.district_id = $1 and p.enterprise_id = e.id and p.since <= ${on} order by p.since desc limit 1
    ) place on true left join lateral (
      select workers, members from enterprise_headcount h
      where e.counted_on > ${on} and h.district_id = $1 and h.enterprise_id = e.id and h.counted_on <= ${on}
      order by h.counted_on desc limit 1
    ) head on true left join lateral (
      select finding from enterprise_verification v
      where e.standing_since > ${on} and v.district_id = $1 and v.enterprise_id = e.id and v.status = 'accepted' and v.decided_on <= ${on}
      order by v.decided_on desc, v.decided_at desc limit 1
    ) found on true left join lateral (
      select jsonb_object_agg(f.fact, f.value) as facts from (
        select distinct on (fact) fact, value from enterprise_former_fact f
        where e.facts_since > ${on} and f.district_id = $1 and f.enterprise_id = e.id and f.until >= ${on} order by fact, until
      ) f
    ) was on true
    where ${there(on)} and ${dated} > ${on}
  ) past where ${kind} is null or past.kind = ${kind}`;

/**
 * Each enterprise of a district ($1) as it was on a day: what is dated later than that is looked up in its history, all
 * others are read once. Closed ones are gone from their closing day on. `committees`: both are known to be there.
 */
export const enterprisesOn = (on: string, { from, kind }: { from?: string; kind?: string } = {}): string => `
  ${settledOn(on, from, kind)}
  union all
  ${changedSince(on, from, kind)}`;

/** Whether an enterprise e looks the same on every day of a span, or is there on none of them; without a last day, on the first. */
export function sameAllAlong(first: string, last?: string): string {
  const settled = `${dated} <= ${first}`;
  if (last === undefined) return settled;
  return `${settled}
    and (e.opened_on <= ${first} or e.opened_on > ${last})
    and (e.closed_on is null or e.closed_on <= ${first} or e.closed_on > ${last})
    and (e.union_established_on is null or e.union_established_on <= ${first} or e.union_established_on > ${last})`;
}

/** Where each union of a district ($1) stood on a day: `id`, `path`. */
export const treeOn = (on: string): string => `
  select u.id, coalesce(p.path, u.path) as path from trade_union u left join union_placement p
    on p.district_id = $1 and p.union_id = u.id and p.since <= ${on} and (p.until is null or p.until >= ${on})
  where u.district_id = $1`;

const asOfSql = `
  with standing as (${enterprisesOn('$2', { kind: '$3::text' })}), counted as (
    select union_id, count(*) as preset, count(*) filter (where not real) as excluded,
      count(*) filter (where unionized) as unionized, count(*) filter (where unionized and real) as unionized_verified,
      coalesce(sum(workers), 0) as workers, coalesce(sum(workers) filter (where real), 0) as workers_verified,
      coalesce(sum(members), 0) as members, coalesce(sum(members) filter (where real), 0) as members_verified,
      count(*) filter (where real and (workers is null or members is null)) as uncounted
    from standing group by union_id
  ), tree as (${treeOn('$2')}
  ), below as (
    select case when t.path = $4::ltree then null else subpath(t.path, nlevel($4::ltree), 1)::text end as label, c.*
    from counted c join tree t on t.id = c.union_id where t.path <@ $4::ltree
  )
  select label, ${names.map(([column, name]) => `sum(${column})::float8 as "${name}"`).join(', ')} from below group by label`;

export interface CountsBelow extends Counts {
  /** The ltree label of the union directly below; null: the asked union's own. */
  readonly label: string | null;
}

/**
 * Counts of enterprises as of a day below a union, by the union directly below it and its own: for rates and for whoever
 * needs the register's numbers. `path`: where the union stands; `kind` left out: all kinds.
 */
export async function enterpriseCounts(
  tx: EntityManager,
  districtId: string,
  path: string,
  on: string,
  kind?: EnterpriseKind,
): Promise<CountsBelow[]> {
  return tx.query(asOfSql, [districtId, on, kind ?? null, path]);
}

export const nothing: Counts = {
  preset: 0,
  excluded: 0,
  unionized: 0,
  unionizedVerified: 0,
  workers: 0,
  workersVerified: 0,
  members: 0,
  membersVerified: 0,
  uncounted: 0,
};

export function addCounts(all: readonly Counts[]): Counts {
  const total = { ...nothing };
  for (const each of all) for (const [, name] of names) total[name] += each[name];
  return total;
}
