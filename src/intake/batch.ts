/** Rows of a spreadsheet in batches (批次): what was taken already is passed over, a second row of the same key is a fault. Pure. */
import type { Cells, Fault, Numbered } from './taker';

/** Rows in one transaction. */
export const BATCH = 500;

export interface Batch {
  /** Rows of the file before it. */
  readonly from: number;
  readonly rows: readonly Numbered<Cells>[];
  readonly twice: readonly Numbered<readonly Fault[]>[];
}

/** The batches of a file after the first `done` rows, which are read all the same: a later row may repeat one of them. */
export async function* batchesOf(
  rows: AsyncIterable<Numbered<Cells>>,
  keyOf: (cells: Cells) => string | null,
  done: number,
  size = BATCH,
): AsyncGenerator<Batch> {
  const seen = new Map<string, number>();
  let no = 0;
  let [right, twice]: [Numbered<Cells>[], Numbered<readonly Fault[]>[]] = [[], []];
  for await (const each of rows) {
    const key = keyOf(each.value);
    const earlier = key === null ? undefined : seen.get(key);
    if (key !== null && earlier === undefined) seen.set(key, each.row);
    if (++no <= done) continue;
    if (earlier === undefined) right.push(each);
    else twice.push({ row: each.row, value: [repeated(earlier)] });
    if (right.length + twice.length < size) continue;
    yield { from: no - right.length - twice.length, rows: right, twice };
    [right, twice] = [[], []];
  }
  const left = right.length + twice.length;
  if (left > 0) yield { from: no - left, rows: right, twice };
}

const repeated = (row: number): Fault => ({
  column: null,
  code: 'intake.twice',
  words: { zh: `与第 ${row} 行重复。`, en: `It repeats row ${row}.` },
});
