/** The embedded PostgreSQL through restarts, kills and left-overs, each on a real server of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { EmbeddedPostgres } from '../../src/database/embedded';
import { adoptPostmaster, isServerOf, readPidFile } from '../../src/database/embedded-postmaster';
import { isAlive } from '../../src/database/embedded-process';
import { eventually } from '../support/eventually';

const FLAGS = ['fsync=off'];
const KEEPER = join(__dirname, 'fixtures', 'keep-embedded.cjs');

let dataDir: string;
let progress: string[];
let servers: EmbeddedPostgres[];
let keepers: ChildProcess[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'sanji-embedded-'));
  [progress, servers, keepers] = [[], [], []];
});

afterEach(async () => {
  for (const keeper of keepers) keeper.kill('SIGKILL');
  for (const server of servers) await server.stop();
  const left = readPidFile(join(dataDir, 'postgres'));
  if (left && isServerOf(join(dataDir, 'postgres'), left.pid)) await adoptPostmaster(left).stop();
  rmSync(dataDir, { recursive: true, force: true });
});

jest.setTimeout(400_000);

test('a new folder becomes a UTF-8 database that only the loopback and the password open', async () => {
  const server = await start();
  expect(await ask(server.url, `select length('工会') as length`)).toEqual([{ length: 2 }]);
  expect(await ask(server.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  expect(await ask(server.url, 'show fsync')).toEqual([{ fsync: 'off' }]);
  expect(await ask(server.url, 'select usesuper from pg_user where usename = current_user')).toEqual([
    { usesuper: false },
  ]);
  expect(statSync(join(dataDir, 'postgres-password')).mode & 0o777).toBe(0o600);
  await expect(ask(server.url.replace(/:[0-9a-f]+@/, ':guessed@'), 'select 1')).rejects.toMatchObject({
    code: '28P01',
  });
});

test('a stop and a start keep the data, and nothing is left running in between', async () => {
  const first = await start();
  await ask(first.url, `create table kept as select '办结' as word`);
  const pid = postmaster();
  await first.stop();
  expect(isAlive(pid)).toBe(false);
  expect(existsSync(join(dataDir, 'sanji.pid'))).toBe(false);
  const second = await start();
  expect(await ask(second.url, 'select word from kept')).toEqual([{ word: '办结' }]);
});

test('a killed server comes back at the same port with what was committed', async () => {
  const server = await start();
  await ask(server.url, 'create table kept as select 1 as one');
  const killed = postmaster();
  process.kill(killed, 'SIGKILL');
  await eventually(() => expect(postmaster()).not.toBe(killed));
  await eventually(async () => expect(await ask(server.url, 'select one from kept')).toEqual([{ one: 1 }]));
  expect(progress.join('\n')).toMatch(/ended by itself \(signal SIGKILL\)/);
});

test('after its keeper is killed the server is adopted, watched and stopped by the next one', async () => {
  const [url, keeper] = await keepElsewhere();
  await ask(url, 'create table kept as select 1 as one');
  const pid = postmaster();
  keeper.kill('SIGKILL');
  await once(keeper, 'exit');
  const server = await start();
  expect(server.url).toBe(url);
  expect(postmaster()).toBe(pid);
  expect(await ask(server.url, 'select one from kept')).toEqual([{ one: 1 }]);
  process.kill(pid, 'SIGKILL');
  await eventually(async () => expect(await ask(server.url, 'select one from kept')).toEqual([{ one: 1 }]));
  const restarted = postmaster();
  await server.stop();
  expect(isAlive(restarted)).toBe(false);
});

test('SIGTERM lets its keeper stop it in peace', async () => {
  const [, keeper] = await keepElsewhere();
  const pid = postmaster();
  keeper.kill('SIGTERM');
  expect(await once(keeper, 'exit')).toEqual([0, null]);
  expect(isAlive(pid)).toBe(false);
  expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).toContain('database system is shut down');
});

test('a second process on the same folder is refused in one sentence, and so is a second start in this one', async () => {
  const [, keeper] = await keepElsewhere();
  await expect(start()).rejects.toThrow(`is in use by the running process ${keeper.pid}: stop that one first`);
  keeper.kill('SIGTERM');
  await once(keeper, 'exit');
  await start();
  await expect(start()).rejects.toThrow(`is in use by the running process ${process.pid}`);
});

test.each(['that nobody has', 'that another program of the same user has by now'])(
  'a left-over pid file with a number %s does not keep the server from starting',
  async (whose) => {
    await (await start()).stop();
    const { uid, gid } = statSync(join(dataDir, 'postgres'));
    const other = spawn('cat', { uid, gid, cwd: '/', stdio: ['pipe', 'ignore', 'ignore'] });
    keepers.push(other);
    const pid = whose === 'that nobody has' ? 2_000_000_000 : other.pid;
    const rest = [join(dataDir, 'postgres'), '1', '15000', '', '127.0.0.1', '', 'ready'];
    writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), [pid, ...rest, ''].join('\n'));
    const server = await start();
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(other.exitCode ?? other.signalCode).toBeNull();
  },
);

test('a making of the database that was interrupted is begun anew', async () => {
  mkdirSync(join(dataDir, 'postgres.new', 'cluster', 'base'), { recursive: true });
  const server = await start();
  expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(existsSync(join(dataDir, 'postgres.new'))).toBe(false);
});

test('a database that counts bytes for characters is refused', async () => {
  const server = await start();
  await ask(
    server.url.replace(/sanji$/, 'template1'),
    `create database narrow encoding 'SQL_ASCII' locale_provider libc locale 'C' template template0`,
  );
  await ask(server.url.replace(/sanji$/, 'template1'), 'alter database sanji rename to wide');
  await ask(server.url.replace(/sanji$/, 'template1'), 'alter database narrow rename to sanji');
  await server.stop();
  await expect(start()).rejects.toThrow('The database sanji is encoded as SQL_ASCII and must be UTF8');
  expect(readPidFile(join(dataDir, 'postgres'))).toBeUndefined();
});

test('files that are no database are not touched', async () => {
  mkdirSync(join(dataDir, 'postgres'));
  writeFileSync(join(dataDir, 'postgres', 'letter.txt'), '');
  await expect(start()).rejects.toThrow('holds files but no PostgreSQL database');
  expect(existsSync(join(dataDir, 'postgres', 'letter.txt'))).toBe(true);
});

test('a setting that PostgreSQL does not know is told with its own words', async () => {
  await expect(EmbeddedPostgres.start({ dataDir, flags: ['nonsense=1'] })).rejects.toThrow(
    'unrecognized configuration parameter "nonsense"',
  );
});

async function start(): Promise<EmbeddedPostgres> {
  const server = await EmbeddedPostgres.start({ dataDir, flags: FLAGS, onProgress: (line) => progress.push(line) });
  servers.push(server);
  return server;
}

/** In a Node process of its own, which can be killed. */
async function keepElsewhere(): Promise<[string, ChildProcess]> {
  const keeper = spawn(process.execPath, [KEEPER, dataDir, ...FLAGS], { stdio: ['ignore', 'pipe', 'ignore'] });
  keepers.push(keeper);
  const [url] = (await once(keeper.stdout, 'data')) as [Buffer];
  return [url.toString().trim(), keeper];
}

function postmaster(): number {
  const cluster = join(dataDir, 'postgres');
  const pid = readPidFile(cluster)?.pid ?? 0;
  return isServerOf(cluster, pid) === false ? 0 : pid;
}

async function ask(url: string, query: string): Promise<unknown[]> {
  const client = new Client(url);
  client.on('error', (error) => progress.push(error.message));
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(query)).rows;
  } finally {
    await client.end();
  }
}
