/** Empties a database that holds an interrupted demo and nothing else; the caller has made sure of that. */
import type { DataSource } from 'typeorm';
import { projectionTables } from '../platform/projections';

/** The audit trail refuses to be emptied; here it holds only what the demo itself wrote. */
export async function startOver(database: DataSource): Promise<void> {
  const tables = [
    ...database.entityMetadatas.map(({ tableName }) => `public.${tableName}`),
    ...projectionTables.map((table) => `platform.${table}`),
    'live.change',
  ];
  await database.transaction(async (tx) => {
    await tx.query('alter table audit_entry disable trigger audit_entry_no_truncate');
    await tx.query('alter table audit_seal disable trigger audit_seal_no_truncate');
    await tx.query(`truncate ${tables.join(', ')}`);
    await tx.query('alter table audit_entry enable trigger audit_entry_no_truncate');
    await tx.query('alter table audit_seal enable trigger audit_seal_no_truncate');
  });
}
