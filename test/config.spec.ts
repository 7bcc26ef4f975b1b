/** What the environment may say, and what is answered when it says something else. */
import { join, resolve } from 'node:path';
import { type Config, ConfigError, loadConfig } from '../src/config';

const MEBIBYTE = 1024 * 1024;

test('an empty environment gives an embedded demo on the loopback', () => {
  expect(loadConfig({})).toEqual({
    role: 'all',
    host: '127.0.0.1',
    port: 3000,
    dataDir: resolve('.data'),
    databasePool: 4,
    queuePrefix: 'sanji',
    demo: true,
    districtName: '示范区总工会',
    trustProxy: false,
    logLevel: 'warn',
    evidence: { maxBytes: 20 * MEBIBYTE, maxFiles: 20, minFreeBytes: 200 * MEBIBYTE },
    robotOrigins: [],
    oldSecretsKeys: [],
  });
});

test.each<[string, string, Partial<Config>]>([
  ['ROLE', 'worker', { role: 'worker' }],
  ['HOST', '::1', { host: '::1' }],
  ['PORT', '0', { port: 0 }],
  ['PORT', '65535', { port: 65535 }],
  ['DATA_DIR', '/var/lib/x', { dataDir: '/var/lib/x' }],
  ['DATA_DIR', 'here', { dataDir: resolve('here') }],
  ['DATABASE_URL', 'postgres://u:p@db:5432/sanji', { databaseUrl: 'postgres://u:p@db:5432/sanji' }],
  ['DATABASE_URL', 'postgresql:///sanji?host=/run/pg', { databaseUrl: 'postgresql:///sanji?host=/run/pg' }],
  ['DATABASE_POOL', '50', { databasePool: 50 }],
  ['QUEUE_URL', 'rediss://:p@cache:6379/1', { queueUrl: 'rediss://:p@cache:6379/1' }],
  ['QUEUE_PREFIX', 'east-2', { queuePrefix: 'east-2' }],
  ['DEMO', 'off', { demo: false }],
  ['DISTRICT_NAME', ' 朝阳区总工会 ', { districtName: '朝阳区总工会' }],
  ['TRUST_PROXY', 'on', { trustProxy: true }],
  ['LOG_LEVEL', 'silent', { logLevel: 'silent' }],
  ['METRICS_TOKEN', 'sixteen-letters!', { metricsToken: 'sixteen-letters!' }],
  ['EVIDENCE_MAX_MB', '1024', { evidence: { maxBytes: 1024 * MEBIBYTE, maxFiles: 20, minFreeBytes: 200 * MEBIBYTE } }],
  ['EVIDENCE_MAX_FILES', '3', { evidence: { maxBytes: 20 * MEBIBYTE, maxFiles: 3, minFreeBytes: 200 * MEBIBYTE } }],
  ['EVIDENCE_MIN_FREE_MB', '0', { evidence: { maxBytes: 20 * MEBIBYTE, maxFiles: 20, minFreeBytes: 0 } }],
  ['PUBLIC_URL', 'https://gh.example.cn/', { publicUrl: 'https://gh.example.cn' }],
])('%s=%s is understood', (name, value, expected) => {
  expect(loadConfig({ [name]: value })).toMatchObject(expected);
});

const TLS = join(__dirname, 'webhook/tls');

test("a file with the district's own authorities is taken, one without is named", () => {
  expect(() => loadConfig({ NODE_EXTRA_CA_CERTS: join(TLS, 'ca.pem') })).not.toThrow();
  for (const name of ['missing.pem', 'server.key', 'server.pem'])
    expect(() => loadConfig({ NODE_EXTRA_CA_CERTS: join(TLS, name) })).toThrow(/^NODE_EXTRA_CA_CERTS is .* \(PEM\)\.$/);
});

test.each([
  ['ROLE', 'web', 'api, worker, all'],
  ['HOST', 'my host', 'a host name or an IP address'],
  ['PORT', '65536', '0 to 65535'],
  ['PORT', '-1', '0 to 65535'],
  ['PORT', '0x10', '0 to 65535'],
  ['PORT', '3000.5', '0 to 65535'],
  ['DATABASE_URL', 'mysql://db/sanji', 'postgres://, postgresql://'],
  ['DATABASE_URL', 'db:5432', 'postgres://, postgresql://'],
  ['DATABASE_POOL', '0', '1 to 50'],
  ['DATABASE_POOL', '51', '1 to 50'],
  ['QUEUE_URL', 'amqp://broker', 'redis://, rediss://, postgres://, postgresql://'],
  ['QUEUE_PREFIX', 'a:b', 'letters, digits'],
  ['DEMO', 'true', 'on, off'],
  ['DISTRICT_NAME', '区'.repeat(101), '1 to 100'],
  ['DISTRICT_NAME', '  ', '1 to 100'],
  ['DISTRICT_NAME', '区\u0000', '1 to 100'],
  ['TRUST_PROXY', '1', 'on, off'],
  ['LOG_LEVEL', 'loud', 'fatal, error, warn, info, debug, trace, silent'],
  ['EVIDENCE_MAX_MB', '1025', '1 to 1024'],
  ['EVIDENCE_MAX_FILES', '0', '1 to 1000'],
  ['EVIDENCE_MIN_FREE_MB', 'lots', '0 to 100000000'],
  ['PUBLIC_URL', 'gh.example.cn', 'http://, https://'],
])('%s=%s is refused in one sentence that says what it may be', (name, value, allowed) => {
  const sentence = refusal({ [name]: value });
  expect(sentence).toMatch(new RegExp(`^${name} is "[^\n]*" but must be [^\n]*\\.$`));
  expect(sentence).toContain(JSON.stringify(value));
  expect(sentence).toContain(allowed);
});

test('an empty variable counts as not set', () => {
  expect(loadConfig({ PORT: '', DATABASE_URL: '', DEMO: '' })).toEqual(loadConfig({}));
});

test('all wrong variables are reported at once', () => {
  const lines = refusal({ ROLE: 'x', PORT: 'x', DEMO: 'x' }).split('\n');
  expect(lines.map((line) => line.split(' ')[0])).toEqual(['ROLE', 'PORT', 'DEMO']);
});

test.each([
  ['mysql://user:s3cr3t@db/sanji'],
  ['mysql://user:s3cr3t@more@db/sanji'],
  ['//user:s3cr3t@db/sanji'],
  ['user:s3cr3t@db/sanji'],
  ['postgres://user:s3cr3t#@db/sanji'],
  ['mysql://db/sanji?user=u&password=s3cr3t'],
])('a password in %s is not repeated', (value) => {
  expect(refusal({ DATABASE_URL: value })).not.toContain('s3cr3t');
});

function refusal(env: Record<string, string>): string {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('was not refused');
}
