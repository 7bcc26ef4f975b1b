/** Where one task stands for its ladders (任务催办状态): from which day each counts, and what was told. Pure. */
import type { EntityManager } from 'typeorm';
import { NotFound } from '../kernel/errors';
import { chasedSql, dayOfSql } from './chased';
import type { LadderKind } from './ladder';
import type { Hold } from './step-words';

export interface TaskStanding {
  readonly id: string;
  readonly unionId: string;
  readonly unionName: string;
  readonly assignerId: string;
  /** The union above the one that gave it; null for the district. */
  readonly aboveAssignerId: string | null;
  readonly title: string;
  readonly startOn: string;
  readonly dueOn: string;
  readonly givenOn: string;
  readonly anchor: string;
  readonly hold: Hold | null;
  /** The day the report that waits for review was handed in; null where none waits. */
  readonly submittedOn: string | null;
  /** What was told already: kind, anchor and step. */
  readonly told: readonly string[];
}

const sql = `
  select c.id, c.union_id as "unionId", u.name as "unionName", c.assigner_id as "assignerId", a.parent_id as "aboveAssignerId",
    c.title, c.start_on as "startOn", c.due_on as "dueOn", c.given_on as "givenOn", c.anchor, c.hold,
    (select ${dayOfSql('o.submitted_at')} from progress_report o
      where o.district_id = $1 and o.task_id = c.id and o.status = 'submitted') as "submittedOn",
    array(select distinct x.kind || ' ' || x.anchor_on || ' ' || x.step from reminder_turn x
      where x.district_id = $1 and x.task_id = c.id) as told
  from (${chasedSql('t.id = $3')}) c
  join trade_union u on u.district_id = $1 and u.id = c.union_id
  join trade_union a on a.district_id = $1 and a.id = c.assigner_id`;

/** Errors: notFound. */
export async function standingOf(
  tx: EntityManager,
  districtId: string,
  today: string,
  taskId: string,
): Promise<TaskStanding> {
  const [standing]: TaskStanding[] = await tx.query(sql, [districtId, today, taskId]);
  if (standing === undefined) throw new NotFound();
  return standing;
}

/** The day from which a ladder counts; null where it does not run. */
export const anchorOf = (standing: TaskStanding, kind: LadderKind): string | null =>
  kind === 'review' ? standing.submittedOn : standing.hold === null ? standing.anchor : null;

export const wasTold = ({ told }: TaskStanding, kind: LadderKind, anchor: string, step: string): boolean =>
  told.includes(`${kind} ${anchor} ${step}`);

/** Whether a step is still to be told of a ladder that counts from `anchor`: what lay before the task was given is not. */
export function counts(standing: TaskStanding, kind: LadderKind, step: { offset: number; day: string }): boolean {
  if (kind === 'review') return true;
  const { anchor, dueOn, givenOn, startOn } = standing;
  return step.day > givenOn && step.day >= startOn && (anchor === dueOn || step.offset > 0);
}
