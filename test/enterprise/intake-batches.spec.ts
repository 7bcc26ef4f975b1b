/** A spreadsheet in batches: it goes on where it stood, and a row that repeats an earlier one is found either way. */
import { batchesOf } from '../../src/intake/batch';
import type { Cells, Numbered } from '../../src/intake/taker';

async function* rows(...keys: string[]): AsyncGenerator<Numbered<Cells>> {
  for (const [no, key] of keys.entries()) yield { row: no + 2, value: { key } };
}

async function told(done: number, size: number, ...keys: string[]): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const { from, rows: right, wrong } of batchesOf(rows(...keys), ({ key }) => key ?? null, done, size))
    found.push([from, right.map(({ row }) => row), wrong.map(({ row }) => row)]);
  return found;
}

it('comes in batches of one size, the last as long as it is', async () => {
  expect(await told(0, 2, 'a', 'b', 'c', 'd', 'e')).toEqual([
    [0, [2, 3], []],
    [2, [4, 5], []],
    [4, [6], []],
  ]);
});

it('after a restart it passes over what was taken, and still knows what stood there', async () => {
  expect(await told(2, 2, 'a', 'b', 'c', 'a', 'c')).toEqual([
    [2, [4], [5]],
    [4, [], [6]],
  ]);
  expect(await told(5, 2, 'a', 'b', 'c', 'd', 'e')).toEqual([]);
});
