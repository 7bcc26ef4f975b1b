/** What the burden meter and the leader's desk cost in a district of 500 communities with forty tasks each. */
import 'reflect-metadata';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';
import { loadConfig } from '../dist/src/config.js';
import { start } from '../dist/src/start.js';

const RUNS = Number(process.env.RUNS ?? 5);
const SIZE = { subdistricts: 10, communities: 500, tasks: 40 };
const columns = `district_id, id, root_id, parent_id, union_id, assigner_id, path, tier, year, code, title, programme,
  measure_name, measure_unit, measure_kind, measure_decimals, target, strength, weight, start_on, due_on, evidence_rule,
  status, created_by, created_at`;
const unions = (tier, above, count) => `
  insert into trade_union (district_id, id, parent_id, tier, code, name, path, opened_on, version)
  select p.district_id, u.id, p.id, '${tier}', '${tier[0]}' || no, '第' || no || '${tier === 'community' ? '社区工联会' : '街道总工会'}',
    p.path || replace(u.id::text, '-', '')::ltree, '2010-01-01', 1
  from (select no, gen_random_uuid() as id from generate_series(1, ${count}) no) u
    join (select *, row_number() over (order by id) as place, count(*) over () as all from trade_union where tier = '${above}') p
      on p.place = 1 + u.no % p.all`;
// a task a week, due within the next quarter of the year; a third of the measures is asked for by two tasks
const tasks = `
  with root as (
    insert into task (${columns})
    select d.district_id, r.id, r.id, null, d.id, d.id, d.path, 'district', extract(year from current_date), 't.' || no, '第 ' || no || ' 项工作', 'S01',
      '指标' || no % 30, '人', 'stock', 0, 50000, 'floor', 1, current_date - no * 7, current_date - no * 7 + 90 + no, 'none', 'signed', o.id,
      now() - no * interval '7 days'
    from trade_union d join (select id from officer limit 1) o on d.tier = 'district',
      (select no, gen_random_uuid() as id from generate_series(1, ${SIZE.tasks}) no) r returning *
  ), share as (
    insert into task (${columns})
    select r.district_id, gen_random_uuid(), r.id, r.id, u.id, r.union_id, u.path, 'subdistrict', r.year, r.code, r.title, r.programme,
      r.measure_name, r.measure_unit, 'stock', 0, 5000, 'floor', 1, r.start_on, r.due_on, 'none', 'signed', r.created_by, r.created_at
    from root r join trade_union u on u.tier = 'subdistrict' returning *
  )
  insert into task (${columns})
  select s.district_id, gen_random_uuid(), s.root_id, s.id, c.id, s.union_id, c.path, 'community', s.year, s.code, s.title, s.programme,
    s.measure_name, s.measure_unit, 'stock', 0, 100, 'floor', 1, s.start_on, s.due_on, 'none', 'signed', s.created_by, s.created_at
  from share s join trade_union c on c.parent_id = s.union_id`;
const signatures = `
  insert into signature (district_id, task_id, officer_id, signed_at)
  select district_id, id, created_by, created_at + interval '1 day' from task where tier = 'community'`;
const reports = `
  insert into progress_report (district_id, id, task_id, union_id, path, no, as_of, done, status, timeliness, judged_due_on, submitted_at, created_by)
  select t.district_id, gen_random_uuid(), t.id, t.union_id, t.path, no, t.start_on, no * (10 + abs(hashtext(t.id::text)) % 40),
    case when no = 2 and abs(hashtext(t.id::text)) % 9 = 0 then 'submitted' else 'accepted' end, 'on_time', t.due_on,
    t.created_at + no * interval '20 days', t.created_by
  from task t, generate_series(1, 2) no where t.tier = 'community' and t.created_at + no * interval '20 days' < now()`;
const minutes = `
  insert into report_minutes (district_id, report_id, union_id, path, minutes, told_on)
  select district_id, id, union_id, path, 5 + abs(hashtext(id::text)) % 40, submitted_at::date from progress_report
  where abs(hashtext(id::text)) % 3 = 0`;
const steps = `
  insert into report_step (district_id, report_id, no, kind, officer_id, at, done, reason)
  select r.district_id, r.id, 1, 'returned', r.created_by, r.submitted_at, r.done, '请补充' from progress_report r
  where abs(hashtext(r.id::text)) % 4 = 0`;

