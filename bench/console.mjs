/** What the console costs: first load of the desk on a slowed processor, a large board drawn, a long table scrolled. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { chromium } from 'playwright-core';
import { SIZE, YEAR, seedLargeDistrict } from './large-district.mjs';

const RUNS = 7;
const SLOWED = 4;
const folder = mkdtempSync(join(tmpdir(), 'sanji-bench-'));
const house = spawn(process.execPath, ['dist/src/main.js'], {
  env: { PATH: process.env.PATH, DATA_DIR: folder, PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
let output = '';
house.stdout.on('data', (chunk) => (output += chunk));

async function until(pattern) {
  for (let tries = 0; tries < 1200; tries++) {
    const found = pattern.exec(output)?.[1];
    if (found !== undefined) return found;
    if (house.exitCode !== null) throw new Error(`The house ended:\n${output}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Not ready:\n${output}`);
}

/** Runs in the page before anything else: notes when an element first stands there painted, and what shifted. */
function watch(selector) {
  globalThis.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shifted += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  const look = () => {
    if (document.querySelector(selector) === null) return requestAnimationFrame(look);
    return requestAnimationFrame(() => setTimeout(() => (globalThis.shownAt = performance.now())));
  };
  requestAnimationFrame(look);
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const rows = [];
function tell(what, values, limit, unit = 'ms') {
  const at = median(values);
  rows.push({
    what,
    median: `${at.toFixed(unit === '' ? 3 : 0)} ${unit}`,
    worst: Math.max(...values).toFixed(unit === '' ? 3 : 0),
    limit,
  });
}

async function shown(context, url, path, selector, slowed = 1) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowed });
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await page.addInitScript(watch, selector);
  await page.goto(url + path);
  await page.waitForFunction(() => globalThis.shownAt !== undefined, undefined, { timeout: 60_000 });
  const seen = await page.evaluate(() => ({
    at: globalThis.shownAt,
    shifted: globalThis.shifted,
    scripts: performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    api: performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes('/api/'))
      .map(({ name, responseStart, responseEnd, requestStart, encodedBodySize }) => ({
        name,
        requestStart,
        responseStart,
        responseEnd,
        encodedBodySize,
      })),
  }));
  return { page, ...seen };
}

async function signedIn(browser, url, account) {
  const { password } = JSON.parse(readFileSync(join(folder, 'accounts.json'), 'utf8')).find(
    (one) => one.account === account,
  );
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByLabel('账号').fill(account);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { name: '我的工作台' }).waitFor();
  await page.close();
  return context;
}

async function benchDesk(browser, url) {
  const context = await signedIn(browser, url, 'tianxin.reporter');
  const found = [];
  for (let run = 0; run < RUNS; run++) {
    const { page, ...seen } = await shown(context, url, '/', '.cards, .kind', SLOWED);
    found.push(seen);
    await page.close();
  }
  tell(
    `desk shown, processor slowed ${SLOWED}×`,
    found.map(({ at }) => at),
    '1500 ms',
  );
  tell(
    'desk, scripts on the wire',
    found.map(({ scripts }) => scripts / 1000),
    '300 KB',
    'KB',
  );
  tell(
    'desk, layout shift',
    found.map(({ shifted }) => shifted),
    '0.000',
    '',
  );
  await context.close();
}

async function benchBoard(browser, url) {
  const context = await signedIn(browser, url, 'district.viewer');
  const [drawn, api, bytes] = [[], [], []];
  for (let run = 0; run < RUNS; run++) {
    const {
      page,
      at,
      api: calls,
    } = await shown(context, url, `/board?year=${YEAR}&rows=community`, '.matrix tbody th');
    const matrix = calls.find(({ name }) => name.includes('boards/matrix'));
    drawn.push(at - matrix.responseEnd);
    api.push(matrix.responseStart - matrix.requestStart);
    bytes.push(matrix.encodedBodySize / 1000);
    await page.close();
  }
  tell(`board ${SIZE.communities} × ${SIZE.tasks}, answered`, api, '–');
  tell(`board ${SIZE.communities} × ${SIZE.tasks}, drawn after the answer`, drawn, '300 ms');
  tell('board, answer on the wire', bytes, '–', 'KB');
  await context.close();
}

