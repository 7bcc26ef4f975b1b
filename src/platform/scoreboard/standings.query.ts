/** Standings (排名) of the unions of one class: completion, punctuality, score, with ties. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { NotFound } from '../../kernel/errors';
import { HotReads } from '../../kernel/hot-reads';
import { idOfLabel } from '../../kernel/id';
import { prepared } from '../../kernel/prepared';
import { asOfSql } from '../as-of';
import type { StandingsQuery as Asked } from '../platform.dto';
import type { StandingRow, StandingsView } from '../platform.view';
import { classSql } from './class';
import { ranksOn } from './ranks-on';

/**
 * Missing = a reporting task past its due day with nothing handed in; it counts for the union and for the one that
 * gave it. On time, late and missing add up to 100 %. The same value has the same rank, the next rank is skipped.
 */
const sql = prepared(
  'board.standings',
  `
  with class as (${classSql}
  ), missing as (
    select who.union_id, count(*)::int as n
    from platform.task_board b, lateral (values (b.union_id), (b.assigner_id)) as who(union_id)
    where b.district_id = $1 and b.year = $4 and b.due_on < $5 and b.timeliness is null and b.status <> 'withdrawn'
      and (b.children = 0 or b.kept_target is not null) and who.union_id in (select union_id from class)
    group by who.union_id
  ), counted as (
    select c.union_id, c.name, c.code, coalesce(s.tasks, 0) as tasks, s.completion, s.provisional, coalesce(s.on_time, 0) as on_time,
      coalesce(s.late, 0) as late, coalesce(m.n, 0) as missing, s.score,
      round(100.0 * s.on_time / nullif(s.on_time + s.late + coalesce(m.n, 0), 0), 2) as punctuality
    from class c
    left join platform.standing s on s.district_id = $1 and s.year = $4 and s.union_id = c.union_id
    left join missing m on m.union_id = c.union_id
  ), measured as (
    select *, case $6 when 'score' then score when 'punctuality' then punctuality else completion end as value from counted
  )
  select case when value is null then null else rank() over (order by value desc nulls last)::int end as rank,
    union_id as "unionId", name as "unionName", tasks, completion, provisional, punctuality, on_time as "onTime", late, missing, score,
    count(*) over ()::int as total, ${asOfSql} as "asOf"
  from measured order by value desc nulls last, code limit $7 offset $8`,
);

type Row = Omit<StandingRow, 'rankBefore'> & { total: number; asOf: Date };

@Injectable()
export class StandingsQuery {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(HotReads) private readonly reads: HotReads,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async show(actor: Actor, asked: Asked): Promise<StandingsView> {
    const parentId = asked.parentId ?? parentFor(actor, asked.tier);
    if (!mayCompare(actor, { ...asked, parentId: parentId ?? undefined })) throw new NotFound();
    const today = this.clock.today();
    const year = asked.year ?? Number(today.slice(0, 4));
    const { tier, by, page, pageSize } = asked;
    const rows = await this.reads.ask<Row>(sql, [
      actor.districtId,
      tier,
      parentId,
      year,
      today,
      by,
      pageSize,
      (page - 1) * pageSize,
    ]);
    const of = { districtId: actor.districtId, tier, parentId, year };
    const before = asked.since === undefined ? undefined : await ranksOn(this.database, of, asked.since);
    const items = rows.map(({ total: _, asOf: __, ...row }) => ({
      ...row,
      rankBefore: before?.get(row.unionId) ?? null,
    }));
    const asOf = rows[0]?.asOf ?? this.clock.now();
    return { asOf: asOf.toISOString(), year, tier, by, items, page, pageSize, total: rows[0]?.total ?? 0 };
  }
}

/** Whom a sub-district means by "the communities": its own. */
function parentFor(actor: Actor, tier: Asked['tier']): string | null {
  return actor.tier === 'subdistrict' && tier === 'community' ? actor.unionId : null;
}

/** A union sees the standings of its own class and of what lies below it. */
function mayCompare(actor: Actor, { tier, parentId }: Asked): boolean {
  if (actor.tier === 'district') return true;
  if (actor.tier === tier)
    return parentId === undefined || actor.path.split('.').slice(0, -1).map(idOfLabel).includes(parentId);
  return actor.tier === 'subdistrict' && parentId === actor.unionId;
}
