/** The embedded PostgreSQL, when no DATABASE_URL is given: started or adopted, watched, restarted, stopped last. */
import { once } from 'node:events';
import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findBinaries } from './embedded-binaries';
import { openCluster } from './embedded-cluster';
import { applicationUrl, ensureDatabase } from './embedded-connection';
import { FolderLock } from './embedded-lock';
import { trimLog } from './embedded-log';
import type { Postmaster } from './embedded-postmaster';
import { adoptRunning, type Ground, startAnywhere, startAt } from './embedded-start';
import { launchFor } from './embedded-user';

export interface EmbeddedOptions {
  /** The cluster, its password and its log live here. */
  readonly dataDir: string;
  /** Settings of the server, each as `name=value`. */
  readonly flags?: readonly string[];
  readonly onProgress?: (line: string) => void;
  /** The server cannot be kept running; nothing more is tried. */
  readonly onFailure?: (error: Error) => void;
}

/** Loopback only, no socket file; statements and their values stay out of the log. */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=100',
  'shared_buffers=128MB',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
];
const MOST_FAILURES = 10;
/** A server that ran this long has recovered; failures are counted anew. */
const STABLE = 30_000;
const LONGEST_PAUSE = 30_000;
const LOG_INTERVAL = 60_000;

export class EmbeddedPostgres {
  readonly port: number;
  /** Of the application's database; stays valid when the server is restarted. */
  readonly url: string;
  private readonly watching: Promise<void>;
  private readonly logTimer: NodeJS.Timeout;
  private stopped: Promise<void> | undefined;

  /** Throws one sentence that says what to do when the folder is in use, closed, foreign or of another version. */
  static async start(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
    mkdirSync(options.dataDir, { recursive: true });
    const dataDir = realpathSync(options.dataDir);
    const lock = FolderLock.take(dataDir);
    const stopping = new AbortController();
    try {
      const { onProgress = () => {}, flags = [] } = options;
      const binaries = findBinaries();
      const { home, initdb, postgres } = binaries;
      const launch = launchFor(
        [dataDir, home, join(home, 'lib', 'postgresql'), join(home, 'share')],
        [initdb, postgres],
      );
      const cluster = await openCluster(dataDir, binaries, launch, { sync: !flags.includes('fsync=off'), onProgress });
      const log = join(dataDir, 'postgres.log');
      const ground = { cluster, settings: [...SETTINGS, ...flags], log, onProgress, stop: stopping.signal };
      const server = (await adoptRunning(ground)) ?? (await startAnywhere(ground));
      try {
        await ensureDatabase(cluster, server.port);
      } catch (error) {
        await server.stop();
        throw error;
      }
      return new EmbeddedPostgres(ground, server, lock, stopping, options.onFailure ?? (() => {}));
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  private constructor(
    private readonly ground: Ground,
    private server: Postmaster,
    private readonly lock: FolderLock,
    private readonly stopping: AbortController,
    onFailure: (error: Error) => void,
  ) {
    this.port = server.port;
    this.url = applicationUrl(ground.cluster, server.port);
    this.logTimer = setInterval(() => this.trim(), LOG_INTERVAL).unref();
    this.watching = this.watch(onFailure);
  }

  /** To be called after everybody who uses the database is done; may be called twice. */
  stop(): Promise<void> {
    this.stopped ??= this.stopOnce();
    return this.stopped;
  }

  private async stopOnce(): Promise<void> {
    clearInterval(this.logTimer);
    this.stopping.abort();
    await this.watching;
    await this.server.stop();
    this.lock.release();
  }

  /** Ends when we are told to stop or when the server has failed too often in a row. */
  private async watch(onFailure: (error: Error) => void): Promise<void> {
    const { stop, onProgress } = this.ground;
    const told = once(stop, 'abort');
    let failures = 0;
    let problem: unknown;
    for (;;) {
      const since = Date.now();
      await Promise.race([this.server.ended, told]);
      if (stop.aborted) return;
      failures = Date.now() - since > STABLE ? 1 : failures + 1;
      if (failures > MOST_FAILURES) break;
      problem ??= `ended by itself (${await this.server.ended})`;
      onProgress(`PostgreSQL is restarted (try ${failures}), for it ${String(problem)}`);
      await Promise.race([pause(Math.min(50 * 2 ** failures, LONGEST_PAUSE), undefined, { ref: false }), told]);
      if (stop.aborted) return;
      problem = await this.restart();
    }
    onFailure(new Error(`PostgreSQL could not be kept running (${MOST_FAILURES} tries in a row): ${String(problem)}`));
  }

  /** At the same port, so that everybody's connections come back by themselves. Answers why it did not work. */
  private async restart(): Promise<string | undefined> {
    try {
      this.server = await startAt(this.port, this.ground);
      return undefined;
    } catch (error) {
      return `did not start: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  private trim(): void {
    try {
      trimLog(this.ground.log);
    } catch (error) {
      this.ground.onProgress(`The log of PostgreSQL could not be shortened: ${String(error)}`);
    }
  }
}
