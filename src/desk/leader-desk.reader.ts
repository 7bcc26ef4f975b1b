/** Which unions below need a word from their leader today: one bounded statement over everything below. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { workingDaysBetween } from '../calendar/working-days';
import { CalendarService } from '../calendar/calendar.service';
import type { Language } from '../http/language';
import type { Actor } from '../kernel/actor';
import { Clock, addDays, dayOf } from '../kernel/clock';
import { PATIENCE_DAYS } from './desk';
import { LINES, SILENT_DAYS, UNSIGNED_DAYS, whyOf, workingDaysBack } from './leader-desk';
import { type LeaderDeskView, type LeaderLine, concerns } from './leader-desk.view';
import { litSql } from './lit';

/** Long enough for every term above, with all holidays of a year between. */
const CALENDAR_DAYS = 60;

const orderOf = (kind: string): string =>
  `array_position(array[${concerns.map((one) => `'${one}'`).join(', ')}], ${kind})`;
const endOf = (day: string): string => `((${day}::date + 1)::timestamp at time zone 'Asia/Shanghai')`;

/** $2 path, $3 union, $5 to $7 the last days on which it was silent, unsigned, lying. */
const sql = `
  with scope as materialized (
    select u.id, u.name, u.tier, u.code from trade_union u
    where u.district_id = $1 and u.path <@ $2::ltree and u.id <> $3::uuid and (u.closed_on is null or u.closed_on >= $4::date)
  ), ${litSql}, concern as (
    select union_id, task_id, null::uuid as order_id, title, light, behind, overdue, 0 as count, kind,
      case kind when 'unsigned' then created_at when 'silent' then heard_at end as since,
      case kind when 'overdue' then overdue when 'unsigned' then $4::date - created_at::date
        when 'silent' then $4::date - heard_at::date else behind end as size
    from (
      select lit.*, case
        when overdue > 0 then 'overdue'
        when light = 'red' then 'red'
        when status = 'assigned' and created_at < ${endOf('$6')} then 'unsigned'
        when status = 'signed' and behind > 0 and heard_at < ${endOf('$5')} then 'silent'
        when light = 'yellow' and behind > 0 then 'yellow'
      end as kind from lit
    ) judged where kind is not null
    union all
    select t.assigner_id, (array_agg(t.id order by r.submitted_at, r.id))[1], null, (array_agg(t.title order by r.submitted_at, r.id))[1],
      null, 0, 0, count(*)::int, 'review', min(r.submitted_at), $4::date - min(r.submitted_at)::date
    from progress_report r join task t on t.district_id = $1 and t.id = r.task_id join scope s on s.id = t.assigner_id
    where r.district_id = $1 and r.status = 'submitted' and r.submitted_at < ${endOf('$7')} and t.status <> 'withdrawn'
    group by t.assigner_id
    union all
    select o.union_id, o.task_id, o.id, o.title, null, 0, $4::date - o.limit_on, 0, 'order', null, $4::date - o.limit_on
    from scope s join supervision_order o on o.union_id = s.id and o.district_id = $1
    where o.status in ('issued', 'signed', 'returned') and o.limit_on < $4::date
  ), ranked as (
    select c.*, row_number() over worst as place, (count(*) over (partition by union_id) - 1)::int as others
    from concern c window worst as (partition by union_id order by ${orderOf('kind')}, size desc, order_id, task_id)
  )
  select r.union_id as "unionId", s.name as "unionName", s.tier, r.kind, r.task_id as "taskId", r.order_id as "orderId", r.title, r.light,
    round(r.behind, 1)::text as behind, r.overdue::int as "overdueDays", r.since, r.count, r.others,
    (count(*) over ())::int as unions
  from ranked r join scope s on s.id = r.union_id where r.place = 1
  order by ${orderOf('r.kind')}, r.size desc, s.code, r.union_id limit ${LINES}`;

type Row = Omit<LeaderLine, 'days' | 'why'> & { since: Date | null; unions: number };

@Injectable()
export class LeaderDeskReader {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(CalendarService) private readonly calendar: CalendarService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async read(actor: Actor, language: Language): Promise<LeaderDeskView> {
    const today = this.clock.today();
    const days = await this.calendar.overrides(
      this.database.manager,
      actor.districtId,
      addDays(today, -CALENDAR_DAYS),
      today,
    );
    const back = (n: number): string => workingDaysBack(today, n, days);
    const rows: Row[] = await this.database.query(sql, [
      actor.districtId,
      actor.path,
      actor.unionId,
      today,
      back(SILENT_DAYS),
      back(UNSIGNED_DAYS),
      back(PATIENCE_DAYS),
    ]);
    const items = rows.map(({ since, unions: _, ...row }) => {
      const line = { ...row, days: since === null ? 0 : workingDaysBetween(dayOf(since), today, days) };
      return { ...line, why: whyOf(line)[language] };
    });
    return { today, items, more: (rows[0]?.unions ?? 0) - items.length };
  }
}
