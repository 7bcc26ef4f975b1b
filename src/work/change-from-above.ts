/** What a change from above does to a task and all below it (调整、撤回): history, days, remainders. */
import type { EntityManager } from 'typeorm';
import { Refused } from '../kernel/errors';
import { newId } from '../kernel/id';
import type { Milestone } from '../kernel/light-plan';
import type { AnyAnnouncement, Teller } from '../outbox/announce';
import { allocate, fallsShort } from './cascade';
import { checkMilestones, saidMilestones } from './milestones';
import { bumpAll } from './task-as-it-stands';
import { Task } from './task.entity';
import { childrenOf, signaturesOf, signedAt } from './task.reader';

export type Field = 'target' | 'dueOn' | 'weight' | 'milestones';

/** Nothing below may be due after what it is part of; `task.days` when something below would not even have begun. */
export async function pullDueDays(
  tx: EntityManager,
  actor: Teller,
  task: Task,
  reason: string,
): Promise<AnyAnnouncement[]> {
  const late = (await below(tx, task)).filter((each) => each.dueOn > task.dueOn);
  if (late.length === 0) return [];
  const lastStart = late.map((each) => each.startOn).reduce((one, other) => (one > other ? one : other));
  if (lastStart > task.dueOn) {
    const words = {
      zh: `下级任务 ${lastStart} 才开始，截止日期不能早于这一天。`,
      en: `A share below starts on ${lastStart} only; the due day cannot come before it.`,
    };
    throw new Refused('task.days', words, 'dueOn');
  }
  const [signed, before] = [await signaturesOf(tx, late), new Map(late.map((each) => [each.id, each.dueOn]))];
  await note(tx, actor, late, 'dueOn', task.dueOn, reason);
  await bumpAll(tx, late, { dueOn: task.dueOn });
  return late.map((each) => changed(each, signed.get(each.id) ?? null, 'dueOn', before.get(each.id) ?? '', reason));
}

/** One plan for the task and everything below it. */
export async function setMilestones(
  tx: EntityManager,
  actor: Teller,
  task: Task,
  given: readonly Milestone[],
  reason: string,
): Promise<AnyAnnouncement[]> {
  checkMilestones(task, given);
  const milestones = given.length === 0 ? null : [...given];
  const others = [task, ...(await below(tx, task))].filter(
    (each) => saidMilestones(each.milestones) !== saidMilestones(milestones),
  );
  if (others.length === 0) return [];
  const signed = await signaturesOf(tx, others);
  const before = new Map(others.map((each) => [each.id, saidMilestones(each.milestones)]));
  await note(tx, actor, others, 'milestones', saidMilestones(milestones), reason);
  await bumpAll(tx, others, { milestones });
  return others.map((each) =>
    changed(each, signed.get(each.id) ?? null, 'milestones', before.get(each.id) ?? '', reason),
  );
}

/** A cascade that falls short by the change takes the change's reason, one that no longer does loses its own. */
export async function noteShortfall(tx: EntityManager, task: Task, reason: string): Promise<AnyAnnouncement[]> {
  const shares = await childrenOf(tx, task);
  if (shares.length === 0 && task.keptTarget === null) return [];
  const short = fallsShort(allocate({ ...task, decimals: task.measureDecimals }, shares, task.keptTarget));
  const next = short ? (task.shortfallReason ?? reason) : null;
  if (next === task.shortfallReason) return [];
  await bumpAll(tx, [task], { shortfallReason: next });
  const body = { task: task.body(await signedAt(tx, task)) };
  return [{ name: 'task.cascaded', unionId: task.unionId, path: task.path, subjectId: task.id, body }];
}

/** Everything alive below a task, locked in one order. */
export async function below(tx: EntityManager, task: Task): Promise<Task[]> {
  const ids: { id: string }[] = await tx.query(
    `with recursive below as (
       select id from task where district_id = $1 and parent_id = $2 and status <> 'withdrawn'
       union all
       select t.id from task t join below b on t.parent_id = b.id where t.district_id = $1 and t.status <> 'withdrawn')
     select id from below order by id`,
    [task.districtId, task.id],
  );
  if (ids.length === 0) return [];
  return tx
    .createQueryBuilder(Task, 't')
    .setLock('pessimistic_write')
    .where('t.districtId = :districtId and t.id = any(:ids)', {
      districtId: task.districtId,
      ids: ids.map((row) => row.id),
    })
    .orderBy('t.id')
    .getMany();
}