/** From the answer to an acceptance until the figure of another browser's board has moved. */
async function benchLive(browser, url) {
  const leader = await signedIn(browser, url, 'district.viewer');
  const { page } = await shown(leader, url, '/board?rows=community', '.matrix tbody th');
  await page.getByText('实时更新中').waitFor();
  const reviewer = await signedIn(browser, url, 'yantian.admin');
  const headers = { origin: url };
  const { items } = await (await reviewer.request.get(`${url}/api/v1/subdistrict/reports`)).json();
  const moved = [];
  for (const { id } of items) {
    const told = page.evaluate(
      () =>
        new Promise((resolve) => {
          const seen = new MutationObserver(() => {
            if (document.querySelector('.matrix .moved, .matrix .moved-again') === null) return;
            seen.disconnect();
            resolve(Date.now());
          });
          for (const cell of document.querySelectorAll('.moved, .moved-again')) cell.className = '';
          seen.observe(document.querySelector('.matrix'), { subtree: true, attributes: true, childList: true });
        }),
    );
    const answer = await reviewer.request.post(`${url}/api/v1/subdistrict/reports/${id}/acceptance`, { headers });
    if (answer.status() !== 201) throw new Error(await answer.text());
    const accepted = Date.now();
    moved.push((await told) - accepted);
  }
  tell(`board moved after an acceptance elsewhere (${moved.length})`, moved, '1000 ms');
  await reviewer.close();
  await leader.close();
}

async function benchTable(browser, url) {
  const context = await signedIn(browser, url, 'district.system');
  const { page } = await shown(context, url, '/officers', '.long tbody tr');
  const frames = await page.evaluate(async (rowsWanted) => {
    const frame = document.querySelector('.long');
    const until = performance.now() + 60_000;
    const times = [];
    let last = performance.now();
    let most = 0;
    while (performance.now() < until) {
      frame.scrollTop += 400;
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      times.push(now - last);
      last = now;
      most = Math.max(most, frame.querySelectorAll('tbody tr').length);
      const rows = Number(frame.querySelector('table').getAttribute('aria-rowcount')) - 1;
      if (rows >= rowsWanted && frame.scrollTop + frame.clientHeight >= frame.scrollHeight - 2) break;
    }
    times.sort((a, b) => a - b);
    return {
      p95: times[Math.floor(times.length * 0.95)],
      most,
      rows: Number(frame.querySelector('table').getAttribute('aria-rowcount')) - 1,
    };
  }, SIZE.officers);
  tell(`table of ${frames.rows} rows, 95 % of the frames while scrolling`, [frames.p95], '34 ms');
  tell('table, rows drawn at a time', [frames.most], '–', 'rows');
  await context.close();
}

try {
  const url = await until(/ready at (http:\/\/[\d.:]+)/);
  const port = await until(/PostgreSQL runs at 127\.0\.0\.1:(\d+)/);
  const password = readFileSync(join(folder, 'postgres-password'), 'utf8').trim();
  const client = new pg.Client({ connectionString: `postgres://sanji:${password}@127.0.0.1:${port}/sanji` });
  await client.connect();
  await seedLargeDistrict(client);
  await client.end();
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  const only = process.argv[3];
  for (const [name, bench] of Object.entries({
    desk: benchDesk,
    live: benchLive,
    board: benchBoard,
    table: benchTable,
  }))
    if (only === undefined || only === name) await bench(browser, url);
  await browser.close();
  console.table(rows);
} finally {
  house.kill('SIGTERM');
  await new Promise((resolve) => house.once('exit', resolve));
  rmSync(folder, { recursive: true, force: true });
}
