// Pictures of the console for the README, of the demo as it starts: `npm run build && npm run pictures`.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const folder = mkdtempSync(join(tmpdir(), 'sanji-pictures-'));
const into = 'docs/pictures';
const house = spawn(process.execPath, ['dist/src/main.js'], {
  env: { PATH: process.env.PATH, DATA_DIR: folder, PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
});

function ready() {
  let output = '';
  return new Promise((resolve, reject) => {
    house.once('exit', () => reject(new Error(output)));
    house.stdout.on('data', (chunk) => {
      output += chunk;
      const url = /ready at (http:\/\/[\d.:]+)/.exec(output)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
}

const desk = { width: 1280, height: 860 };
const phone = { width: 360, height: 740 };
const pictures = [
  { name: 'desk', account: 'shatoujiao.admin', path: '/', viewport: desk },
  { name: 'desk-phone', account: 'tianxin.reporter', path: '/', viewport: phone },
  { name: 'task', account: 'district.admin', path: '/tasks', viewport: desk, row: 2 },
  { name: 'review', account: 'yantian.admin', path: '/review', viewport: desk },
  { name: 'board', account: 'district.viewer', path: '/board?rows=community', viewport: desk, to: 'grid' },
  { name: 'mirror', account: 'district.viewer', path: '/mirror', viewport: desk },
];

async function signIn(page, url, account) {
  const known = JSON.parse(readFileSync(join(folder, 'accounts.json'), 'utf8'));
  await page.goto(url);
  await page.getByLabel('账号').fill(account);
  await page.getByLabel('密码').fill(known.find((one) => one.account === account).password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { name: '我的工作台' }).waitFor();
}

try {
  mkdirSync(into, { recursive: true });
  const url = await ready();
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  for (const { name, account, path, viewport, row, to } of pictures) {
    const page = await browser.newPage({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    await signIn(page, url, account);
    await page.goto(url + path);
    await page.locator('h1').waitFor();
    // the live line stays open: when nothing else is asked for, the page stands
    await page.waitForLoadState('networkidle').catch(() => undefined);
    if (row !== undefined) await page.getByRole('row').nth(row).getByRole('link').click();
    if (to !== undefined) await page.getByRole(to).scrollIntoViewIfNeeded();
    await page.waitForTimeout(1_000);
    await page.screenshot({ path: join(into, `${name}.png`) });
    await page.close();
    process.stdout.write(`${into}/${name}.png\n`);
  }
  await browser.close();
} finally {
  house.kill('SIGTERM');
  await new Promise((resolve) => house.once('exit', resolve));
  rmSync(folder, { recursive: true, force: true });
}
