/** 100,000 lines of JSON of a program, without personal data, under its own codes: taken in, all or nothing, the same again, and changed. `ROWS=100000`. */
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import { loadConfig } from '../dist/src/config.js';
import { IntakeReader } from '../dist/src/intake/intake.reader.js';
import { LedgerIntakeService } from '../dist/src/ledger/intake/ledger-intake.service.js';
import { LedgerTypeService } from '../dist/src/ledger/type/ledger-type.service.js';
import { start } from '../dist/src/start.js';
import { costSince } from './cost.mjs';

const ROWS = Number(process.env.ROWS ?? 100_000);
const COMMUNITIES = 500;
const folder = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'sanji-bench-'));
const config = loadConfig({ DATA_DIR: folder, PORT: '0', DEMO: 'off', LOG_LEVEL: 'error' });
const house = await start(config, () => undefined, console.error);

const unions = (tier, above, count) => `
  insert into trade_union (district_id, id, parent_id, tier, code, name, path, opened_on, version)
  select p.district_id, u.id, p.id, '${tier}', '${tier[0]}' || no, '第' || no || '${tier === 'community' ? '社区工联会' : '街道总工会'}',
    p.path || replace(u.id::text, '-', '')::ltree, '2010-01-01', 1
  from (select no, gen_random_uuid() as id from generate_series(1, ${count}) no) u
    join (select *, row_number() over (order by id) as place, count(*) over () as all from trade_union where tier = '${above}') p
      on p.place = 1 + u.no % p.all`;

try {
  const database = house.app.get(DataSource);
  await database.query(unions('subdistrict', 'district', 10));
  await database.query(unions('community', 'subdistrict', COMMUNITIES));
  const [actor] = await database.query(
    `select o.district_id as "districtId", o.id as "officerId", u.id as "unionId", u.path::text as path, u.tier, o.account,
       'administrator' as role, 'bench' as network, 'bench' as "requestId"
     from officer o join trade_union u on u.district_id = o.district_id and u.id = o.union_id limit 1`,
  );
  const number = { kind: 'whole', required: true, listed: true, min: '0' };
  const definition = {
    name: '文体活动',
    programme: 'S16',
    about: '逐次登记',
    fields: [
      { key: 'title', name: '活动', kind: 'text', required: true, listed: true, maxLength: 100 },
      { key: 'people', name: '人次', unit: '人次', ...number },
      { key: 'amount', name: '金额', kind: 'money', required: false, listed: true, unit: '元', min: '0' },
      { key: 'heldOn', name: '日期', kind: 'day', required: true, listed: true },
    ],
    whenField: 'heldOn',
    whereField: null,
    acceptance: true,
    evidence: 'optional',
  };
  const types = house.app.get(LedgerTypeService);
  await types.create(actor, { code: 'activities', definition, reason: 'bench' });
  const [intakes, progress] = [house.app.get(LedgerIntakeService), house.app.get(IntakeReader)];
  function* lines(more) {
    for (let no = 0; no < ROWS; no++) {
      const values = { title: `第${no}次活动`, people: (no % 90) + more, amount: '1200.50', heldOn: '2026-09-25' };
      yield `${JSON.stringify({ code: `HD-${no}`, union: `c${1 + (no % COMMUNITIES)}`, values })}\n`;
    }
  }
  const take = async (name, { more = 1, ...asked } = {}) => {
    const [from, cost] = [performance.now(), costSince(folder)];
    const incoming = { name: '业务系统.ndjson', bytes: Readable.from(lines(more)), most: 2 ** 30 };
    const { id } = await intakes.askNamed(actor, 'activities', incoming, { dryRun: false, submit: false, ...asked });
    const kept = performance.now();
    for (;;) {
      const seen = await progress.get(actor, id);
      if (seen.endedAt !== null) {
        const { status, created, changed, unchanged, faulty, failure } = seen;
        const [{ seconds }] = await database.query(
          `select extract(epoch from ended_at - asked_at)::float8 as seconds from intake where id = $1`,
          [id],
        );
        const figures = { status, created, changed, unchanged, faulty, failure };
        const most = Math.round(process.resourceUsage().maxRSS / 1024);
        console.log(
          `${name}: kept in ${((kept - from) / 1000).toFixed(1)} s, taken in ${seconds.toFixed(1)} s, ${Math.round(ROWS / seconds)} rows/s; ${cost()}; memory at most ${most} MB`,
          figures,
        );
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  };
  await take('good rows', {});
  await take('the same again');
  await take('all changed', { more: 2 });
  await take('all changed and handed in, all or nothing', { more: 3, only: 'all', submit: true });
  const [sizes] = await database.query(
    `select (select count(*)::int from ledger_entry) as entries, (select count(*)::int from ledger_code) as coded, pg_size_pretty(pg_total_relation_size('intake_result')) as results,
       (select count(*)::int from outbox_message) as announced, pg_size_pretty(pg_total_relation_size('ledger_entry')) as size`,
  );
  console.log(sizes);
} finally {
  await house.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
