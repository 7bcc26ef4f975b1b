/** Tasks as forms and decisions read them: from the writers' own tables, within reach. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, EntityManager, In, Not } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { NotFound } from '../kernel/errors';
import { HotReads } from '../kernel/hot-reads';
import { isWithin } from '../kernel/id';
import { allocate } from './cascade';
import { Signature } from './signature.entity';
import { TaskChange } from './task-change.entity';
import { Task } from './task.entity';
import { type TaskOrder, taskLists, taskOf, type TaskRow } from './task-list';
import { type SharesView, type TaskDetail, type TaskList, taskDetail, taskView } from './task.view';

export interface TaskFilter {
  year?: number;
  programme?: string;
  status?: Task['status'];
  code?: string;
  q?: string;
  sort: TaskOrder;
  page: number;
  pageSize: number;
}

@Injectable()
export class TaskReader {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(HotReads) private readonly reads: HotReads,
  ) {}

  /** The tasks of the actor's own union, the earliest due first unless asked otherwise. */
  async list(actor: Actor, { page, pageSize, q, sort, ...filter }: TaskFilter): Promise<TaskList> {
    const { year = null, programme = null, status = null, code = null } = filter;
    const words = q === undefined ? null : `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`;
    const skipped = (page - 1) * pageSize;
    const asked = [actor.districtId, actor.unionId, year, programme, status, code, words, pageSize, skipped];
    const rows = await this.reads.ask<TaskRow>(taskLists[sort], asked);
    const items = rows.filter(({ id }) => id !== null).map((row) => taskView(taskOf(row)));
    return { items, page, pageSize, total: rows[0]?.total ?? 0 };
  }

  async get(actor: Actor, id: string): Promise<TaskDetail> {
    const tx = this.database.manager;
    const task = await findTask(tx, actor, id);
    const of = { districtId: actor.districtId, taskId: id };
    const changes = await tx.find(TaskChange, { where: of, order: { changedAt: 'ASC', id: 'ASC' } });
    return taskDetail(task, changes, await signedAt(tx, task));
  }

  async shares(actor: Actor, id: string): Promise<SharesView> {
    return sharesOf(this.database.manager, await findTask(this.database.manager, actor, id));
  }
}

/** A task within reach: of the own union or below it, as the tree stood when it was given. */
export async function findTask(tx: EntityManager, actor: Actor, id: string, locked = false): Promise<Task> {
  const lock = locked ? ({ mode: 'pessimistic_write' } as const) : undefined;
  const task = await tx.findOne(Task, { where: { districtId: actor.districtId, id }, lock });
  if (task === null || !(isWithin(task.path, actor.path) || task.unionId === actor.unionId)) throw new NotFound();
  return task;
}

/** A task of the actor's own union, locked: only it signs, divides and reports. */
export async function lockOwn(tx: EntityManager, actor: Actor, id: string): Promise<Task> {
  const task = await findTask(tx, actor, id, true);
  if (task.unionId !== actor.unionId) throw new NotFound();
  return task;
}

/** A task and, for a share, the task it is part of, both locked; it must belong to what the actor's union gave. */
export async function lockGiven(
  tx: EntityManager,
  actor: Actor,
  taskId: string,
  shareId: string | null,
): Promise<{ parent: Task | null; task: Task }> {
  const own = await findTask(tx, actor, taskId, true);
  if (own.unionId !== actor.unionId) throw new NotFound();
  if (shareId === null) {
    if (own.parentId !== null) throw new NotFound();
    return { parent: null, task: own };
  }
  const task = await findTask(tx, actor, shareId, true);
  if (task.parentId !== own.id) throw new NotFound();
  return { parent: own, task };
}

export async function childrenOf(tx: EntityManager, task: Task): Promise<Task[]> {
  return tx.find(Task, {
    where: { districtId: task.districtId, parentId: task.id, status: Not('withdrawn') },
    order: { path: 'ASC' },
  });
}

export async function sharesOf(tx: EntityManager, task: Task): Promise<SharesView> {
  const shares = await childrenOf(tx, task);
  const given = { ...task, decimals: task.measureDecimals };
  return { task: taskView(task), shares: shares.map(taskView), ...allocate(given, shares, task.keptTarget) };
}

/** When each of several tasks of one district was signed for, ISO; what was not signed for is absent. */
export async function signaturesOf(tx: EntityManager, tasks: readonly Task[]): Promise<ReadonlyMap<string, string>> {
  const [first] = tasks;
  if (first === undefined) return new Map();
  const found = await tx.findBy(Signature, {
    districtId: first.districtId,
    taskId: In(tasks.map((task) => task.id)),
  });
  return new Map(found.map((signature) => [signature.taskId, signature.signedAt.toISOString()]));
}

export async function signedAt(tx: EntityManager, task: Task): Promise<string | null> {
  const signature = await tx.findOneBy(Signature, { districtId: task.districtId, taskId: task.id });
  return signature?.signedAt.toISOString() ?? null;
}
