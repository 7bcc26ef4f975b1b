/** What can be said of robots without calling one: signatures as the vendors document them, places, cut texts, sealed keys. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callOf, verdictOf } from '../../src/dispatch/robot-protocols';
import { isPublic } from '../../src/dispatch/public-lookup';
import { Sealing, Sealings, sealingsOf } from '../../src/dispatch/sealing';

const at = new Date(1_599_360_473_000);
const words = { subject: '提醒', text: '请填报' };

it('钉钉 signs milliseconds with the secret as key, 飞书 seconds with both as key and nothing as text', () => {
  const dingtalk = callOf(
    'dingtalk',
    { address: 'https://oapi.dingtalk.com/robot/send?access_token=x', secret: 'this is secret' },
    words,
    at,
  );
  expect(new URL(dingtalk.address).searchParams.get('timestamp')).toBe('1599360473000');
  expect(new URL(dingtalk.address).searchParams.get('sign')).toBe('hXZTWifRGHclNuZSKxoXc//sh51SWfVfRIhcdeKs63I=');
  const feishu = callOf(
    'feishu',
    { address: 'https://open.feishu.cn/open-apis/bot/v2/hook/x', secret: 'demo' },
    words,
    at,
  );
  expect(feishu.body).toMatchObject({ timestamp: '1599360473', sign: expect.stringMatching(/^[\w+/]{43}=$/) });
});

it('a text that is too long for the vendor is cut between letters, and says so', () => {
  const { body } = callOf(
    'wecom',
    { address: 'https://x/', secret: null },
    { subject: '提醒', text: '工'.repeat(2_000) },
    at,
  );
  const { content } = (body as { text: { content: string } }).text;
  expect(Buffer.byteLength(content)).toBeLessThanOrEqual(2_048);
  expect(content).toMatch(/^提醒\n\n工+…$/);
});

it.each([
  ['wecom', 200, '{"errcode":0}', 'sent'],
  ['wecom', 200, '{"errcode":45009}', 'wait'],
  ['dingtalk', 200, '{"errcode":310000}', 'failed'],
  ['dingtalk', 200, '{"errcode":130101}', 'wait'],
  ['feishu', 200, '{"code":0}', 'sent'],
  ['feishu', 200, '{"StatusCode":0}', 'sent'],
  ['feishu', 400, '{"code":9499}', 'wait'],
  ['feishu', 429, '', 'wait'],
  ['wecom', 200, '', 'failed'],
  ['wecom', 200, 'null', 'failed'],
  ['wecom', 200, '<html>', 'failed'],
  ['wecom', 500, '{"errcode":0}', 'failed'],
  ['wecom', 302, '{"errcode":0}', 'failed'],
] as const)('%s answering %i %s: %s', (kind, status, body, verdict) => {
  expect(verdictOf(kind, status, body).kind).toBe(verdict);
});

it.each([
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.31.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['::1', false],
  ['::ffff:10.0.0.1', false],
  ['fd00::1', false],
  ['203.119.205.1', true],
  ['2408:4000::1', true],
])('%s is in public: %s', (address, isSo) => {
  expect(isPublic(address)).toBe(isSo);
});

it('a key opens only with its seal and for its row; the seal of an installation is made once and is nobody else’s to read', () => {
  const [one, other] = [new Sealing('0123456789abcdef'), new Sealing('fedcba9876543210')];
  const sealed = one.seal('webhook', 'row 1');
  expect(one.open(sealed, 'row 1')).toBe('webhook');
  expect(one.seal('webhook', 'row 1').equals(sealed)).toBe(false);
  expect(() => one.open(sealed, 'row 2')).toThrow();
  expect(() => other.open(sealed, 'row 1')).toThrow();
  expect(() => one.open(randomBytes(40), 'row 1')).toThrow();
  const dataDir = mkdtempSync(join(tmpdir(), 'sanji-seal-'));
  const made = { dataDir, secretsKey: undefined, oldSecretsKeys: [] };
  expect(sealingsOf(made).open(sealingsOf(made).seal('x', 'r'), 'r')).toBe('x');
  expect(statSync(join(dataDir, 'secrets.key')).mode & 0o777).toBe(0o600);
  rmSync(dataDir, { recursive: true });
});

it('a robot goes on when its key was replaced, as long as the old one is given', () => {
  const [before, after] = [new Sealings(['the first secret']), new Sealings(['the second one', 'the first secret'])];
  const sealed = before.seal('https://robot', 'row 1');
  expect(after.open(sealed, 'row 1')).toBe('https://robot');
  expect(before.open(sealed, 'row 1')).toBe('https://robot');
  expect(() => before.open(after.seal('https://robot', 'row 1'), 'row 1')).toThrow();
  expect(() => after.open(sealed, 'row 2')).toThrow();
  expect(() => new Sealings(['the second one']).open(sealed, 'row 1')).toThrow();
});
