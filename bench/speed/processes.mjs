/** The product's processes as in production on the embedded database, and the floor beside them; what each of them costs. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TICK_MS = 10;
const bench = dirname(dirname(fileURLToPath(import.meta.url)));

/** Starts a program and waits until it says what `pattern` finds in its output. */
export async function started(name, args, env, pattern) {
  const begun = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: dirname(bench),
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output = (output + chunk).slice(-20_000)));
  const found = await new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`${name} ended:\n${output}`)));
    const look = setInterval(() => {
      const match = pattern.exec(output)?.[1];
      if (match === undefined) return;
      clearInterval(look);
      resolve(match);
    }, 20);
    look.unref();
    child.once('exit', () => clearInterval(look));
  });
  return {
    name,
    pid: child.pid,
    url: found,
    readyAfter: Math.round((performance.now() - begun) / 100) / 10,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await new Promise((resolve) => child.once('exit', resolve));
    },
  };
}

export const startApi = (env) =>
  started('api', [...flags(), 'dist/src/main.js'], { ...env, ROLE: 'api' }, /is ready at (http:\/\/[\d.:]+)/);
export const startWorker = (env) =>
  started('worker', [...flags(), 'dist/src/main.js'], { ...env, ROLE: 'worker' }, /health at (http:\/\/[\d.:]+)/);
export const startFloor = (env) =>
  started('floor', [join(bench, 'floor', 'main.mjs')], env, /floor at (http:\/\/[\d.:]+)/);

/** `BENCH_PROFILE=folder` writes a profile of the processor there when the process ends; `BENCH_FLAGS` are Node's own. */
const flags = () => [
  ...(process.env.BENCH_FLAGS ?? '').split(' ').filter(Boolean),
  ...(process.env.BENCH_PROFILE === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`]),
];

/** Milliseconds of processor that a process used so far; its children's too for PostgreSQL, of which each connection is one. */
export function processorMs(pid, withChildren = false) {
  let ticks = 0;
  for (const each of withChildren ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [String(pid)]) {
    let stat;
    try {
      stat = readFileSync(`/proc/${each}/stat`, 'utf8');
    } catch {
      continue;
    }
    const [, parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [user, system, endedUser, endedSystem] = rest.slice(9, 13).map(Number);
    if (each === String(pid)) ticks += user + system + (withChildren ? endedUser + endedSystem : 0);
    else if (parent === String(pid)) ticks += user + system;
  }
  return ticks * TICK_MS;
}

export function memoryMb(pid) {
  const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(resident) / 1024);
}
