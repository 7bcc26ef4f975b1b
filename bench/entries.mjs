/** A spreadsheet of 100,000 entries of a ledger, with people's numbers under seal: tried, taken in, handed in, and once more. `ROWS=100000`. */
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import { loadConfig } from '../dist/src/config.js';
import { IntakeReader } from '../dist/src/intake/intake.reader.js';
import { sheetStream } from '../dist/src/intake/sheet-out.js';
import { LedgerIntakeService } from '../dist/src/ledger/intake/ledger-intake.service.js';
import { TEMPLATES } from '../dist/src/ledger/templates/templates.js';
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

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
function idNumberOf(no) {
  const first = `44030719${70 + (no % 30)}${String(1 + (no % 12)).padStart(2, '0')}${String(1 + (no % 28)).padStart(2, '0')}${String(no % 1000).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first[at]), 0);
  return `${first}${'10X98765432'[sum % 11]}`;
}

try {
  const database = house.app.get(DataSource);
  await database.query(unions('subdistrict', 'district', 10));
  await database.query(unions('community', 'subdistrict', COMMUNITIES));
  const [actor] = await database.query(
    `select o.district_id as "districtId", o.id as "officerId", u.id as "unionId", u.path::text as path, u.tier, o.account,
       'administrator' as role, 'bench' as network, 'bench' as "requestId"
     from officer o join trade_union u on u.district_id = o.district_id and u.id = o.union_id limit 1`,
  );
  const { definition } = TEMPLATES.find(({ code }) => code === 'aid-visits');
  const { id: ledger } = await house.app
    .get(LedgerTypeService)
    .create(actor, { code: 'aid-visits', definition, reason: 'bench' });
  const [intakes, progress] = [house.app.get(LedgerIntakeService), house.app.get(IntakeReader)];
  const { columns } = await intakes.blank(actor, ledger);
  const told = (key, choices, example, no) => {
    if (key === '.union') return `第${1 + (no % COMMUNITIES)}社区工联会`;
    if (key.endsWith('.idNumber')) return idNumberOf(no);
    if (key.endsWith('.phone')) return `138${String(no).padStart(8, '0')}`;
    if (key === 'person') return `职工${no}`;
    return choices === undefined ? example : choices[no % choices.length];
  };
  function* rows() {
    for (let no = 0; no < ROWS; no++) yield columns.map(({ key, choices, example }) => told(key, choices, example, no));
  }
  const take = async (name, dryRun) => {
    const bytes = sheetStream('xlsx', '台账', columns, rows());
    const [from, cost] = [performance.now(), costSince(folder)];
    const incoming = { name: '台账.xlsx', bytes: Readable.from(bytes) };
    const { id } = await intakes.ask(actor, ledger, incoming, { dryRun, submit: true });
    const kept = performance.now();
    for (;;) {
      const seen = await progress.get(actor, id);
      if (seen.endedAt !== null) {
        const { status, created, unchanged, faulty, failure } = seen;
        const [{ seconds }] = await database.query(
          `select extract(epoch from ended_at - asked_at)::float8 as seconds from intake where id = $1`,
          [id],
        );
        const figures = { status, created, unchanged, faulty, failure };
        const most = Math.round(process.resourceUsage().maxRSS / 1024);
        console.log(
          `${name}: kept in ${((kept - from) / 1000).toFixed(1)} s, taken in ${seconds.toFixed(1)} s; ${cost()}; memory at most ${most} MB`,
          figures,
        );
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  };
  await take('a dry run', true);
  await take('handed in', false);
  await take('the same again', false);
  const [sizes] = await database.query(
    `select (select count(*)::int from ledger_entry) as entries, (select count(*)::int from ledger_personal) as sealed,
       (select count(*)::int from outbox_message) as announced, pg_size_pretty(pg_total_relation_size('ledger_entry')) as size`,
  );
  console.log(sizes);
} finally {
  await house.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
