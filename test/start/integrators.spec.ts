/** The guide for integrators: its commands work when they are pasted, and it names the scopes there are. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { scopes } from '../../src/access/key/scope';
import { PASSWORD } from '../support/district';
import { House } from '../support/house';

const guide = readFileSync(resolve(__dirname, '../../docs/integrators.md'), 'utf8');

let house: House;
let folder: string;
beforeAll(async () => {
  house = await House.open();
  folder = mkdtempSync(join(tmpdir(), 'sanji-guide-'));
  await (await house.as('d.administrator')).post('/district/ledger-templates/aid-visits/ledger-types').expect(201);
  // as the demo calls them
  const accounts = {
    'd.security_administrator': 'district.security',
    'd.system_administrator': 'district.system',
    'd.administrator': 'district.admin',
  };
  for (const [ours, demo] of Object.entries(accounts))
    await house.database.query('update officer set account = $2 where account = $1', [ours, demo]);
  await house.database.query(`update trade_union set name = '沙头角街道总工会' where id = $1`, [
    house.district.unions.A,
  ]);
  const known = Object.values(accounts).map((account) => ({ account, password: PASSWORD }));
  writeFileSync(join(folder, 'accounts.json'), JSON.stringify(known));
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

it('its commands work when they are pasted, from the key to its end', async () => {
  const blocks = [...guide.matchAll(/<!-- walk:begin -->\n```bash\n([\s\S]*?)```\n<!-- walk:end -->/g)];
  expect(blocks.map(([, block = '']) => block.includes('curl'))).toEqual(Array(8).fill(true));
  const script = join(folder, 'guide.sh');
  // whatever happens, the receiver ends with the walk
  writeFileSync(script, `set -eo pipefail\ntrap '[ -z "$RECEIVER" ] || kill $RECEIVER 2>/dev/null || true' EXIT\n`);
  writeFileSync(script, blocks.map(([, block = '']) => block).join(''), { flag: 'a' });
  const { stdout } = await promisify(execFile)('bash', [script], {
    env: { PATH: process.env['PATH'], API: house.url, DATA_DIR: folder, HOOK_PORT: String(await freePort()) },
    timeout: 60_000,
  });
  const [of, hook] = [stdout.split('\n'), /ledgerEntry\.submitted 1 \/api\/v1\/ledger-entries\/[\w-]{36}/];
  expect(of).toEqual([
    'indicators:read indicators:write intakes:read intakes:write ledgers:read ledgers:write webhooks:read webhooks:write',
    'indicators indicator-versions indicator-closures ledgers ledger-versions ledger-entries indicator-values imports',
    expect.stringContaining('"end":true'),
    'false',
    'done 新增 1 未变 0 有误 1',
    expect.stringMatching(/^2 values\.people 应为整数/),
    'done 新增 1 未变 0 有误 1',
    'done 新增 0 未变 1 有误 1',
    '201',
    '200',
    '304',
    '201',
    '200',
    '12800 人 社保参保月报 街道 OA 1',
    '201',
    'received',
    'unchanged',
    '10 已受理 沙头角街道总工会 ',
    'delivered',
    'webhook.test  ',
    expect.stringMatching(hook),
    '1',
    '街道 OA',
    '街道 OA',
    'false',
    '401',
    '',
  ]);
}, 400_000);

it('it names every scope there is, and no other', () => {
  const table = guide.slice(guide.indexOf('## 权限'));
  const named = [...table.matchAll(/^\| `([\w-]+)` \|[^|]+\| ([\w ]+) \|$/gm)].flatMap(([, area = '', verbs = '']) =>
    verbs.split(' ').map((verb) => `${area}:${verb}`),
  );
  expect(named.toSorted()).toEqual([...scopes].toSorted());
});
