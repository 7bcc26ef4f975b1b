/** Empties a database that holds an interrupted demo and nothing else; the caller has made sure of that. */
import type { DataSource } from 'typeorm';
import { projectionTables } from '../platform/projections';

/** These refuse to be emptied; here they hold only what the demo itself wrote. */
const kept = ['audit_entry', 'audit_seal', 'publication', 'published_sheet', 'correction'];

export async function startOver(database: DataSource): Promise<void> {
  const tables = [
    ...database.entityMetadatas.map(({ tableName }) => `public.${tableName}`),
    ...projectionTables.map((table) => `platform.${table}`),
    'live.change',
  ];
  await database.transaction(async (tx) => {
    for (const table of kept) await tx.query(`alter table ${table} disable trigger ${table}_no_truncate`);
    await tx.query(`truncate ${tables.join(', ')}`);
    for (const table of kept) await tx.query(`alter table ${table} enable trigger ${table}_no_truncate`);
  });
}
