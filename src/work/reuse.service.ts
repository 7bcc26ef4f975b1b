/** Entered once, used again (沿用): accepted values of the same measure, and the link from the report that takes one over. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { plain } from '../kernel/decimal';
import { NotFound, Refused } from '../kernel/errors';
import { audit } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import { requireOpen, takeInHand } from './report-in-hand';
import type { ReusableList, ReusableValue, TakenFromView } from './reuse.view';

const MOST = 20;

/** The latest accepted report of each other task of a union that asks for the same figure in an overlapping period. */
const fitting = `
  from task t join task e on e.union_id = t.union_id and e.district_id = t.district_id and e.root_id <> t.root_id
      and e.status <> 'withdrawn' and e.measure_name = t.measure_name and e.measure_unit = t.measure_unit
      and e.start_on <= t.due_on and e.due_on >= t.start_on
    join lateral (
      select r.id, r.no, r.as_of, r.done, r.note from progress_report r
      where r.district_id = e.district_id and r.task_id = e.id and r.status = 'accepted' and scale(trim_scale(r.done)) <= t.measure_decimals
      order by r.as_of desc, r.no desc limit 1
    ) a on true
    join trade_union g on g.district_id = e.district_id and g.id = e.assigner_id
  where t.district_id = $1 and t.id = $2 and t.union_id = $3`;

@Injectable()
export class ReuseService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(DataSource) private readonly database: DataSource,
  ) {}

  /** What a task of the own union could be reported with. Errors: notFound. */
  async reusable(actor: Actor, taskId: string): Promise<ReusableList> {
    const own = [actor.districtId, taskId, actor.unionId];
    const [task]: unknown[] = await this.database.query(
      'select 1 from task where district_id = $1 and id = $2 and union_id = $3',
      own,
    );
    if (task === undefined) throw new NotFound();
    const rows: (ReusableValue & { total: number })[] = await this.database.query(
      `select a.id as "reportId", e.id as "taskId", e.title as "taskTitle", g.name as "assignerName", a.no, a.as_of as "asOf",
         a.done, e.measure_unit as unit, a.note, count(*) over ()::int as total ${fitting} order by a.as_of desc, e.id limit ${MOST}`,
      own,
    );
    const items = rows.map(({ total: _, ...value }) => ({ ...value, done: plain(value.done) }));
    return { items, total: rows[0]?.total ?? 0 };
  }

  /** Says that an open report of one's own takes its value over from an accepted one. Errors: report.source (422), report.notOpen (409), notFound. */
  take(actor: Actor, reportId: string, fromReportId: string): Promise<TakenFromView> {
    return this.deeds.run(actor, async (tx) => {
      const report = await ownOpen(tx, actor, reportId);
      const [source]: TakenFromView[] = await tx.query(
        `select a.id as "reportId", e.id as "taskId", e.title as "taskTitle", a.as_of as "asOf", a.done ${fitting} and a.id = $4`,
        [actor.districtId, report.taskId, actor.unionId, fromReportId],
      );
      if (source === undefined) throw noSource();
      await tx.query(
        `insert into report_source (district_id, report_id, from_report_id, taken_by, taken_at) values ($1, $2, $3, $4, app_now())
         on conflict (district_id, report_id) do update set
           from_report_id = excluded.from_report_id, taken_by = excluded.taken_by, taken_at = excluded.taken_at`,
        [actor.districtId, reportId, fromReportId, actor.officerId],
      );
      await audit(tx, actor, 'report.takenOver', reportId, { after: { fromReportId } });
      return { ...source, done: plain(source.done) };
    });
  }

  /** The value is one's own after all. */
  async leave(actor: Actor, reportId: string): Promise<void> {
    await this.deeds.run(actor, async (tx) => {
      await ownOpen(tx, actor, reportId);
      await tx.query('delete from report_source where district_id = $1 and report_id = $2', [
        actor.districtId,
        reportId,
      ]);
      await audit(tx, actor, 'report.notTakenOver', reportId);
      return {};
    });
  }
}

async function ownOpen(tx: EntityManager, actor: Actor, reportId: string) {
  const report = await takeInHand(tx, actor, reportId);
  if (report.unionId !== actor.unionId) throw new NotFound();
  requireOpen(report);
  return report;
}

function noSource(): Refused {
  return new Refused(
    'report.source',
    {
      zh: '只能沿用本单位同一指标、时段相交的其他任务中最近一次审核通过的数。',
      en: 'Only the latest accepted value of another task of your union can be taken over, of the same measure and an overlapping period.',
    },
    'reportId',
  );
}
