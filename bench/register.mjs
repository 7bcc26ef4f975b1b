/** What the enterprise register costs: a spreadsheet of 100,000 enterprises taken in, list pages and rates over them. */
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';
import { loadConfig } from '../dist/src/config.js';
import { checkCharacterOf } from '../dist/src/enterprise/credit-code.js';
import { EnterpriseReader } from '../dist/src/enterprise/enterprise.reader.js';
import { enterpriseTaker } from '../dist/src/enterprise/enterprise-taker.js';
import { RatesReader } from '../dist/src/enterprise/rates.reader.js';
import { IntakeReader } from '../dist/src/intake/intake.reader.js';
import { IntakeService } from '../dist/src/intake/intake.service.js';
import { sheetStream } from '../dist/src/intake/sheet-out.js';
import { start } from '../dist/src/start.js';

const ROWS = Number(process.env.ROWS ?? 100_000);
const RUNS = Number(process.env.RUNS ?? 5);
const COMMUNITIES = 50;
const unions = (tier, above, count) => `
  with made as (
    insert into trade_union (district_id, id, parent_id, tier, code, name, path, opened_on, version)
    select p.district_id, u.id, p.id, '${tier}', '${tier[0]}' || no, '第' || no || '${tier === 'community' ? '社区工联会' : '街道总工会'}',
      p.path || replace(u.id::text, '-', '')::ltree, '2010-01-01', 1
    from (select no, gen_random_uuid() as id from generate_series(1, ${count}) no) u
      join (select *, row_number() over (order by id) as place, count(*) over () as all from trade_union where tier = '${above}') p
        on p.place = 1 + u.no % p.all returning *)
  insert into union_placement (district_id, union_id, since, parent_id, path, reason)
  select district_id, id, '2010-01-01', parent_id, path, '设立' from made`;

const codeOf = (no) => {
  const first = `91440308${String(no).padStart(9, '0')}`;
  return `${first}${checkCharacterOf(first)}`;
};
const columns = enterpriseTaker.columns.map(({ title }) => ({ title }));
function* rows(more = 0) {
  for (let no = 0; no < ROWS; no++)
    yield [
      ...[
        codeOf(no),
        `示范区第${no}科技有限公司`,
        `第${1 + (no % COMMUNITIES)}社区工联会`,
        no % 9 === 0 ? '公有' : '非公',
        '制造业',
      ],
      ...[(no % 400) + 1 + more, no % 400, no % 7 === 0 ? null : '2012-05-01', no % 7 === 0 ? null : '2027-03-01'],
      ...['是', no % 3 === 0 ? '否' : '是', '2008-03-12'],
    ];
}

const folder = mkdtempSync(join(tmpdir(), 'sanji-bench-'));
const config = loadConfig({ DATA_DIR: folder, PORT: '0', DEMO: 'off', LOG_LEVEL: 'error' });
const house = await start(config, () => undefined, console.error);

const counted = { on: false, told: 0 };
const query = PostgresQueryRunner.prototype.query;
PostgresQueryRunner.prototype.query = async function count(...given) {
  if (counted.on) counted.told += 1;
  return query.apply(this, given);
};

try {
  const database = house.app.get(DataSource);
  await database.query(unions('subdistrict', 'district', 10));
  await database.query(unions('community', 'subdistrict', COMMUNITIES));
  const [actor] = await database.query(
    `select o.district_id as "districtId", o.id as "officerId", u.id as "unionId", u.path::text as path, u.tier, o.account,
       'administrator' as role, 'bench' as network, 'bench' as "requestId"
     from officer o join trade_union u on u.district_id = o.district_id and u.id = o.union_id limit 1`,
  );
  const [intakes, progress] = [house.app.get(IntakeService), house.app.get(IntakeReader)];
  const take = async (name, more, dryRun = false) => {
    const bytes = sheetStream('xlsx', '企业', columns, rows(more));
    const from = performance.now();
    const { id } = await intakes.ask(
      actor,
      enterpriseTaker,
      { name: '企业.xlsx', bytes: Readable.from(bytes) },
      { dryRun },
    );
    const kept = performance.now();
    for (;;) {
      const seen = await progress.get(actor, id);
      if (seen.endedAt !== null) {
        const { created, changed, unchanged, faulty } = seen;
        const [{ seconds }] = await database.query(
          `select extract(epoch from ended_at - asked_at)::float8 as seconds from intake where id = $1`,
          [id],
        );
        console.log(`${name}: kept in ${((kept - from) / 1000).toFixed(1)} s, taken in ${seconds.toFixed(1)} s`, {
          created,
          changed,
          unchanged,
          faulty,
        });
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  };
  await take('a dry run', 0, true);
  await take('new', 0);
  await take('the same again', 0);
  await take('every row changed', 1);
  await database.query('analyze enterprise');
  const [reader, rates] = [house.app.get(EnterpriseReader), house.app.get(RatesReader)];
  const page = { page: 1, pageSize: 50 };
  const asked = {
    'a page by name': () => reader.list(actor, page),
    'a page by workers': () => reader.list(actor, { ...page, sort: '-workers' }),
    'the 1000th page by name': () => reader.list(actor, { ...page, page: 1000 }),
    'a search by words': () => reader.list(actor, { ...page, q: '第777' }),
    'a search by two characters': () => reader.list(actor, { ...page, q: '鑫盛' }),
    'a search by a word in every name': () => reader.list(actor, { ...page, q: '有限公司' }),
    'a search by code': () => reader.list(actor, { ...page, q: codeOf(777) }),
    'enterprises without a union': () => reader.list(actor, { ...page, list: 'withoutUnion' }),
    'how long the lists are': () => reader.derived(actor),
    'rates today': () => rates.read(actor, {}),
    'rates ten years ago': () => rates.read(actor, { on: '2014-12-31' }),
  };
  for (const [name, run] of Object.entries(asked)) {
    await run();
    Object.assign(counted, { on: true, told: 0 });
    const from = performance.now();
    for (let no = 0; no < RUNS; no++) await run();
    counted.on = false;
    console.log(`${name}: ${((performance.now() - from) / RUNS).toFixed(0)} ms, ${counted.told / RUNS} statements`);
  }
} finally {
  await house.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
