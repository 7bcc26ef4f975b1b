/** Three ways to a running embedded server: adopt the one that lives, start one anywhere, start it where it was. */
import { existsSync, statSync } from 'node:fs';
import type { Cluster } from './embedded-cluster';
import { serves, untilReady } from './embedded-connection';
import { lastWords, openLog } from './embedded-log';
import { freePort } from './embedded-port';
import { adoptPostmaster, disownPidFile, isServerOf, type Postmaster } from './embedded-postmaster';
import { readPidFile, removeEmptyPidFile, spawnPostmaster } from './embedded-postmaster';

export interface Ground {
  readonly cluster: Cluster;
  /** Settings of the server, each as `name=value`. */
  readonly settings: readonly string[];
  readonly log: string;
  readonly onProgress: (line: string) => void;
  /** Ends all waiting. */
  readonly stop: AbortSignal;
}

const PATIENCE_FOR_OURS = 60_000;
const PATIENCE_FOR_FOUND = 15_000;
const PORTS_TO_TRY = 5;

/** The server that an earlier process left behind, if it is alive, ours and answers; one that does not answer is stopped. */
export async function adoptRunning({ cluster, onProgress, stop }: Ground): Promise<Postmaster | undefined> {
  removeEmptyPidFile(cluster.folder);
  const found = readPidFile(cluster.folder);
  if (found === undefined) return undefined;
  const ours = isServerOf(cluster.folder, found.pid) ?? (await serves(cluster, found.port));
  if (!ours) return undefined;
  const server = adoptPostmaster(found);
  try {
    await untilReady(cluster, server, PATIENCE_FOR_FOUND, stop);
    onProgress(`PostgreSQL was left running (process ${found.pid}) and goes on at port ${found.port}`);
    return server;
  } catch (error) {
    onProgress(`PostgreSQL was left running (process ${found.pid}) and is restarted: ${String(error)}`);
    await server.stop();
    return undefined;
  }
}

export async function startAnywhere(ground: Ground): Promise<Postmaster> {
  for (let tries = 1; ; tries++) {
    const port = await freePort();
    try {
      return await startAt(port, ground);
    } catch (error) {
      const taken = /Address already in use|could not bind/i.test(String(error));
      if (!taken || tries >= PORTS_TO_TRY) throw error;
      ground.onProgress(`Port ${port} was taken meanwhile, another one is tried`);
    }
  }
}

export async function startAt(port: number, ground: Ground): Promise<Postmaster> {
  const { cluster, settings, log, onProgress, stop } = ground;
  const left = readPidFile(cluster.folder);
  if (left !== undefined && isServerOf(cluster.folder, left.pid) !== true) disownPidFile(cluster.folder);
  const before = existsSync(log) ? statSync(log).size : 0;
  const output = openLog(log);
  const server = spawnPostmaster(cluster, port, settings, output.descriptor);
  output.close();
  try {
    await untilReady(cluster, server, PATIENCE_FOR_OURS, stop);
  } catch (error) {
    await server.stop();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${reason}\n${log} says:\n${lastWords(log, before)}`, { cause: error });
  }
  onProgress(`PostgreSQL runs at 127.0.0.1:${port} (process ${server.pid})`);
  return server;
}
