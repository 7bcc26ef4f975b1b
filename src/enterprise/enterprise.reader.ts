/** The register as it is read (企业库查询): lists, one enterprise, its history, what to look after, streams for export. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { NotFound } from '../kernel/errors';
import { enterprisesOn, treeOn } from './enterprise-counts';
import {
  derived,
  type DerivedList,
  derivedLists,
  derivedOn,
  type EnterpriseFilter,
  type EnterpriseSort,
  order,
  whereOf,
} from './enterprise-filter';
import type { DerivedCounts, EnterpriseHistory, EnterpriseList, EnterpriseView } from './enterprise.view';

const columns = `
  e.id, e.credit_code as "creditCode", e.name, e.kind, e.industry, e.union_id as "unionId", u.name as "unionName",
  e.placed_since::text as "placedSince", e.workers, e.members, e.counted_on::text as "countedOn",
  e.union_established_on::text as "unionEstablishedOn", e.term_ends_on::text as "termEndsOn", e.mediation,
  e.legal_supervision as "legalSupervision", e.opened_on::text as "openedOn", e.closed_on::text as "closedOn",
  e.closed_reason as "closedReason", e.standing, e.standing_since::text as "standingSince", (
    select v.id from enterprise_verification v
    where v.enterprise_id = e.id and v.district_id = $1 and v.status = 'proposed') as "openVerificationId", e.version`;
const from = `from enterprise e join trade_union u on u.district_id = $1 and u.id = e.union_id`;

/** Rows fetched at a time for an export. */
const EXPORT_PAGE = 2_000;
/** Lines of a history. */
const LONGEST = 200;

@Injectable()
export class EnterpriseReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  async list(
    { districtId, path }: Actor,
    {
      page,
      pageSize,
      sort = 'name',
      ...filter
    }: EnterpriseFilter & { page: number; pageSize: number; sort?: EnterpriseSort },
  ): Promise<EnterpriseList> {
    const { where, values } = whereOf(districtId, path, filter);
    const [sums]: [Pick<EnterpriseList, 'total' | 'workers' | 'members'>] = await this.database.query(
      `select count(*)::int as total, coalesce(sum(e.workers), 0)::float8 as workers,
         coalesce(sum(e.members), 0)::float8 as members ${from} where ${where}`,
      values,
    );
    const items: EnterpriseView[] = await this.database.query(
      `select ${columns} ${from} where ${where} order by ${order[sort]}
       limit $${values.length + 1} offset $${values.length + 2}`,
      [...values, pageSize, (page - 1) * pageSize],
    );
    return { items, page, pageSize, ...sums };
  }

  get(actor: Actor, id: string): Promise<EnterpriseView> {
    return readEnterprise(this.database.manager, actor, id);
  }

  async history(actor: Actor, id: string): Promise<EnterpriseHistory> {
    await this.get(actor, id);
    const [history]: [EnterpriseHistory] = await this.database.query(historySql, [actor.districtId, id, LONGEST]);
    return history;
  }

  /** How many enterprises each derived list holds; `on`: held on that day, as the tree stood then. */
  async derived({ districtId, path, unionId }: Actor, { on }: { on?: string } = {}): Promise<DerivedCounts> {
    const [row]: [Record<string, number>] =
      on === undefined
        ? await this.database.query(
            `select ${sumsOf(derived, 'e')} ${from} where e.district_id = $1 and u.path <@ $2::ltree`,
            [districtId, path],
          )
        : await this.database.query(derivedOnSql, [districtId, on, unionId]);
    const items = derivedLists.map((list) => ({
      list,
      enterprises: row[list] ?? 0,
      workers: row[`${list}Workers`] ?? 0,
    }));
    return { items };
  }

  /** All that were found, in the order they were registered; fetched by the page, so that a slow reader holds no connection. */
  async *all({ districtId, path }: Actor, filter: EnterpriseFilter): AsyncGenerator<EnterpriseView> {
    const { where, values } = whereOf(districtId, path, filter);
    let last = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows: EnterpriseView[] = await this.database.query(
        `select ${columns} ${from} where ${where} and e.id > $${values.length + 1} order by e.id limit ${EXPORT_PAGE}`,
        [...values, last],
      );
      yield* rows;
      if (rows.length < EXPORT_PAGE) return;
      last = rows.at(-1)?.id ?? last;
    }
  }
}

/** Of each list how many there are, and the workers it is about. */
function sumsOf(lists: Record<DerivedList, string>, of: string): string {
  const sums = derivedLists.map((list) => {
    const about = list === 'notAllMembers' ? `${of}.workers - coalesce(${of}.members, 0)` : `${of}.workers`;
    const [count, sum] = ['count(*)', `coalesce(sum(${about})`];
    return `${count} filter (where ${lists[list]})::int as "${list}", ${sum} filter (where ${lists[list]}), 0)::float8 as "${list}Workers"`;
  });
  return sums.join(', ');
}

const derivedOnSql = `
  with tree as materialized (${treeOn('$2::date')})
  select ${sumsOf(derivedOn('$2::date'), 's')} from (${enterprisesOn('$2::date')}) as s join tree t on t.id = s.union_id
  where t.path <@ (select path from tree where id = $3)`;

export async function readEnterprise(tx: EntityManager, actor: Actor, id: string): Promise<EnterpriseView> {
  const [row]: EnterpriseView[] = await tx.query(
    `select ${columns} ${from} where e.district_id = $1 and e.id = $2 and u.path <@ $3::ltree`,
    [actor.districtId, id, actor.path],
  );
  if (row === undefined) throw new NotFound();
  return row;
}

const historySql = `
  select (
    select coalesce(json_agg(json_build_object('no', c.no, 'kind', c.kind, 'before', c.before, 'after', c.after,
      'reason', c.reason, 'intakeId', c.intake_id, 'officerName', o.name,
      'at', to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by c.no desc), '[]')
    from (select * from enterprise_change where district_id = $1 and enterprise_id = $2 order by no desc limit $3) c
    left join officer o on o.district_id = $1 and o.id = c.officer_id
  ) as changes, (
    select coalesce(json_agg(json_build_object('since', p.since, 'until', p.until, 'unionId', p.union_id, 'unionName', u.name,
      'reason', p.reason) order by p.since desc), '[]')
    from (select * from enterprise_placement where district_id = $1 and enterprise_id = $2 order by since desc limit $3) p
    join trade_union u on u.district_id = $1 and u.id = p.union_id
  ) as places, (
    select coalesce(json_agg(json_build_object('countedOn', h.counted_on, 'workers', h.workers, 'members', h.members)
      order by h.counted_on desc), '[]')
    from (select * from enterprise_headcount where district_id = $1 and enterprise_id = $2 order by counted_on desc limit $3) h
  ) as headcounts, (
    select coalesce(json_agg(json_build_object('fact', f.fact, 'until', f.until, 'value', f.value) order by f.until desc, f.fact), '[]')
    from (select * from enterprise_former_fact where district_id = $1 and enterprise_id = $2 order by until desc limit $3) f
  ) as former`;
