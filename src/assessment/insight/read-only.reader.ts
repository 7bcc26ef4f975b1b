/** Questions that must not write (只读): the database itself refuses every change while they are answered. */
import type { EntityManager } from 'typeorm';
import type { Deeds } from '../../outbox/deeds';

/** One transaction in which nothing can be written; its moment is that of a deed. */
export function readOnly<T>(deeds: Deeds, answer: (tx: EntityManager) => Promise<T>): Promise<T> {
  return deeds.transaction(async (tx) => {
    await tx.query('set transaction read only');
    return answer(tx);
  });
}