/** Withdraws a locked task with everything below it; what was accepted there no longer counts upward. */
export async function withdrawWithBelow(
  tx: EntityManager,
  actor: Teller,
  parent: Task | null,
  task: Task,
  reason: string,
): Promise<AnyAnnouncement[]> {
  const all = [task, ...(await below(tx, task))];
  const signed = await signaturesOf(tx, all);
  const before = new Map(all.map((each) => [each.id, each.body(null)]));
  await note(tx, actor, all, 'status', 'withdrawn', reason);
  await bumpAll(tx, all, { status: 'withdrawn' });
  const announcements: AnyAnnouncement[] = all.map((each) => ({
    name: 'task.withdrawn',
    unionId: each.unionId,
    path: each.path,
    subjectId: each.id,
    before: before.get(each.id),
    body: { task: each.body(signed.get(each.id) ?? null), reason },
  }));
  if (parent !== null) announcements.push(...(await noteShortfall(tx, parent, reason)));
  return announcements;
}

export interface Extended {
  readonly task: Task;
  readonly dueOn: string;
  readonly reason: string;
}

const extendSql = `
  with given as (
    select * from unnest($3::uuid[], $4::uuid[], $5::date[], $6::text[]) as g(id, task_id, due_on, reason)
  ), noted as (
    insert into task_change (district_id, id, task_id, field, before, after, reason, officer_id, changed_at)
    select $1, g.id, t.id, 'dueOn', t.due_on::text, g.due_on::text, g.reason, $2, app_now()
    from given g join task t on t.district_id = $1 and t.id = g.task_id
  )
  update task t set due_on = g.due_on, first_due_on = coalesce(t.first_due_on, t.due_on), version = t.version + 1
  from given g where t.district_id = $1 and t.id = g.task_id`;

/** Later due days for locked tasks, with their history; the first day of each is kept. Nothing below has to follow. */
export async function extendTasks(
  tx: EntityManager,
  actor: Teller,
  extended: readonly Extended[],
): Promise<AnyAnnouncement[]> {
  const ids = extended.map(({ task }) => task.id);
  await tx.query(extendSql, [
    actor.districtId,
    actor.officerId,
    ids.map(() => newId()),
    ids,
    extended.map(({ dueOn }) => dueOn),
    extended.map(({ reason }) => reason),
  ]);
  const signed = await signaturesOf(
    tx,
    extended.map(({ task }) => task),
  );
  return extended.map(({ task, dueOn, reason }) => {
    const before = task.dueOn;
    Object.assign(task, { dueOn, firstDueOn: task.firstDueOn ?? before, version: task.version + 1 });
    return changed(task, signed.get(task.id) ?? null, 'dueOn', before, reason);
  });
}

/** Writes into the history of each task that a field takes another value. */
export async function note(
  tx: EntityManager,
  actor: Teller,
  tasks: readonly Task[],
  field: Field | 'status' | 'parkedUntil',
  after: string,
  reason: string,
): Promise<void> {
  await tx.query(
    `insert into task_change (district_id, id, task_id, field, before, after, reason, officer_id, changed_at)
     select $1, id, task_id, $2, before, $3, $4, $5, app_now()
       from unnest($6::uuid[], $7::uuid[], $8::text[]) as each (id, task_id, before)`,
    [
      actor.districtId,
      field,
      after,
      reason,
      actor.officerId,
      tasks.map(() => newId()),
      tasks.map((task) => task.id),
      tasks.map((task) => said(task, field)),
    ],
  );
}

const said = (task: Task, field: Field | 'status' | 'parkedUntil'): string =>
  field === 'milestones' ? saidMilestones(task.milestones) : (task[field] ?? '');

export function changed(task: Task, at: string | null, field: Field, before: string, reason: string): AnyAnnouncement {
  const body = { task: task.body(at), field, before, after: said(task, field), reason };
  return {
    name: 'task.changed',
    unionId: task.unionId,
    path: task.path,
    subjectId: task.id,
    before: { [field]: before },
    body,
  };
}
