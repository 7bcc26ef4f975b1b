/** Entries one page after another (台账分批读取), the latest first, each page where the one before ended: for files of any length. */
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { readFilters } from '../query/filters';
import { listFrom } from '../query/list-query';
import { scopeOf } from '../query/scope';
import type { TypeInHand } from '../type/ledger-type.reader';
import { type EntryRow, pageSql, type WhichEntries } from './entry.reader';

/** Where a page ended. */
export interface Place {
  readonly day: string;
  readonly id: string;
}

const latestFirst = { column: 'e.day', down: true, sparse: false } as const;

export async function entriesAfter(
  tx: EntityManager,
  actor: Actor,
  { id: typeId, slots, definition }: TypeInHand,
  asked: WhichEntries,
  { after, most }: { after: Place | null; most: number },
): Promise<EntryRow[]> {
  const { districtId, unionId, path } = actor;
  const { status: statuses, from, to, filters } = asked;
  const scope = await scopeOf(tx, actor, asked.unionId);
  const parameters: unknown[] = [];
  const conditions = readFilters(definition, filters);
  const reader = { unionId, path };
  const where = listFrom({ typeId, districtId, reader, scope, statuses, from, to, conditions }, slots, parameters);
  const rest =
    after === null
      ? ''
      : ` and (e.day, e.id) < ($${parameters.push(after.day)}::date, $${parameters.push(after.id)}::uuid)`;
  const numbers = { most: parameters.push(most), skip: parameters.push(0), own: parameters.push(unionId) };
  return tx.query(pageSql(where, latestFirst, rest, numbers), parameters);
}
