/** Rebuilds the platform's tables from the announcements: replay into a shadow, then swap. */
import type { DataSource, EntityManager } from 'typeorm';
import { project, readEvents, useSchema } from './apply';
import { markAllBoards } from '../kept/board-version';
import { projectionTables, roomyTables } from './projections';

const SHADOW = 'platform_shadow';
const BATCH = 500;

/** Replays everything into fresh tables and swaps them in; consoles go on reading the old ones until then. */
export async function rebuild(database: DataSource, onProgress: (line: string) => void): Promise<number> {
  const [{ begun }]: [{ begun: Date }] = await database.query('select clock_timestamp() as begun');
  await database.transaction((tx) => makeShadow(tx));
  let [last, told] = [0, 0];
  for (;;) {
    const seqs = await database.transaction(async (tx) => {
      await useSchema(tx, SHADOW, 'none');
      return replay(tx, 'projected_at is not null and seq > $1 order by seq limit $2', [last, BATCH]);
    });
    if (seqs.length === 0) break;
    last = seqs.at(-1) ?? last;
    told += seqs.length;
    onProgress(`${told} announcements told again`);
  }
  await database.transaction(async (tx) => {
    // Workers wait here; what they closed meanwhile is told once more, which changes nothing that was told already.
    await useSchema(tx, SHADOW, 'exclusive');
    told += (await replay(tx, 'seq > $1 and projected_at is not null order by seq', [last])).length;
    await replay(tx, `projected_at >= $1 and seq <= $2 order by seq`, [begun, last]);
    await tx.query(`drop schema platform cascade`);
    await tx.query(`alter schema ${SHADOW} rename to platform`);
    await markAllBoards(tx);
  });
  return told;
}

async function makeShadow(tx: EntityManager): Promise<void> {
  await tx.query(`drop schema if exists ${SHADOW} cascade`);
  await tx.query(`create schema ${SHADOW}`);
  for (const table of projectionTables)
    await tx.query(
      `create table ${SHADOW}.${table} (like platform.${table} including all)${roomyTables.has(table) ? ' with (fillfactor = 80)' : ''}`,
    );
}

async function replay(tx: EntityManager, where: string, parameters: unknown[]): Promise<number[]> {
  const events = await readEvents(tx, where, parameters);
  await project(tx, events);
  return events.map((event) => event.seq);
}
