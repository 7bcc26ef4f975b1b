/** What the operating system tells about a process: whether it lives, since when, and what was called. */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from '../kernel/error-code';

export function isAlive(pid: number): boolean {
  if (!isSingle(pid)) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
  return statusOf(pid)?.state !== 'Z';
}

/** Tells two processes apart that were given the same number; unknown outside Linux. */
export function startedAt(pid: number): string | undefined {
  return statusOf(pid)?.started;
}

/** The program and its arguments; unknown outside Linux. */
export function commandLine(pid: number): string[] | undefined {
  return readProc(pid, 'cmdline')?.split('\0').slice(0, -1);
}

/** Whether the process ended in time. */
export async function endsWithin(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await pause(25);
  }
  return true;
}

/** Sends a signal; a process that is gone already is what the sender wants. */
export function signal(pid: number, name: NodeJS.Signals): void {
  if (!isSingle(pid)) return;
  try {
    process.kill(pid, name);
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}

/** Zero and negative numbers mean whole groups of processes, among them our own. */
function isSingle(pid: number): boolean {
  return Number.isInteger(pid) && pid > 0;
}

/** A killed orphan stays a zombie where the first process of a container does not collect its children. */
function statusOf(pid: number): { state: string; started: string } | undefined {
  const fields = readProc(pid, 'stat')?.split(') ').at(-1)?.split(' ');
  const [state, started] = [fields?.[0], fields?.[19]];
  return state === undefined || started === undefined ? undefined : { state, started };
}

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined; // not Linux, gone, or hidden from us
  }
}
