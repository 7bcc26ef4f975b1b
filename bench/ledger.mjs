/** A page of a ledger with a million entries: filtered by one field, sorted by another. `ENTRIES=1000000`; time and plan. */
import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';
import { loadConfig } from '../dist/src/config.js';
import { FigureReader } from '../dist/src/ledger/figure/figure.reader.js';
import { EntryReader } from '../dist/src/ledger/entry/entry.reader.js';
import { TEMPLATES } from '../dist/src/ledger/templates/templates.js';
import { LedgerTypeService } from '../dist/src/ledger/type/ledger-type.service.js';
import { start } from '../dist/src/start.js';
import { groundFor } from './ground.mjs';

const ENTRIES = Number(process.env.ENTRIES ?? 1_000_000);
const RUNS = Number(process.env.RUNS ?? 5);
const { folder, seeded, keepSeeded, clear } = groundFor(`ledger-${ENTRIES}`);
const config = loadConfig({ DATA_DIR: folder, PORT: '0', DEMO: 'off', LOG_LEVEL: 'error', ROLE: 'api' });
const house = await start(config, () => undefined, console.error);

const unions = (tier, above, count) => `
  insert into trade_union (district_id, id, parent_id, tier, code, name, path, opened_on, version)
  select p.district_id, u.id, p.id, '${tier}', '${tier[0]}' || no, '第' || no || '${tier}',
    p.path || replace(u.id::text, '-', '')::ltree, '2010-01-01', 1
  from (select no, gen_random_uuid() as id from generate_series(1, ${count}) no) u
    join (select *, row_number() over (order by id) as place, count(*) over () as all from trade_union where tier = '${above}') p
      on p.place = 1 + u.no % p.all`;

/** Accepted entries of 500 communities over six and a half years, 200 of them of a rare kind. */
async function seed(database, typeId, officerId, at) {
  const runner = database.createQueryRunner();
  await runner.query('set statement_timeout = 0');
  await runner.query('set transaction_timeout = 0').catch(() => undefined);
  await runner.query(
    `insert into ledger_entry (district_id, id, type_id, type_version, union_id, path, day, given, status, version, created_by,
       created_at, submitted_at, ${at('kind')}, ${at('person')}, ${at('people')}, ${at('amount')}, ${at('visitedOn')})
     select u.district_id, gen_random_uuid(), $1, 1, u.id, u.path, d.day,
       jsonb_build_object('kind', k.kind, 'people', k.people, 'amount', k.amount, 'visitedOn', d.day, 'person', jsonb_build_object('name', k.person)),
       'accepted', 1, $2, now(), now(), k.kind, k.person, k.people::numeric, k.amount::numeric, d.day
     from generate_series(1, ${ENTRIES}) no
       join (select *, row_number() over (order by id) as place from trade_union where tier = 'community') u on u.place = 1 + no % 500,
       lateral (select date '2020-01-01' + (no::bigint * 7919 % 2400)::int as day) d,
       lateral (select (array['visit', 'visit', 'visit', 'schooling', 'heat'])[1 + no % 5] as kind, '职工' || no % 20000 as person,
         (1 + no * 31 % 40)::text as people, (no * 7 % 300000 / 100.0)::text as amount) k`,
    [typeId, officerId],
  );
  await runner.query(`update ledger_entry set ${at('kind')} = 'illness', given = given || '{"kind": "illness"}' where id in (
    select id from ledger_entry order by id limit 200)`);
  await runner.query('analyze ledger_entry');
  await runner.release();
  keepSeeded();
}

