/** Lights as they are read (红黄绿灯): one task's with its reasons, its children and its history; and all that are not green. */
import { Inject, Injectable } from '@nestjs/common';
import { Decimal } from 'decimal.js';
import { DataSource } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { Clock, dayOf, daysBetween } from '../kernel/clock';
import { plain } from '../kernel/decimal';
import { NotFound } from '../kernel/errors';
import { isWithin } from '../kernel/id';
import { type Light, judgeLight, lastRedDay } from '../kernel/light';
import { standardRule } from '../kernel/light-rule';
import { turnOf } from '../kernel/light-turn';
import { lightWords } from './light-words';
import type { LightsQuery } from './light.dto';
import { childrenSql, historySql, listSql, taskSql } from './light-reading';
import { type ChildRow, type HistoryRow, type ListRow, type TaskRow, shortOf } from './light-reading';
import type { LightChangeView, LightChild, LitTask, LitTaskList, TaskLightView } from './light.view';

@Injectable()
export class LightReader {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Judged as of now, so that a form is never behind. Errors: notFound. */
  async task(actor: Actor, taskId: string): Promise<TaskLightView> {
    const today = this.clock.today();
    const [found]: TaskRow[] = await this.database.query(taskSql, [actor.districtId, taskId]);
    if (found === undefined || !(isWithin(found.path, actor.path) || found.unionId === actor.unionId))
      throw new NotFound();
    const children: ChildRow[] = await this.database.query(childrenSql, [actor.districtId, taskId, today]);
    const history: HistoryRow[] = await this.database.query(historySql, [actor.districtId, taskId]);
    const rule = found.rule ?? standardRule;
    const given = { ...found, redOn: lastRedDay(read(found), today) };
    const { light, reason, behind, elapsed, planned, progress, overdueDays, idlePeriods } = judgeLight(
      given,
      rule,
      today,
    );
    const accepted = { ...given, done: new Decimal(found.done).plus(found.pending).toFixed(), pending: '0' };
    const { parkedUntil, unit, ruleNo } = found;
    const { redOn } = given;
    const said = {
      reason,
      behind,
      planned,
      progress,
      overdueDays,
      idlePeriods,
      redOn,
      parkedUntil,
      period: rule.period,
    };
    return {
      taskId,
      today,
      light,
      reason,
      words: lightWords(said),
      behind,
      elapsed,
      planned,
      progress,
      overdueDays,
      short: light === null ? '0' : shortOf(found, today),
      unit,
      pending: plain(found.pending),
      withPending: judgeLight(accepted, rule, today).light,
      since: light === found.light ? (found.since?.toISOString() ?? null) : null,
      turnsOn: turnOf(given, rule, today),
      redOn,
      ruleVersion: ruleNo,
      children: children.map((child) => childOf(child)),
      history: history.map((change, no) => changeOf(change, history[no - 1], today)),
    };
  }

  /** Red first, then those that have been so the longest. Errors: notFound. */
  async list(
    actor: Actor,
    { unionId = actor.unionId, light, year, page, pageSize }: LightsQuery,
  ): Promise<LitTaskList> {
    const today = this.clock.today();
    const [top]: { path: string }[] = await this.database.query(
      'select path::text as path from trade_union where district_id = $1 and id = $2',
      [actor.districtId, unionId],
    );
    if (top === undefined || !(unionId === actor.unionId || isWithin(top.path, actor.path))) throw new NotFound();
    const colours: Light[] = light === undefined ? ['red', 'yellow'] : [light];
    const rows: ListRow[] = await this.database.query(listSql, [
      actor.districtId,
      top.path,
      colours,
      year ?? null,
      pageSize,
      (page - 1) * pageSize,
    ]);
    return { items: rows.map((row) => litOf(row, today)), page, pageSize, total: rows[0]?.total ?? 0 };
  }
}

/** Since which day it has its colour. */
const read = ({ light, since, redOn }: { light: Light | null; since: Date | null; redOn: string | null }) => ({
  light,
  since: since === null ? null : dayOf(since),
  redOn,
});

function childOf({ taskId, unionId, unionName, light, behind, short }: ChildRow): LightChild {
  return { taskId, unionId, unionName, light, behind: behind ?? '0.0', short: plain(short) };
}

function changeOf(change: HistoryRow, next: HistoryRow | undefined, today: string): LightChangeView {
  const { on, at, before, light, reason, behind, done, target, dueOn, ruleVersion, culprits } = change;
  return {
    on,
    at: at.toISOString(),
    before,
    light,
    reason,
    words: lightWords({ reason, behind }),
    behind,
    done: plain(done),
    target: plain(target),
    dueOn,
    days: daysBetween(on, next?.on ?? today),
    ruleVersion,
    culprits: culprits ?? [],
  };
}

function litOf({ total: _, since, rule, ...row }: ListRow, today: string): LitTask {
  const { taskId, title, unionId, unionName, light, unit, dueOn } = row;
  const now = judgeLight({ ...row, redOn: lastRedDay(read({ ...row, since }), today) }, rule ?? standardRule, today);
  const same = now.light === light;
  const said = same ? now : { reason: row.reason, behind: row.behind };
  return {
    taskId,
    title,
    unionId,
    unionName,
    light,
    reason: said.reason,
    words: lightWords({ ...said, redOn: row.redOn, period: (rule ?? standardRule).period }),
    behind: said.behind,
    since: since.toISOString(),
    days: daysBetween(dayOf(since), today),
    done: plain(row.done),
    pending: plain(row.pending),
    target: plain(row.target),
    unit,
    dueOn,
  };
}
