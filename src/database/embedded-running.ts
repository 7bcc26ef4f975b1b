/** The address of an embedded database that another process of ours runs in this folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE } from './embedded-connection';
import { readPidFile } from './embedded-postmaster';
import { isAlive } from './embedded-process';

/** Undefined when none runs there. */
export function runningUrl(dataDir: string): string | undefined {
  const server = readPidFile(join(dataDir, 'postgres'));
  if (server === undefined || !isAlive(server.pid)) return undefined;
  const password = readFileSync(join(dataDir, 'postgres-password'), 'utf8').trim();
  return `postgres://${DATABASE}:${password}@127.0.0.1:${server.port}/${DATABASE}`;
}
