/** The figures of the annual report over a large district: values and traces in time and statements, and how soon an accepted entry is on the platform. */
import 'reflect-metadata';
import { AsyncLocalStorage } from 'node:async_hooks';
import { DataSource } from 'typeorm';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';
import { loadConfig } from '../dist/src/config.js';
import { INDICATOR_TEMPLATES } from '../dist/src/indicator/templates/templates.js';
import { IndicatorTemplateReader } from '../dist/src/indicator/templates/indicator-template.reader.js';
import { TraceReader } from '../dist/src/indicator/trace/trace.reader.js';
import { indicatorValues } from '../dist/src/indicator/value/indicator-values.js';
import { readPeriod } from '../dist/src/kernel/period.js';
import { EntryService } from '../dist/src/ledger/entry/entry.service.js';
import { start } from '../dist/src/start.js';
import { costSince } from './cost.mjs';
import { groundFor } from './ground.mjs';

const ENTRIES = Number(process.env.ENTRIES ?? 1_000_000);
const ENTERPRISES = Number(process.env.ENTERPRISES ?? 100_000);
const RUNS = Number(process.env.RUNS ?? 5);
const { folder, seeded, keepSeeded, clear } = groundFor(`indicator-${ENTRIES}-${ENTERPRISES}`);
const config = loadConfig({ DATA_DIR: folder, PORT: '0', DEMO: 'off', LOG_LEVEL: 'error', ROLE: 'all' });
const house = await start(config, () => undefined, console.error);

const unions = (tier, above, count) => `
  insert into trade_union (district_id, id, parent_id, tier, code, name, path, opened_on, version)
  select p.district_id, u.id, p.id, '${tier}', '${tier[0]}' || no, '第' || no || '${tier}',
    p.path || replace(u.id::text, '-', '')::ltree, '2010-01-01', 1
  from (select no, gen_random_uuid() as id from generate_series(1, ${count}) no) u
    join (select *, row_number() over (order by id) as place, count(*) over () as all from trade_union where tier = '${above}') p
      on p.place = 1 + u.no % p.all`;

const seconds = (from) => ((performance.now() - from) / 1000).toFixed(1);

const counting = new AsyncLocalStorage();
const query = PostgresQueryRunner.prototype.query;
PostgresQueryRunner.prototype.query = function heard(...given) {
  const counter = counting.getStore();
  if (counter !== undefined && !/^(START|COMMIT|ROLLBACK)/i.test(given[0])) counter.statements += 1;
  return query.apply(this, given);
};

