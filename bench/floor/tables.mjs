/** The floor's own tables, as full as the product's: where a million rows lie cold for one, they do for the other. */
import { written } from './statements.mjs';

/** Made once for a ground; a kept one keeps them. */
export async function layFloor(client, log) {
  const { rows } = await client.query(`select from pg_namespace where nspname = 'floor_laid'`);
  if (rows.length > 0) return;
  const begun = performance.now();
  await client.query('drop schema if exists floor cascade');
  await client.query('create schema floor');
  for (const table of written) {
    await client.query(`create table floor.${table} (like public.${table} including all excluding indexes)`);
    await client.query(`insert into floor.${table} overriding system value select * from public.${table}`);
    const { rows: indexes } = await client.query(
      `select indexdef from pg_indexes where schemaname = 'public' and tablename = $1`,
      [table],
    );
    for (const { indexdef } of indexes)
      await client.query(indexdef.replace(/INDEX \S+ ON public\./, 'INDEX ON floor.'));
    await client.query(`analyze floor.${table}`);
  }
  await client.query(
    `select setval(pg_get_serial_sequence('floor.outbox_message', 'seq'), (select coalesce(max(seq), 1) from floor.outbox_message))`,
  );
  await client.query('create schema floor_laid');
  log(`the floor laid in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
}
