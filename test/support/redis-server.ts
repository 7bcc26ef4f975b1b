/** The machine's redis-server, started privately: a free port of the loopback, nothing kept on disk. */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../src/database/embedded-port';
import { endsWithin, signal } from '../../src/database/embedded-process';
import { codeOf } from '../../src/kernel/error-code';

interface RedisServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Answers undefined when the machine has no redis-server. */
export async function startRedis(
  folder: string,
  policy: 'noeviction' | 'allkeys-lru' = 'noeviction',
): Promise<RedisServer | undefined> {
  const port = await freePort();
  const dir = join(folder, 'redis');
  mkdirSync(dir);
  const place = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir];
  const memory = ['--save', '', '--appendonly', 'no', '--maxmemory-policy', policy];
  const child = spawn('redis-server', [...place, ...memory], { stdio: 'ignore' });
  child.unref();
  const ended = new Promise<Error>((resolve) => {
    child.once('error', resolve);
    child.once('exit', (code) => resolve(new Error(`redis-server ended with exit code ${code}`)));
  });
  const problem = await Promise.race([ended, untilAnswering(port)]);
  if (codeOf(problem) === 'ENOENT') return undefined;
  if (problem instanceof Error) throw problem;
  const pid = child.pid ?? 0;
  writeFileSync(join(dir, 'pid'), String(pid));
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      signal(pid, 'SIGKILL');
      await endsWithin(pid, 5_000);
    },
  };
}

async function untilAnswering(port: number): Promise<Error | undefined> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    if (await answers(port)) return undefined;
    await pause(20);
  }
  return new Error(`redis-server does not answer at port ${port}`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write('PING\r\n'));
    socket.once('data', (reply) => resolve(reply.toString().startsWith('+PONG')));
    socket.once('error', () => resolve(false));
    socket.once('data', () => socket.destroy());
  });
}