const folder = mkdtempSync(join(tmpdir(), 'sanji-bench-'));
const config = loadConfig({ DATA_DIR: folder, PORT: '0', DEMO: 'off', LOG_LEVEL: 'error', ROLE: 'api' });
const house = await start(config, () => undefined, console.error);

/** The statements of the call itself: the session and the live line are read beside it. */
const counted = { on: false, told: [] };
const query = PostgresQueryRunner.prototype.query;
PostgresQueryRunner.prototype.query = async function count(sql, parameters, ...rest) {
  if (!counted.on || /from session s|live\.change|^\s*update session/.test(sql))
    return query.call(this, sql, parameters, ...rest);
  const from = performance.now();
  try {
    return await query.call(this, sql, parameters, ...rest);
  } finally {
    counted.told.push({ sql, parameters, time: performance.now() - from });
  }
};

try {
  const database = house.app.get(DataSource);
  const [{ account, password }] = JSON.parse(readFileSync(join(folder, 'accounts.json'), 'utf8'));
  await database.query(
    `insert into officer (district_id, id, union_id, account, name, role, password_hash, must_change_password, active, version)
     select district_id, gen_random_uuid(), union_id, 'bench', '测速', 'administrator', password_hash, false, true, 1
     from officer where account = $1`,
    [account],
  );
  const seed = [
    unions('subdistrict', 'district', SIZE.subdistricts),
    unions('community', 'subdistrict', SIZE.communities),
    tasks,
    signatures,
    reports,
    minutes,
    steps,
  ];
  // foreign keys are checked row by row: without statistics that many would be checked slowly
  for (const sql of seed) {
    await database.query(sql);
    await database.query('analyze');
  }
  const [{ community }] = await database.query(
    `select id as community from trade_union where tier = 'community' limit 1`,
  );
  const { token } = await (
    await fetch(`${house.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account: 'bench', password }),
    })
  ).json();
  const day = (by) => new Date(Date.now() + by * 86_400_000).toISOString().slice(0, 10);
  const asked = { measure: { name: '指标1', unit: '人' }, startOn: day(0), dueOn: day(60) };
  const calls = {
    'burden of 500 communities': ['GET', '/district/burden'],
    'burden of 10 sub-districts': ['GET', '/district/burden?tier=subdistrict'],
    'burden of one community': ['GET', `/unions/${community}/burden`],
    'its requests': ['GET', `/unions/${community}/requests`],
    'cost of a task for all': ['POST', '/district/tasks/cost', asked],
    'leader’s desk': ['GET', '/me/leader-desk'],
    'own desk': ['GET', '/me/desk'],
  };
  const table = [];
  for (const [what, [method, path, body]] of Object.entries(calls)) {
    const times = [];
    for (let run = 0; run <= RUNS; run++) {
      Object.assign(counted, { on: true, told: [] });
      const from = performance.now();
      const answer = await fetch(`${house.url}/api/v1${String(path)}`, {
        method,
        headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
        body: body && JSON.stringify(body),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${String(path)}: ${answer.status} ${text.slice(0, 300)}`);
      counted.on = false;
      if (run > 0) times.push(performance.now() - from);
    }
    const sorted = times.toSorted((a, b) => a - b);
    table.push({
      what,
      median: `${sorted[Math.floor(sorted.length / 2)].toFixed(0)} ms`,
      worst: `${sorted.at(-1).toFixed(0)} ms`,
      statements: counted.told.length,
    });
    if (process.env.PLAN !== undefined && what.includes(process.env.PLAN))
      for (const { sql, parameters, time } of counted.told.filter((each) => each.time > 5)) {
        console.log(`${time.toFixed(0)} ms`);
        for (const row of await database.query(`explain (analyze, costs off, timing off) ${String(sql)}`, parameters))
          console.log(row['QUERY PLAN']);
      }
  }
  const [size] = await database.query(
    `select (select count(*) from task)::int as tasks, (select count(*) from progress_report)::int as reports`,
  );
  process.stdout.write(`${SIZE.communities} communities, ${size.tasks} tasks, ${size.reports} reports; ${RUNS} runs\n`);
  console.table(table);
} finally {
  await house.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
