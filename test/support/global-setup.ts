/** Before all tests: one real PostgreSQL and, where the machine has one, a real Redis; their addresses go into the environment. */
import { startTestServers, type TestServers } from './test-servers';

declare global {
  var testServers: TestServers | undefined;
}

async function setUp(): Promise<void> {
  const tell = (line: string) => process.stderr.write(`${line}\n`);
  const servers = await startTestServers((error) => tell(error.message));
  globalThis.testServers = servers;
  process.env['TEST_DATABASE_URL'] = servers.databaseUrl;
  if (servers.redisUrl !== undefined) {
    process.env['TEST_REDIS_URL'] = servers.redisUrl;
    return;
  }
  if (process.env['CI']) {
    await servers.stop();
    throw new Error('REDIS: none on this machine; install redis-server or set REDIS_URL');
  }
  tell('REDIS: none on this machine, the Redis stories are skipped');
}

export = setUp;
