/** What is asked most names the district of every table it touches: where districts are spread over machines, each goes to one of them. */
import pg from 'pg';
import { preparedStatements } from '../../src/kernel/prepared';
import '../../src/api.module';
import '../../src/worker';
import { freshDatabase } from '../support/database';

/** By a token alone: who calls is not known before; sessions are few and stay together. */
const byToken = ['access.sessions', 'access.used'];
/** What goes over all districts of one database, by number: relay and clocks run once in each. */
const byTheClock = /^clock\./;

let spread: Set<string>;
beforeAll(async () => {
  const { url, drop } = await freshDatabase();
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.columns
     where column_name = 'district_id' and table_schema in ('public', 'platform', 'live')`,
  );
  spread = new Set(rows.map(({ name }) => name));
  await client.end();
  await drop();
});

/** Tables and what they are called in the statement. */
function tablesOf(sql: string): { table: string; alias: string }[] {
  const found = sql.matchAll(/\b(?:from|join|update|insert into) ([a-z_.]+)(?: (?:as )?([a-z]\w*))?/g);
  return [...found]
    .map(([whole, name = '', alias = '']) => ({
      table: name.includes('.') ? name : `public.${name}`,
      // what is written is named in the list of its columns
      alias:
        whole.startsWith('insert') || /^(where|on|set|left|join|order|using|cross|limit|select|group)?$/.test(alias)
          ? ''
          : alias,
    }))
    .filter(({ table }) => spread.has(table));
}

const named = (sql: string, alias: string): boolean =>
  alias === '' ? /(?<![.\w])district_id\b/.test(sql) : sql.includes(`${alias}.district_id`);

it('there are such statements, and they touch tables that have a district', () => {
  const touched = [...preparedStatements().values()].flatMap(tablesOf);
  expect(preparedStatements().size).toBeGreaterThan(10);
  expect(new Set(touched.map(({ table }) => table)).size).toBeGreaterThan(20);
});

it('each names it', () => {
  const missing = [...preparedStatements()]
    .filter(([name]) => !byToken.includes(name) && !byTheClock.test(name))
    .flatMap(([name, sql]) =>
      tablesOf(sql).flatMap(({ table, alias }) => (named(sql, alias) ? [] : [`${name}: ${table} ${alias}`.trim()])),
    );
  expect(missing).toEqual([]);
});
