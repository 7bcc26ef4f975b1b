/** The list of a union's tasks (任务列表) as it is asked of the database: one prepared statement for each order. */
import { plain } from '../kernel/decimal';
import { prepared } from '../kernel/prepared';
import type { Task } from './task.entity';
import type { TaskShown } from './task.view';

export type TaskOrder = 'dueOn' | '-dueOn' | 'weight' | '-weight';

const orders: Readonly<Record<TaskOrder, string>> = {
  dueOn: '"dueOn", id',
  '-dueOn': '"dueOn" desc, id',
  weight: 'weight, id',
  '-weight': 'weight desc, id',
};

const columns = `t.id, t.root_id as "rootId", t.parent_id as "parentId", t.union_id as "unionId", t.assigner_id as "assignerId", t.tier,
  t.year, t.code, t.title, t.programme, t.description, t.measure_name as "measureName", t.measure_unit as "measureUnit",
  t.measure_kind as "measureKind", t.measure_decimals as "measureDecimals", t.target, t.baseline, t.strength, t.weight,
  t.start_on as "startOn", t.due_on as "dueOn", t.first_due_on as "firstDueOn", t.parked_until as "parkedUntil",
  t.evidence_rule as "evidenceRule", t.status, t.kept_target as "keptTarget", t.shortfall_reason as "shortfallReason", t.milestones,
  t.version`;

/** $1 district, $2 union, $3 year, $4 programme, $5 status, $6 code, $7 a pattern of the title, $8 how many, $9 after how many. */
const listBy = (order: string): string => `
  with matching as (
    select ${columns} from task t
    where t.district_id = $1 and t.union_id = $2 and ($3::smallint is null or t.year = $3) and ($4::text is null or t.programme = $4)
      and ($5::text is null or t.status = $5) and ($6::text is null or t.code = $6) and ($7::text is null or t.title ilike $7)
  )
  select c.total, t.* from (select count(*)::int as total from matching) c
  left join (select * from matching order by ${order} limit $8 offset $9) t on true order by ${order}`;

export const taskLists = Object.fromEntries(
  Object.entries(orders).map(([name, order]) => [name, prepared(`work.tasks.${name}`, listBy(order))]),
) as Readonly<Record<TaskOrder, string>>;

/** A row of the list; of a page beyond the last one only the total is there. */
export type TaskRow = TaskShown & { total: number } & ({ id: string } | { id: null });

const shown = (value: string | null): string | null => (value === null ? null : plain(value));

export function taskOf({ total: _, ...row }: TaskRow): TaskShown {
  const { target, weight, baseline, keptTarget } = row as Task;
  return {
    ...row,
    target: plain(target),
    weight: plain(weight),
    baseline: shown(baseline),
    keptTarget: shown(keptTarget),
  };
}
