/** Rows of a spreadsheet are read once, kept beside it whole or not at all, and read again no faster than they are written. */
import { existsSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ahead, areKept, keepRows, keptRows } from '../../src/intake/rows-kept';
import type { Cells, Numbered } from '../../src/intake/taker';

const folder = mkdtempSync(join(tmpdir(), 'sanji-rows-'));

async function* many(count: number, failAt = -1): AsyncGenerator<Numbered<Cells>> {
  for (let row = 1; row <= count; row++) {
    if (row === failAt) throw new Error('The spreadsheet ends in the middle');
    yield { row, value: { name: `第${row}家\n“企业”`, note: '数'.repeat(row % 50) } };
  }
}

async function all<T>(found: AsyncIterable<T>): Promise<T[]> {
  const kept: T[] = [];
  for await (const each of found) kept.push(each);
  return kept;
}

it('what is kept is what was read, in its order, and nobody else may read it', async () => {
  const place = join(folder, 'passing', 'one', 'rows');
  await expect(keepRows(place, many(5_000))).resolves.toBe(5_000);
  expect(await all(keptRows(place))).toEqual(await all(many(5_000)));
  expect(statSync(place).mode & 0o077).toBe(0);
});

it('of a spreadsheet that breaks off nothing counts as kept', async () => {
  const place = join(folder, 'broken');
  await expect(keepRows(place, many(5_000, 4_000))).rejects.toThrow('in the middle');
  await expect(areKept(place)).resolves.toBe(false);
  await expect(keepRows(place, many(3))).resolves.toBe(3);
  await expect(areKept(place)).resolves.toBe(true);
  expect(readdirSync(folder).filter((name) => name.startsWith('broken'))).toEqual(['broken']);
});

it('a spreadsheet without rows is kept as none', async () => {
  const place = join(folder, 'none');
  await expect(keepRows(place, many(0))).resolves.toBe(0);
  expect(existsSync(place)).toBe(true);
  expect(await all(keptRows(place))).toEqual([]);
});

it('one batch is read ahead and no more, and a failure comes in its turn', async () => {
  let read = 0;
  async function* batches(): AsyncGenerator<number> {
    for (;;) {
      if (++read === 4) throw new Error('The disk is gone');
      yield read;
    }
  }
  const found = ahead(batches());
  await expect(found.next()).resolves.toMatchObject({ value: 1 });
  expect(read).toBe(2);
  await expect(found.next()).resolves.toMatchObject({ value: 2 });
  await expect(found.next()).resolves.toMatchObject({ value: 3 });
  await expect(found.next()).rejects.toThrow('The disk is gone');
});

it('whoever stops early closes what he read from', async () => {
  let closed = false;
  async function* batches(): AsyncGenerator<number> {
    try {
      for (let no = 0; ; no++) yield no;
    } finally {
      closed = true;
    }
  }
  for await (const no of ahead(batches())) if (no === 1) break;
  expect(closed).toBe(true);
});
