/** The address of an embedded database that another process of ours runs in this folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE } from './embedded-connection';
import { isServerOf, readPidFile } from './embedded-postmaster';
import { isAlive } from './embedded-process';

/** Undefined when none runs there. */
export function runningUrl(dataDir: string): string | undefined {
  const folder = join(dataDir, 'postgres');
  const server = readPidFile(folder);
  if (server === undefined || !isAlive(server.pid) || isServerOf(folder, server.pid) === false) return undefined;
  const password = readFileSync(join(dataDir, 'postgres-password'), 'utf8').trim();
  return `postgres://${DATABASE}:${password}@127.0.0.1:${server.port}/${DATABASE}`;
}