try {
  const database = house.app.get(DataSource);
  if (!seeded) await database.query(unions('subdistrict', 'district', 10));
  if (!seeded) await database.query(unions('community', 'subdistrict', 500));
  const [office] = await database.query(
    `select u.district_id as "districtId", o.id as "officerId", u.id as "unionId", u.path::text as path, u.tier, o.role, o.account
     from trade_union u join officer o on o.union_id = u.id where u.tier = 'district' limit 1`,
  );
  const actor = { ...office, network: 'local', requestId: 'bench' };
  if (!seeded) {
    const { definition } = TEMPLATES.find(({ code }) => code === 'aid-visits');
    await house.app.get(LedgerTypeService).create(actor, { code: 'aid-visits', definition, reason: 'bench' });
  }
  const [type] = await database.query('select id, slots from ledger_type');
  const { slots } = type;
  const from = performance.now();
  if (!seeded) await seed(database, type.id, actor.officerId, (field) => slots[field]);
  const [{ size }] = await database.query(`select pg_size_pretty(pg_total_relation_size('ledger_entry')) as size`);
  console.log(`${ENTRIES} entries in ${((performance.now() - from) / 1000).toFixed(0)} s, ${size} with indexes`);

  const entries = house.app.get(EntryReader);
  const figures = house.app.get(FigureReader);
  const [sub] = await database.query(
    `select id as "unionId", path::text as path, tier from trade_union where tier = 'subdistrict' limit 1`,
  );
  const [community] = await database.query(
    `select id as "unionId", path::text as path, tier from trade_union where tier = 'community' limit 1`,
  );
  const asked = { page: 1, pageSize: 50 };
  const filter = (filters) => ({ ...asked, filters: JSON.stringify(filters) });
  const list = (who, what) => () => entries.list(who, type.id, what);
  const cases = {
    'the first page, the latest first': list(actor, asked),
    'page 200': list(actor, { ...asked, page: 200 }),
    'kind = heat, by amount from the top': list(actor, { ...filter({ kind: ['heat'] }), sort: '-amount' }),
    'kind = illness (200 of all), by amount': list(actor, { ...filter({ kind: ['illness'] }), sort: 'amount' }),
    'amount from 100 to 101, by person': list(actor, {
      ...filter({ amount: { from: '100', to: '101' } }),
      sort: 'person',
    }),
    'person begins with 职工1234, by day': list(actor, filter({ person: { begins: '职工1234' } })),
    'heat, amount over 2990, by people': list(actor, {
      ...filter({ kind: ['heat'], amount: { from: '2990' } }),
      sort: 'people',
    }),
    'the same for a sub-district': list({ ...actor, ...sub }, { ...filter({ kind: ['heat'] }), sort: '-amount' }),
    'the same for a community': list({ ...actor, ...community }, { ...filter({ kind: ['heat'] }), sort: '-amount' }),
    'sum of amount by kind, one year': () =>
      figures.figure(actor, type.id, {
        measure: 'sum',
        field: 'amount',
        by: 'kind',
        from: '2025-01-01',
        to: '2025-12-31',
      }),
  };
  for (const [name, run] of Object.entries(cases)) {
    const statements = [];
    const query = PostgresQueryRunner.prototype.query;
    PostgresQueryRunner.prototype.query = function heard(sql, parameters, ...rest) {
      statements.push([sql, parameters]);
      return query.call(this, sql, parameters, ...rest);
    };
    await run();
    PostgresQueryRunner.prototype.query = query;
    const times = [];
    for (let no = 0; no < RUNS; no++) {
      const began = performance.now();
      await run();
      times.push(performance.now() - began);
    }
    times.sort((a, b) => a - b);
    const used = new Set();
    for (const [sql, parameters] of statements.filter(([text]) => text.includes('from ledger_entry'))) {
      const plan = await database.query(`explain ${sql}`, parameters);
      for (const { 'QUERY PLAN': line } of plan)
        for (const [, scan, index = ''] of line.matchAll(
          /(Seq Scan on ledger_entry|Index(?: Only)? Scan(?: Backward)? using|Bitmap Index Scan on) ?(ledger_entry_\w+)?/g,
        ))
          if (scan.startsWith('Seq') || index !== '')
            used.add(scan.startsWith('Seq') ? 'A SCAN' : index.replace('ledger_entry_', ''));
    }
    console.log(
      `${name.padEnd(42)} median ${times[times.length >> 1].toFixed(1).padStart(8)} ms  most ${times.at(-1).toFixed(1).padStart(8)} ms  ` +
        `${statements.length} statements  by ${[...used].join(', ')}`,
    );
  }
} finally {
  await house.stop();
  clear();
}
