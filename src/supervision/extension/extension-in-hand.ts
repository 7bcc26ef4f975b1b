/** What deeds about extensions (延期) take in hand: the tasks locked in one order, the moment, and the words to tell. */
import type { EntityManager } from 'typeorm';
import type { ExtensionWords } from '../../events/events';
import { Task } from '../../work/task.entity';
import type { Extension } from './extension.entity';

/** By id, locked in one order, so that two bulk deeds wait for each other instead of dying. */
export async function lockTasks(
  tx: EntityManager,
  districtId: string,
  ids: readonly string[],
): Promise<Map<string, Task>> {
  if (ids.length === 0) return new Map();
  const found = await tx
    .createQueryBuilder(Task, 't')
    .setLock('pessimistic_write')
    .where('t.districtId = :districtId and t.id = any(:ids)', { districtId, ids })
    .orderBy('t.id')
    .getMany();
  return new Map(found.map((task) => [task.id, task]));
}

/** The database's moment and the civil day it falls on. */
export async function momentIn(tx: EntityManager): Promise<{ at: Date; today: string }> {
  const [moment]: [{ at: Date; today: string }] = await tx.query('select app_now() as at, app_today()::text as today');
  return moment;
}

export const extensionWords = ({
  id,
  needs,
  beforeOn,
  proposedOn,
  dueOn,
  reason,
  decisionReason,
}: Extension): ExtensionWords => ({
  extensionId: id,
  needs,
  beforeOn,
  proposedOn,
  dueOn,
  reason,
  decisionReason,
});
