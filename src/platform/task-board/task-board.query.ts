/** The task board (任务看板) of a union and year: each task, and what lies directly below it. */
import { Inject, Injectable } from '@nestjs/common';
import { Decimal } from 'decimal.js';
import type { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { percent, plain } from '../../kernel/decimal';
import { NotFound } from '../../kernel/errors';
import { HotReads } from '../../kernel/hot-reads';
import { isWithin } from '../../kernel/id';
import { prepared } from '../../kernel/prepared';
import { asOfSql } from '../as-of';
import type { BoardRow, BoardTask, BoardTaskView, TaskBoardView } from '../platform.view';
import type { LightRule } from '../../kernel/light-rule';
import { type LightColumns, boardLight, lightColumns, ruleSql } from './board-light';

type Row = Omit<BoardRow, 'rate' | 'remainder' | 'signedAt' | 'light' | 'elapsed' | 'behind' | 'overdueDays'> &
  LightColumns & {
    parentId: string | null;
    keptTarget: string | null;
    children: number;
    signedAt: Date | null;
  };

const columns = `b.task_id as "taskId", b.parent_id as "parentId", b.union_id as "unionId", coalesce(u.name, '') as "unionName",
  b.tier, b.code, b.title, b.programme, b.measure, b.target, b.done, b.pending, b.allocated, b.kept_target as "keptTarget",
  b.children, b.shortfall_reason as "shortfallReason", b.weight, b.start_on as "startOn", b.due_on as "dueOn",
  b.first_due_on as "firstDueOn", b.status,
  b.signed_at as "signedAt", b.timeliness, b.accepted_report_id as "acceptedReportId", b.open_report_id as "openReportId",
  b.open_status as "openStatus", b.to_review as "toReview", ${lightColumns}`;
const from = `from platform.task_board b
  left join platform.union_card u on u.district_id = b.district_id and u.union_id = b.union_id`;

/** A board holds the tasks of one union and year: some dozens; more than this is no board any more. */
const MOST = 1000;

const heads = prepared(
  'board.head',
  `select ${asOfSql} as "asOf", u.name, u.path::text as path, ${ruleSql} as rule
       from (select 1) one left join platform.union_card u on u.district_id = $1 and u.union_id = $2`,
);
const ofUnion = prepared(
  'board.tasks',
  `select ${columns} ${from}
       where b.district_id = $1 and b.union_id = $2 and b.year = $3 and b.status <> 'withdrawn'
         and (b.path <@ $4::ltree or b.union_id = $5)
       order by b.due_on, b.task_id limit ${MOST}`,
);
const oneTask = prepared(
  'board.one',
  `select ${asOfSql} as "asOf", ${ruleSql} as rule, ${columns} ${from}
       where b.district_id = $1 and b.task_id = $2 and (b.path <@ $3::ltree or b.union_id = $4)`,
);
const directlyBelow = prepared(
  'board.below',
  `select ${columns} ${from}
           where b.district_id = $1 and b.parent_id = any($2) and b.status <> 'withdrawn' order by u.code`,
);

@Injectable()
export class TaskBoardQuery {
  constructor(
    @Inject(HotReads) private readonly reads: HotReads,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async show(actor: Actor, query: { unionId?: string; year?: number; below: boolean }): Promise<TaskBoardView> {
    const unionId = query.unionId ?? actor.unionId;
    const today = this.clock.today();
    const year = query.year ?? Number(today.slice(0, 4));
    const [head]: { asOf: Date; name: string | null; path: string | null; rule: LightRule | null }[] =
      await this.reads.ask(heads, [actor.districtId, unionId]);
    const tasks: Row[] = await this.reads.ask(ofUnion, [actor.districtId, unionId, year, actor.path, actor.unionId]);
    const own = unionId === actor.unionId || (head?.path != null && isWithin(head.path, actor.path));
    if (head === undefined || (!own && tasks.length === 0)) throw new NotFound();
    const shown = await this.withChildren(actor, tasks, { today, rule: head.rule }, query.below);
    return { asOf: head.asOf.toISOString(), year, unionId, unionName: head.name ?? '', tasks: shown };
  }

  /** One task, withdrawn or not, with what lies directly below it. */
  async one(actor: Actor, taskId: string): Promise<BoardTaskView> {
    const [found]: (Row & { asOf: Date; rule: LightRule | null })[] = await this.reads.ask(oneTask, [
      actor.districtId,
      taskId,
      actor.path,
      actor.unionId,
    ]);
    if (found === undefined) throw new NotFound();
    const { asOf, rule, ...row } = found;
    const [task] = await this.withChildren(actor, [row], { today: this.clock.today(), rule }, true);
    return { asOf: asOf.toISOString(), task: task as BoardTask };
  }

  private async withChildren(actor: Actor, tasks: readonly Row[], by: LitBy, below: boolean): Promise<BoardTask[]> {
    const children: Row[] = below
      ? await this.reads.ask(directlyBelow, [actor.districtId, tasks.map((task) => task.taskId)])
      : [];
    const byParent = new Map<string | null, BoardRow[]>();
    for (const child of children)
      byParent.set(child.parentId, [...(byParent.get(child.parentId) ?? []), rowOf(child, by)]);
    return tasks.map((task) => ({
      ...rowOf(task, by),
      children: byParent.get(task.taskId) ?? [],
    }));
  }
}

/** The day and the rule by which lights are shown. */
interface LitBy {
  readonly today: string;
  readonly rule: LightRule | null;
}

function rowOf(row: Row, { today, rule }: LitBy): BoardRow {
  const { parentId: _, keptTarget, children, milestones, redOn, toldLight, lightOn, ...shown } = row;
  const lit = { milestones, redOn, toldLight, lightOn };
  const [target, done, allocated] = [plain(row.target), plain(row.done), plain(row.allocated)];
  const divided = children > 0 || keptTarget !== null;
  return {
    ...shown,
    target,
    done,
    allocated,
    pending: plain(row.pending),
    weight: plain(row.weight),
    rate: percent(done, target),
    remainder: divided ? new Decimal(target).minus(allocated).toFixed() : null,
    signedAt: row.signedAt?.toISOString() ?? null,
    ...boardLight({ ...shown, ...lit, target, done }, today, rule),
  };
}
