/** Lines of JSON of a program, without personal data, under its own codes: files of several lengths, then 100,000 again, changed, all or nothing. `SIZES=20000,100000,200000`, `ROWS=100000`. */
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { loadConfig } from '../dist/src/config.js';
import { IntakeReader } from '../dist/src/intake/intake.reader.js';
import { LedgerIntakeService } from '../dist/src/ledger/intake/ledger-intake.service.js';
import { LedgerTypeService } from '../dist/src/ledger/type/ledger-type.service.js';
import { start } from '../dist/src/start.js';
import { costSince } from './cost.mjs';
import { memorySince } from './memory.mjs';

const ROWS = Number(process.env.ROWS ?? 100_000);
const SIZES = (process.env.SIZES ?? '20000,100000,200000').split(',').filter(Boolean).map(Number);
const COMMUNITIES = 500;
/** How long each kind of statement was waited for, by how it begins; the house's own clocks among them. */
const waited = new Map();
const send = pg.Client.prototype.query;
pg.Client.prototype.query = function (...given) {
  const [query] = given;
  const answer = send.apply(this, given);
  if (typeof query !== 'string' || typeof answer?.then !== 'function') return answer;
  const from = performance.now();
  const note = () => {
    const name = query.replaceAll(/\s+/g, ' ').trim().slice(0, 90);
    const { times, seconds } = waited.get(name) ?? { times: 0, seconds: 0 };
    waited.set(name, { times: times + 1, seconds: seconds + (performance.now() - from) / 1000 });
  };
  answer.then(note, note);
  return answer;
};

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
  function* lines({ more, rows, prefix }) {
    for (let no = 0; no < rows; no++) {
      const values = { title: `第${no}次活动`, people: (no % 90) + more, amount: '1200.50', heldOn: '2026-09-25' };
      yield `${JSON.stringify({ code: `${prefix}-${no}`, union: `c${1 + (no % COMMUNITIES)}`, values })}\n`;
    }
  }
  const take = async (name, { more = 1, rows = ROWS, prefix = 'HD', ...asked } = {}) => {
    waited.clear();
    const [from, cost, memory] = [performance.now(), costSince(folder), memorySince()];
    const incoming = { name: '业务系统.ndjson', bytes: Readable.from(lines({ more, rows, prefix })), most: 2 ** 30 };
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
        const statements = [...waited.values()].reduce((sum, { times }) => sum + times, 0);
        console.log(
          `${name}: kept in ${((kept - from) / 1000).toFixed(1)} s, taken in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s; ${cost()}; ${statements} statements; ${memory()}`,
          figures,
        );
        if (process.env.STATEMENTS !== undefined)
          for (const [text, { times, seconds: spent }] of [...waited]
            .toSorted(([, a], [, b]) => b.seconds - a.seconds)
            .slice(0, 8))
            console.log(`    ${spent.toFixed(1)} s, ${times} times: ${text}`);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  };
  for (const rows of SIZES) await take(`${rows} rows`, { rows, prefix: `S${rows}` });
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
