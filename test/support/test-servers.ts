/** The servers that all tests share, in one folder for one run, and the tidying after a run that was killed. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgres } from '../../src/database/embedded';
import { adoptPostmaster, isServerOf, readPidFile } from '../../src/database/embedded-postmaster';
import { commandLine, isAlive, signal } from '../../src/database/embedded-process';
import { startRedis } from './redis-server';

export interface TestServers {
  readonly databaseUrl: string;
  /** Absent where the machine has no Redis. */
  readonly redisUrl?: string;
  stop(): Promise<void>;
}

const PREFIX = 'sanji-test-';

/** A lost test database is made again: nothing waits for the disk. */
const FLAGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'];

export async function startTestServers(onFailure: (error: Error) => void): Promise<TestServers> {
  await sweepLeftOvers();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  const running: { stop(): Promise<void> }[] = [];
  const stop = async () => {
    for (const server of running.toReversed()) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const postgres = await EmbeddedPostgres.start({ dataDir: join(folder, 'data'), flags: FLAGS, onFailure });
    running.push(postgres);
    const given = process.env['REDIS_URL'];
    const redis = given ? undefined : await startRedis(folder);
    if (redis) running.push(redis);
    const redisUrl = given || redis?.url;
    return { databaseUrl: postgres.url, stop, ...(redisUrl === undefined ? {} : { redisUrl }) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A run that was killed leaves its servers and its folder behind; the lock in it tells whether its process is gone. */
async function sweepLeftOvers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    const lock = join(folder, 'data', 'sanji.pid');
    if (!existsSync(lock) || isAlive(Number.parseInt(readFileSync(lock, 'utf8'), 10))) continue;
    const cluster = join(folder, 'data', 'postgres');
    const found = readPidFile(cluster);
    if (found && isServerOf(cluster, found.pid)) await adoptPostmaster(found).stop();
    const redis = join(folder, 'redis', 'pid');
    const pid = existsSync(redis) ? Number(readFileSync(redis, 'utf8')) : 0;
    if (commandLine(pid)?.[0]?.startsWith('redis-server')) signal(pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}
