/** Downloads of records as lines of JSON, of any length: what memory the process takes, and its processor. `ROWS=50000,200000,1000000`. */
import 'reflect-metadata';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROWS = (process.env.ROWS ?? '50000,200000,1000000').split(',').map(Number);
const [, file, , url, token, pause] = process.argv;

/** The reader is a process of its own: what it holds is not ours. */
async function readAll() {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  let [bytes, lines, last] = [0, 0, ''];
  const decoder = new TextDecoder();
  for await (const chunk of answer.body) {
    bytes += chunk.length;
    const text = last + decoder.decode(chunk, { stream: true });
    const parts = text.split('\n');
    last = parts.length > 1 && parts.at(-1) === '' ? '' : parts.at(-1);
    lines += parts.length - 1;
    if (parts.length > 1) globalThis.whole = parts.at(-2);
    if (pause !== '0') await new Promise((resolve) => setTimeout(resolve, Number(pause)));
  }
  console.log(JSON.stringify({ megabytes: Math.round(bytes / 1e6), lines, end: JSON.parse(globalThis.whole) }));
}

async function measure() {
  const { DataSource } = await import('typeorm');
  const { loadConfig } = await import('../dist/src/config.js');
  const { start } = await import('../dist/src/start.js');
  const { SessionService } = await import('../dist/src/access/session.service.js');
  const { costSince } = await import('./cost.mjs');
  const { memorySince } = await import('./memory.mjs');
  const { readFileSync } = await import('node:fs');
  const folder = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'sanji-bench-'));
  const house = await start(
    loadConfig({ DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error' }),
    () => undefined,
    console.error,
  );
  try {
    const database = house.app.get(DataSource);
    const { password } = JSON.parse(readFileSync(join(folder, 'accounts.json'), 'utf8')).find(
      ({ account }) => account === 'district.viewer',
    );
    const { token: own } = await house.app
      .get(SessionService)
      .signIn('district.viewer', password, { network: 'bench', requestId: 'bench', device: null });
    const address = `${await house.app.getUrl()}/api/v1/records/light-changes/export`;
    const download = (slow) =>
      new Promise((resolve, reject) => {
        const reader = spawn(process.execPath, [fileURLToPath(import.meta.url), 'reader', address, own, String(slow)]);
        let said = '';
        reader.stdout.on('data', (part) => (said += part));
        reader.stderr.pipe(process.stderr);
        reader.on('exit', (code) => (code === 0 ? resolve(JSON.parse(said)) : reject(new Error(`reader: ${code}`))));
      });
    let there = (await database.query('select count(*)::int as n from light_change'))[0].n;
    for (const rows of ROWS) {
      await database.transaction(async (tx) => {
        await tx.query('set local statement_timeout = 0');
        await tx.query(
          `insert into light_change (district_id, id, task_id, union_id, before, light, reason, behind, done, pending, target, due_on, rule_no, on_day, at)
           select t.district_id, gen_random_uuid(), t.id, t.union_id, 'green', 'red', 'behind', 40, 0, 0, t.target, t.due_on, 0, '2026-06-01', now()
           from generate_series(1, $1::int / (select count(*)::int from task) + 1) g cross join task t limit $1`,
          [rows - there],
        );
      });
      await database.query('vacuum analyze light_change');
      [{ n: there }] = await database.query('select count(*)::int as n from light_change');
      for (const slow of rows === ROWS[1] ? [0, 2] : [0]) {
        const [from, cost, memory] = [performance.now(), costSince(folder), memorySince()];
        const { megabytes, lines, end } = await download(slow);
        const seconds = ((performance.now() - from) / 1000).toFixed(1);
        if (end.end !== true || end.records !== there || lines !== there + 2)
          throw new Error('The download was not whole.');
        console.log(
          `${rows} rows${slow ? ', a slow reader' : ''}: ${megabytes} MB in ${seconds} s; ${cost()}; ${memory()}`,
        );
      }
    }
  } finally {
    await house.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  process.exit();
}

await (process.argv[2] === 'reader' && file === fileURLToPath(import.meta.url) ? readAll() : measure());
