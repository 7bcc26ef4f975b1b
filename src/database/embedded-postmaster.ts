/** One running PostgreSQL server, started by us or found running, and how it ends. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cleanEnvironment, type Cluster, spawnWords } from './embedded-cluster';
import { commandLine, endsWithin, isAlive, signal } from './embedded-process';

export class Postmaster {
  private gone = false;

  constructor(
    readonly pid: number,
    readonly port: number,
    /** Settles with the reason when the server is gone. */
    readonly ended: Promise<string>,
  ) {
    void ended.then(() => (this.gone = true));
  }

  /** Fast shutdown; what does not obey within 15 s is stopped at once and recovers at the next start. */
  async stop(): Promise<void> {
    if (this.gone) return; // its number may be another's by now
    for (const [name, patience] of [
      ['SIGINT', 15_000],
      ['SIGQUIT', 5_000],
      ['SIGKILL', 5_000],
    ] as const) {
      signal(this.pid, name);
      if (await endsWithin(this.pid, patience)) return;
    }
    throw new Error(`The PostgreSQL server (process ${this.pid}) cannot be stopped.`);
  }
}

/** In a process group of its own: Ctrl-C in the terminal reaches us and not the database, which is stopped last. */
export function spawnPostmaster(cluster: Cluster, port: number, settings: readonly string[], log: number): Postmaster {
  const flags = [`port=${port}`, ...settings].flatMap((each) => ['-c', each]);
  const [program, words, as] = spawnWords(cluster.launch, cluster.binaries.postgres, ['-D', cluster.folder, ...flags]);
  const stdio = ['ignore' as const, log, log];
  const child = spawn(program, words, { ...as, cwd: '/', env: cleanEnvironment(), stdio, detached: true });
  child.unref();
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, name) => resolve(name ? `signal ${name}` : `exit code ${code}`));
  });
  return new Postmaster(child.pid ?? 0, port, ended);
}

/** What `postmaster.pid` of a cluster says. */
export interface PidFile {
  readonly pid: number;
  readonly port: number;
}

export function readPidFile(folder: string): PidFile | undefined {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid = '', , , port = ''] = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(pid), port: Number(port) };
}

/** Whether that process is the server of this folder; unknown where the system does not show its command line. */
export function isServerOf(folder: string, pid: number): boolean | undefined {
  if (!isAlive(pid)) return false;
  const words = commandLine(pid);
  if (words === undefined) return undefined;
  return words.includes(folder) && words.some((word) => basename(word) === 'postgres');
}

/** A server that an earlier process left running; it is no child of ours, so its end is seen by looking. */
export function adoptPostmaster({ pid, port }: PidFile): Postmaster {
  const watch = async () => {
    while (isAlive(pid)) await pause(250, undefined, { ref: false });
    return 'it is gone';
  };
  return new Postmaster(pid, port, watch());
}

/** What can be left of a full disk; PostgreSQL refuses to start with an empty file. */
export function removeEmptyPidFile(folder: string): void {
  const file = join(folder, 'postmaster.pid');
  if (existsSync(file) && readFileSync(file, 'utf8').trim() === '') rmSync(file);
}

/**
 * PostgreSQL does not start while the number in a left-over file is in use by whomever. It is replaced by one that no
 * process can have; the rest stays, for PostgreSQL finds in it the shared memory of workers that may still run.
 */
export function disownPidFile(folder: string): void {
  const file = join(folder, 'postmaster.pid');
  const rest = readFileSync(file, 'utf8').split('\n').slice(1);
  writeFileSync(file, ['2147483647', ...rest].join('\n'));
}
