/** The schema equals the entities: every table and column of the writers, both ways. */
import { DataSource } from 'typeorm';
import { dataSource } from '../../src/database/data-source';
import { freshDatabase } from '../support/database';

let database: DataSource;
let drop: () => Promise<void>;

beforeAll(async () => {
  const fresh = await freshDatabase();
  drop = fresh.drop;
  database = await dataSource(fresh.url, 2).initialize();
});

afterAll(async () => {
  await database.destroy();
  await drop();
});

const types: Record<string, string> = { timestamptz: 'timestamp with time zone', varchar: 'character varying' };

it('every column of every entity stands in the database with its type, and no other', async () => {
  const columns: { table: string; column: string; type: string; nullable: boolean }[] = await database.query(
    `select table_name as "table", column_name as "column",
       case data_type when 'USER-DEFINED' then udt_name else data_type end as type, is_nullable = 'YES' as nullable
     from information_schema.columns where table_schema = 'public' and table_name <> 'migration' order by 1, 2`,
  );
  const told = database.entityMetadatas
    .flatMap(({ tableName, columns: described }) =>
      described.map((column) => {
        const type = String(column.type);
        return {
          table: tableName,
          column: column.databaseName,
          type: column.isArray ? 'ARRAY' : (types[type] ?? type),
          nullable: column.isNullable,
        };
      }),
    )
    .sort((a, b) => (`${a.table} ${a.column}` < `${b.table} ${b.column}` ? -1 : 1));
  const sorted = columns.sort((a, b) => (`${a.table} ${a.column}` < `${b.table} ${b.column}` ? -1 : 1));
  expect(told).toEqual(sorted);
});

it('every entity has the primary key of its table', async () => {
  const keys: { table: string; columns: string[] }[] = await database.query(
    `select c.relname as "table", array_agg(a.attname::text order by a.attname) as columns
     from pg_index i join pg_class c on c.oid = i.indrelid
     join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
     where i.indisprimary and c.relnamespace = 'public'::regnamespace and c.relname <> 'migration' group by 1 order by 1`,
  );
  const told = database.entityMetadatas
    .map(({ tableName, primaryColumns }) => ({
      table: tableName,
      columns: primaryColumns.map((column) => column.databaseName).sort(),
    }))
    .sort((a, b) => (a.table < b.table ? -1 : 1));
  expect(told).toEqual(keys);
});
