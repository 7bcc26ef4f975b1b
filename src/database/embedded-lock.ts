/** Keeps two processes from running the same data folder: a file with the number of the one that does. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../kernel/error-code';
import { isAlive, startedAt } from './embedded-process';

const heldHere = new Set<string>();

export class FolderLock {
  private constructor(
    private readonly file: string,
    private readonly mine: string,
  ) {}

  /** Throws when a live process holds the folder; what a dead one left is taken over. */
  static take(folder: string): FolderLock {
    const file = join(folder, 'sanji.pid');
    const mine = `${process.pid} ${startedAt(process.pid) ?? ''}\n`;
    for (let tries = 0; tries < 20; tries++) {
      try {
        writeFileSync(file, mine, { flag: 'wx', mode: 0o644 });
        heldHere.add(file);
        return new FolderLock(file, mine);
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw notWritable(folder, error);
      }
      const theirs = read(file);
      if (theirs !== undefined && isHeld(file, theirs)) throw inUse(folder, theirs);
      if (theirs !== undefined) removeStale(file, theirs);
    }
    throw inUse(folder, read(file) ?? '');
  }

  release(): void {
    heldHere.delete(this.file);
    if (read(this.file) === this.mine) rmSync(this.file, { force: true });
  }
}

/** A number alone is not proof: after a restart of a container it may be somebody else's, or ours. */
function isHeld(file: string, text: string): boolean {
  const [pid, since] = text.trim().split(' ');
  if (Number(pid) === process.pid) return heldHere.has(file);
  if (!pid || !isAlive(Number(pid))) return false;
  const actual = startedAt(Number(pid));
  return since === undefined || actual === undefined || since === actual;
}

/** Moved aside before it goes, so that a lock somebody took in between is seen and put back. */
function removeStale(file: string, expected: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if (read(aside) === expected) rmSync(aside, { force: true });
  else renameSync(aside, file);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function inUse(folder: string, holder: string): Error {
  const pid = holder.trim().split(' ')[0] ?? '';
  return new Error(
    `The data folder ${folder} is in use by the running process ${pid}: stop that one first, or give this one another DATA_DIR.`,
  );
}

function notWritable(folder: string, cause: unknown): Error {
  return new Error(
    `The data folder ${folder} cannot be written (${String(codeOf(cause))}): give it to the user that runs this process, or set another DATA_DIR.`,
    { cause },
  );
}
