/** Where a bench has its data: a folder that goes with it, or with BENCH_KEEP one that stays, seeded once for any number of runs. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function groundFor(name) {
  const keep = process.env.BENCH_KEEP;
  const folder =
    keep === undefined ? mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'sanji-bench-')) : join(keep, name);
  mkdirSync(folder, { recursive: true });
  const mark = join(folder, 'seeded');
  return {
    folder,
    seeded: existsSync(mark),
    /** All is there. */
    keepSeeded: () => writeFileSync(mark, ''),
    clear: () => (keep === undefined ? rmSync(folder, { recursive: true, force: true }) : undefined),
  };
}
