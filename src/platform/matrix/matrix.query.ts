/** Unions × tasks (尺子): what each union below has of every task of a union and year, one read however many. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, tiers } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { percent, plain } from '../../kernel/decimal';
import { Refused } from '../../kernel/errors';
import type { LightRule } from '../../kernel/light-rule';
import { type LightColumns, boardLight, lightColumns } from '../task-board/board-light';
import { boardOf } from '../board-of';
import type { MatrixQuery as Asked } from '../platform.dto';
import type { MatrixCell, MatrixTask, MatrixUnion, MatrixView } from './matrix.view';

const figures = `b.target, b.done, b.pending, b.start_on as "startOn", b.due_on as "dueOn", b.status,
  ${lightColumns}`;

const columnsSql = `
  select b.task_id as "taskId", b.code, b.title, b.programme, b.measure, ${figures}
  from platform.task_board b
  where b.district_id = $1 and b.union_id = $2 and b.year = $3 and b.status <> 'withdrawn'
  order by b.programme, b.due_on, b.task_id limit $4`;

/**
 * Down from the columns, tier by tier, so that what was given before a union moved stays with whom it was given by
 * (product rule "The tree moves"); beside them the unions of the class that were given nothing.
 */
const cellsSql = `
  with recursive below as (
    select b.task_id as "columnId", b.task_id, b.tier from platform.task_board b
    where b.district_id = $1 and b.task_id = any($2)
    union all
    select below."columnId", c.task_id, c.tier from below
    join platform.task_board c on c.district_id = $1 and c.parent_id = below.task_id and c.status <> 'withdrawn'
    where below.tier <> $3
  ), cells as (
    select below."columnId", b.union_id, b.task_id, ${figures}, b.open_status as "openStatus"
    from below join platform.task_board b on b.district_id = $1 and b.task_id = below.task_id
    where below.tier = $3
  ), rows as (
    select union_id from cells
    union
    select union_id from platform.union_card
    where district_id = $1 and tier = $3 and path <@ $4::ltree
      and (closed_on is null or closed_on >= make_date($5, 1, 1)) and opened_on <= make_date($5, 12, 31)
  )
  select r.union_id as "unionId", coalesce(u.name, '') as "unionName", u.parent_id as "parentId",
    coalesce(json_agg(json_build_object('columnId', c."columnId", 'taskId', c.task_id, 'target', c.target::text, 'done', c.done::text,
      'pending', c.pending::text, 'startOn', c."startOn", 'dueOn', c."dueOn", 'status', c.status, 'openStatus', c."openStatus",
      'milestones', c.milestones, 'parkedUntil', c."parkedUntil", 'redOn', c."redOn", 'toldLight', c."toldLight",
      'lightOn', c."lightOn"))
      filter (where c.task_id is not null), '[]') as cells
  from rows r
  left join platform.union_card u on u.district_id = $1 and u.union_id = r.union_id
  left join cells c on c.union_id = r.union_id
  group by r.union_id, u.name, u.parent_id, u.code, u.path
  order by u.path, u.code limit $6`;

interface Figures extends LightColumns {
  target: string;
  done: string;
  pending: string;
  startOn: string;
  dueOn: string;
  status: 'assigned' | 'signed' | 'withdrawn';
}
type Column = Figures & Pick<MatrixTask, 'taskId' | 'code' | 'title' | 'programme' | 'measure'>;
type Cell = Figures & { columnId: string; taskId: string; openStatus: 'submitted' | 'returned' | null };
type Row = Omit<MatrixUnion, 'cells'> & { cells: Cell[] };

/** A district of 230 communities with forty tasks fits; more columns or rows are no board any more. */
const MOST = { tasks: 200, unions: 1_000 };

@Injectable()
export class MatrixQuery {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async show(actor: Actor, asked: Asked): Promise<MatrixView> {
    const today = this.clock.today();
    const year = asked.year ?? Number(today.slice(0, 4));
    const board = await boardOf(this.database, actor, asked.unionId);
    const tier = asked.tier ?? tiers[tiers.indexOf(board.tier) + 1] ?? 'community';
    if (tiers.indexOf(tier) <= tiers.indexOf(board.tier)) throw notBelow();
    const { districtId } = actor;
    const columns: Column[] = await this.database.query(columnsSql, [districtId, board.unionId, year, MOST.tasks]);
    const ids = columns.map(({ taskId }) => taskId);
    const rows: Row[] = await this.database.query(cellsSql, [districtId, ids, tier, board.path, year, MOST.unions]);
    return {
      asOf: board.asOf,
      year,
      unionId: board.unionId,
      unionName: board.unionName,
      tier,
      tasks: columns.map((column) => taskOf(column, today, board.rule)),
      unions: rows.map(({ unionId, unionName, parentId, cells }) => {
        const of = new Map(cells.map((cell) => [cell.columnId, cell]));
        return {
          unionId,
          unionName,
          parentId,
          cells: ids.flatMap((id, column) => cellOf(of.get(id), column, today, board.rule)),
        };
      }),
    };
  }
}

function taskOf(column: Column, today: string, rule: LightRule | null): MatrixTask {
  const { taskId, code, title, programme, measure, dueOn } = column;
  const { overdueDays: _, ...light } = boardLight(column, today, rule);
  return { taskId, code, title, programme, measure, ...amounts(column), ...light, dueOn };
}

function cellOf(cell: Cell | undefined, column: number, today: string, rule: LightRule | null): MatrixCell[] {
  if (cell === undefined) return [];
  const { light, behind, overdueDays } = boardLight(cell, today, rule);
  const waits = { submitted: 'review', returned: 'resubmit' } as const;
  const turn = cell.status === 'assigned' ? 'sign' : cell.openStatus === null ? null : waits[cell.openStatus];
  return [{ column, taskId: cell.taskId, ...amounts(cell), light, behind, overdueDays, turn }];
}

function amounts({ target, done, pending }: Figures): Pick<MatrixCell, 'target' | 'done' | 'pending' | 'rate'> {
  return { target: plain(target), done: plain(done), pending: plain(pending), rate: percent(done, target) };
}

function notBelow(): Refused {
  return new Refused(
    'matrix.tier',
    { zh: '所选层级须在该工会之下。', en: 'The tier of the rows must lie below the union.' },
    'tier',
  );
}