/** Runs it once to count its own statements, then for the clock. */
async function measured(name, run) {
  const counter = { statements: 0 };
  const began = performance.now();
  await counting.run(counter, run);
  const first = performance.now() - began;
  const times = [];
  const cost = costSince(folder);
  for (let no = 0; no < RUNS; no++) {
    const from = performance.now();
    await run();
    times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  const median = times[times.length >> 1];
  console.log(
    `${name.padEnd(58)} first ${first.toFixed(0).padStart(6)} ms  median ${median.toFixed(0).padStart(6)} ms  ` +
      `most ${times.at(-1).toFixed(0).padStart(6)} ms  ${counter.statements} statements; of ${RUNS} runs ${cost()}`,
  );
}

/** Entries of all ledgers over six and a half years, and enterprises, in 500 communities. */
async function seed(database, officerId) {
  const from = performance.now();
  const runner = database.createQueryRunner();
  await runner.query('set statement_timeout = 0');
  await runner.query('set transaction_timeout = 0').catch(() => undefined);
  const types = await runner.query(
    'select t.id, t.code, t.slots, v.definition from ledger_type t join ledger_version v on v.type_id = t.id',
  );
  for (const { id, slots, definition } of types) {
    const count = Math.floor(ENTRIES / types.length);
    const columns = definition.fields.filter(({ key }) => slots[key] !== undefined);
    const value = ({ kind, choices }) =>
      ({
        whole: `(1 + no * 31 % 40)`,
        decimal: `(no * 7 % 3000 / 10.0)`,
        money: `(no * 7 % 300000 / 100.0)`,
        day: 'd.day',
      })[kind] ??
      (choices === undefined
        ? `'第' || no % 5000 || '企业'`
        : `(array[${choices.map(({ code }) => `'${code}'`)}])[1 + no % ${choices.length}]`);
    const json = definition.fields
      .filter(({ kind }) => kind === 'enterprise' || kind === 'person')
      .map(({ key }) => `'${key}', jsonb_build_object('name', '第' || no % 5000 || '企业')`);
    await runner.query(
      `insert into ledger_entry (district_id, id, type_id, type_version, union_id, path, day, given, status, version, created_by,
         created_at, submitted_at${columns.map(({ key }) => `, ${slots[key]}`).join('')})
       select u.district_id, gen_random_uuid(), $1, 1, u.id, u.path, d.day, jsonb_build_object(${json.join(', ')}), 'accepted', 1, $2,
         now(), now()${columns.map((field) => `, ${value(field)}`).join('')}
       from generate_series(1, ${count}) no
         join (select *, row_number() over (order by id) as place from trade_union where tier = 'community') u on u.place = 1 + no % 500,
         lateral (select date '2020-01-01' + (no * 7919::bigint % 2400)::int as day) d`,
      [id, officerId],
    );
  }
  await runner.query(
    `insert into enterprise (district_id, id, credit_code, name, kind, union_id, placed_since, opened_on, union_established_on,
       workers, members, counted_on, standing, standing_since)
     select u.district_id, gen_random_uuid(), lpad(no::text, 18, '0'), '第' || no || '企业', 'non_public', u.id, '2012-01-01', '2012-01-01',
       case when no % 10 > 2 then date '2015-01-01' end, 100, 90, '2024-06-30',
       case when no % 4 = 0 then 'abnormal' else 'normal' end, case when no % 4 = 0 then date '2024-06-30' end
     from generate_series(1, ${ENTERPRISES}) no
       join (select *, row_number() over (order by id) as place from trade_union where tier = 'community') u on u.place = 1 + no % 500`,
  );
  await runner.query('analyze ledger_entry');
  await runner.query('analyze enterprise');
  await runner.release();
  console.log(`${ENTRIES} entries in ${types.length} ledgers and ${ENTERPRISES} enterprises in ${seconds(from)} s`);
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
  const { districtId } = actor;
  const library = house.app.get(IndicatorTemplateReader);
  const report = INDICATOR_TEMPLATES.filter(({ definition }) => definition.programme !== 'S21');
  if (!seeded) {
    for (const { code } of report) await library.take(actor, code, '2025');
    await seed(database, actor.officerId);
  }
  const settled = async () => {
    for (;;) {
      const [{ left }] = await database.query(
        `select (select count(*) from indicator_stale)::int + (select count(*) from outbox_message where projected_at is null and name <> 'system.canary')::int as left`,
      );
      if (left === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const valued = async (name) => {
    const [all, cost] = [performance.now(), costSince(folder)];
    await settled();
    console.log(`${name}: on the platform in ${seconds(all)} s; ${cost()}`);
  };
  await valued('all values of all unions worked out');
  keepSeeded();
  const [{ kept }] = await database.query('select count(*)::int as kept from platform.indicator_value');
  console.log(`${kept} values`);

  const [sub] = await database.query(`select id from trade_union where tier = 'subdistrict' limit 1`);
  const [community] = await database.query(`select id from trade_union where tier = 'community' limit 1`);
  const valuesOf = (unionId, period) => () =>
    database.transaction((tx) => indicatorValues(tx, districtId, unionId, readPeriod(period)));
  await measured(`${report.length} indicators of the district, a year`, valuesOf(districtId, '2025'));
  await measured('the same, a month', valuesOf(districtId, '2025-06'));
  await measured('the same of a sub-district, a year', valuesOf(sub.id, '2025'));
  await measured('the same of a community, a year', valuesOf(community.id, '2025'));
  const traces = house.app.get(TraceReader);
  const ids = await database.query('select id, code from indicator order by code');
  const idOf = (code) => ids.find((each) => each.code === code).id;
  await measured('each of them traced to its parts, one after the other', async () => {
    for (const { id } of ids) await traces.trace(actor, id, { period: '2025' });
  });
  const items = (code, part) => () => traces.items(actor, idOf(code), { period: '2025', part, limit: 50 });
  await measured('a page of entries behind aid.paid', items('aid.paid', 1));
  await measured('a page of different enterprises behind safety-cup', items('safety-cup.enterprises', 1));
  await measured('a page of enterprises behind rate.establishment', items('rate.establishment', 1));

  // somebody tells later what happened long ago: every period since is worked out anew
  await database.query(
    `update enterprise set union_established_on = case when union_established_on is null then date '2025-02-01' end
     where id = (select id from enterprise where union_established_on is null or union_established_on = date '2025-02-01' order by id limit 1)`,
  );
  await valued('a back-dated change of one enterprise');

  const entries = house.app.get(EntryService);
  const [aid] = await database.query(`select id from ledger_type where code = 'aid-visits'`);
  const seen = async () => {
    const [row] = await database.query(
      `select value::text as value from platform.indicator_value where indicator_id = $1 and union_id = $2 and kind = 'year' and from_day = '2026-01-01'`,
      [idOf('aid.visits'), districtId],
    );
    return row?.value ?? null;
  };
  const times = [];
  for (let no = 0; no < RUNS; no++) {
    const before = await seen();
    const values = { kind: 'visit', people: '1', amount: '100', visitedOn: '2026-01-05' };
    const { id } = await entries.begin(actor, aid.id, { values });
    const began = performance.now();
    await entries.submit(actor, id);
    while ((await seen()) === before) await new Promise((resolve) => setTimeout(resolve, 20));
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  console.log(`accepted entry → platform, district's year: ${times.map((ms) => `${ms.toFixed(0)} ms`).join(', ')}`);
} finally {
  await house.stop();
  clear();
}
