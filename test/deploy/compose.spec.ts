/** What the files for a deployment promise: no default passwords, no job lost by Redis, nobody runs as root. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { loadConfig } from '../../src/config';
import { composeShape } from './compose-shape';

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment: Record<string, string | number>;
  readonly healthcheck: { readonly test: readonly string[] };
  readonly depends_on?: Record<string, { readonly condition: string }>;
  readonly ports?: readonly string[];
  readonly volumes: readonly string[];
}

const root = join(__dirname, '..', '..');
const source = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
const compose = parse(source, { merge: true }) as { services: Record<string, Service>; volumes: object };
const stages = readFileSync(join(root, 'Dockerfile'), 'utf8')
  .split(/^(?=FROM )/m)
  .slice(1);
const lastStage = stages.at(-1) ?? '';

test('it keeps to the Compose specification', () => {
  const file = join(dirname(require.resolve('dclint/package.json')), 'schemas/compose.schema.json');
  const { $schema: _, ...specification } = JSON.parse(readFileSync(file, 'utf8')) as { $schema: string };
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats(ajv);
  ajv.addFormat('duration', true);
  ajv.addFormat('ports', true);
  ajv.addFormat('expose', true);
  ajv.addFormat('subnet_ip_address', true);
  const validate = ajv.compile(specification);
  validate(compose);
  expect(validate.errors).toBeNull();
  validate({ ...compose, services: { api: { image: 'sanji', helthcheck: {} } } });
  expect(validate.errors?.[0]?.params).toEqual({ additionalProperty: 'helthcheck' });
});

test('it is a Compose file without a misspelt key', () => {
  const validate = new Ajv({ allErrors: true, strictTuples: false, allowUnionTypes: true }).compile(composeShape);
  validate(compose);
  expect(validate.errors).toBeNull();
});

test('every named volume is declared', () => {
  const used = Object.values(compose.services).flatMap(({ volumes }) => volumes.map((each) => each.split(':')[0]));
  expect(new Set(Object.keys(compose.volumes))).toEqual(new Set(used));
});

test('no password has a default: without one nothing starts and a sentence says what to do', () => {
  const secrets = [...source.matchAll(/\$\{(\w*PASSWORD\w*)([^}]*)\}/g)];
  expect(new Set(secrets.map(([, name]) => name))).toEqual(new Set(['POSTGRES_PASSWORD', 'REDIS_PASSWORD']));
  for (const [, name, rest] of secrets)
    expect(rest).toMatch(new RegExp(`^:\\?Write ${name} into the file \\.env, .+\\.$`));
  expect(source).not.toMatch(/(PASSWORD|AUTH|requirepass)[:\s]+[A-Za-z0-9]+$/m);
});

test('Redis keeps jobs on disk, drops none when full and asks for its password', () => {
  const words = compose.services['redis']?.command?.join(' ');
  expect(words).toMatch(
    /^redis-server --appendonly yes --maxmemory-policy noeviction --requirepass \$\{REDIS_PASSWORD:/,
  );
});

test('PostgreSQL 18 keeps its data where the image of that version looks for it, in UTF-8', () => {
  const postgres = compose.services['postgres'];
  expect(postgres?.image).toBe('postgres:18');
  expect(postgres?.volumes).toEqual(['postgres:/var/lib/postgresql']);
  expect(postgres?.environment['POSTGRES_INITDB_ARGS']).toContain('--encoding=UTF8');
});

describe.each(['api', 'worker'])('the service %s', (role) => {
  const service = compose.services[role];

  test('gets an environment that the platform understands, demo off', () => {
    const values = Object.entries(service?.environment ?? {}).map(([name, value]) => [
      name,
      interpolated(String(value)),
    ]);
    expect(loadConfig(Object.fromEntries(values))).toMatchObject({
      role,
      host: '0.0.0.0',
      port: 3000,
      dataDir: '/data',
      databaseUrl: 'postgres://sanji:secret@postgres:5432/sanji',
      queueUrl: 'redis://:secret@redis:6379',
      demo: false,
    });
  });

  test('waits for healthy stores, is asked whether it is ready and shares the evidence', () => {
    expect(service?.depends_on).toEqual({
      postgres: { condition: 'service_healthy' },
      redis: { condition: 'service_healthy' },
    });
    expect(service?.healthcheck.test.join(' ')).toContain('/health/ready');
    expect(service?.volumes).toEqual(['evidence:/data']);
  });
});

test('only the API is published, and on the loopback unless said otherwise', () => {
  const published = Object.entries(compose.services).filter(([, { ports }]) => ports !== undefined);
  expect(published.map(([name, { ports }]) => [name, ports?.map(interpolated)])).toEqual([
    ['api', ['127.0.0.1:3000:3000']],
  ]);
});

test('the image runs as a user who is not root and owns the data folder', () => {
  const user = /^USER (\S+)$/m.exec(lastStage)?.[1];
  expect(user).toBe('node');
  expect(lastStage).toMatch(/^RUN install -d -o node -g node \/data$/m);
  expect(lastStage.trimEnd()).toMatch(/CMD \["node", "--enable-source-maps", "dist\/src\/main\.js"\]$/);
});

test('everything the Dockerfile copies exists and passes .dockerignore', () => {
  const ignore = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n');
  const copied = [...stages.join('').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = '']) =>
    names.split(' '),
  );
  expect(ignore).toContain('*');
  expect(copied.filter((name) => !existsSync(join(root, name)) || !ignore.includes(`!${name}`))).toEqual([]);
});

/** As Compose reads `${NAME:-default}` and `${NAME:?sentence}` when only the passwords are set. */
function interpolated(value: string): string {
  return value.replace(/\$\{\w+:([-?])([^}]*)\}/g, (_, kind, rest) => (kind === '-' ? String(rest) : 'secret'));
}
