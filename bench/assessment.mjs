/** What scoring costs: 500 unions × 40 criteria over 25 tasks each; times and numbers of statements. */
import 'reflect-metadata';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';
import { loadConfig } from '../dist/src/config.js';
import { start } from '../dist/src/start.js';
import { SIZE, schemeOf, seedScoredDistrict } from './scored-district.mjs';

const RUNS = Number(process.env.RUNS ?? 7);
const folder = mkdtempSync(join(tmpdir(), 'sanji-bench-'));
const config = loadConfig({ DATA_DIR: folder, PORT: '0', DEMO: 'off', LOG_LEVEL: 'error', ROLE: 'api' });
const house = await start(config, () => undefined, console.error);
// The queue half is a process of its own, as in a large district, so that only the API's statements are counted.
const worker = spawn(process.execPath, ['dist/src/main.js'], {
  env: {
    PATH: process.env.PATH,
    ROLE: 'worker',
    DEMO: 'off',
    PORT: '0',
    DATA_DIR: folder,
    DATABASE_URL: house.config.databaseUrl,
  },
  stdio: 'ignore',
});

/** The statements of the deed's transaction: signing in and live changes are read outside it. */
const counted = { on: false, statements: 0, slow: [] };
const query = PostgresQueryRunner.prototype.query;
PostgresQueryRunner.prototype.query = async function count(sql, ...rest) {
  const mine = counted.on && this.isTransactionActive;
  if (!mine) return query.call(this, sql, ...rest);
  counted.statements++;
  const from = performance.now();
  try {
    return await query.call(this, sql, ...rest);
  } finally {
    counted.slow.push([Math.round(performance.now() - from), sql.trim().slice(0, 70).replaceAll(/\s+/g, ' ')]);
  }
};

const results = new Map();
async function timed(what, limit, call) {
  Object.assign(counted, { on: true, statements: 0, slow: [] });
  const from = performance.now();
  const answer = await call().catch((error) => {
    console.log(counted.slow);
    throw error;
  });
  const time = performance.now() - from;
  counted.on = false;
  const known = results.get(what) ?? { limit, times: [], statements: new Set() };
  known.times.push(time);
  known.statements.add(counted.statements);
  known.slow = counted.slow;
  results.set(what, known);
  return answer;
}

async function settled(database) {
  for (;;) {
    const [{ open }] = await database.query(
      'select count(*)::int as open from outbox_message where projected_at is null and parked_at is null',
    );
    if (open === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

try {
  const database = house.app.get(DataSource);
  const [{ account, password }] = JSON.parse(readFileSync(join(folder, 'accounts.json'), 'utf8'));
  await database.query(
    `insert into officer (district_id, id, union_id, account, name, role, password_hash, must_change_password, active, version)
     select district_id, gen_random_uuid(), union_id, 'bench', '测速', 'administrator', password_hash, false, true, 1
     from officer where account = $1`,
    [account],
  );
  await seedScoredDistrict(database);
  const ask = async (method, path, body, token) => {
    const answer = await fetch(`${house.url}/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 400)}`);
    return JSON.parse(text);
  };
  const { token } = await ask('POST', '/session', { account: 'bench', password });
  const say = (method, path, body) => ask(method, `/district${path}`, body, token);
  for (let run = 0; run < RUNS; run++) {
    const scheme = await say('POST', '/schemes', schemeOf(`第 ${run} 次`));
    const { id } = await timed('open', '2000 ms', () => say('POST', '/assessments', { schemeId: scheme.id }));
    await settled(database);
    await timed('compute, nothing new', '2000 ms', () => say('POST', `/assessments/${id}/computation`));
    await database.query(`update progress_report set done = done + 1 where status = 'accepted'`);
    await settled(database);
    await timed('compute, every figure new', '2000 ms', () => say('POST', `/assessments/${id}/computation`));
    await settled(database);
    const { items } = await say('GET', `/assessments/${id}/score-sheets?pageSize=10`);
    const path = `/assessments/${id}/score-sheets/${items[run].unionId}`;
    await timed('score one criterion', '–', () => say('PUT', `${path}/scores/K32`, { points: '1.5', reason: '据实' }));
    await timed('read one sheet', '–', () => say('GET', path));
    await database.query(`update score set points = 1.5 where source = 'judged' and points is null`);
    await settled(database);
    await timed('publish', '2000 ms', () => say('POST', `/assessments/${id}/publication`));
    await settled(database);
    const [{ id: appealId }] = await database.query(
      `insert into appeal (district_id, id, assessment_id, sheet_id, union_id, criteria, reason, status, filed_by, filed_at)
       select s.district_id, gen_random_uuid(), $1, s.id, s.union_id, '["K5"]', '补充材料', 'filed', o.id, now()
       from score_sheet s, (select id from officer limit 1) o where s.assessment_id = $1 limit 1 returning id`,
      [id],
    );
    const corrections = [{ criterion: 'K5', points: '2.47', reason: '核实有效' }];
    const decision = { outcome: 'upheld', reason: '属实', corrections };
    await timed('correct one, rank anew', '2000 ms', () =>
      say('POST', `/assessments/${id}/appeals/${appealId}/decision`, decision),
    );
    await settled(database);
    await timed('scoreboard', '–', () => ask('GET', `/platform/boards/scores?assessmentId=${id}`, undefined, token));
  }
  process.stdout.write(`${SIZE.unions} unions × ${SIZE.criteria} criteria, ${SIZE.tasks} tasks each; ${RUNS} runs\n`);
  console.table(
    [...results].map(([what, { times, statements, limit }]) => {
      const sorted = times.toSorted((a, b) => a - b);
      return {
        what,
        median: `${sorted[Math.floor(sorted.length / 2)].toFixed(0)} ms`,
        worst: `${sorted.at(-1).toFixed(0)} ms`,
        limit,
        statements: [...statements].join(', '),
      };
    }),
  );
  if (process.env.STATEMENTS !== undefined)
    for (const [what, { slow }] of results) {
      console.log(what);
      for (const [time, sql] of slow.filter(([time]) => time > 5)) console.log(`  ${time} ms  ${sql}`);
    }
} finally {
  worker.kill('SIGTERM');
  await new Promise((resolve) => worker.once('exit', resolve));
  await house.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
