/** Rows of a spreadsheet in batches (批次): what was taken already is passed over, a second row of the same key is a fault. Pure. */
import { SeenRows } from './seen-rows';
import type { Cells, Fault, Numbered, SheetRow } from './taker';

/** Rows in one transaction. */
export const BATCH = 500;

export interface Batch {
  /** Rows of the file before it. */
  readonly from: number;
  readonly rows: readonly Numbered<Cells>[];
  /** Rows that nobody needs to look at: they repeat another one, or could not be read. */
  readonly wrong: readonly Numbered<readonly Fault[]>[];
}

/** The batches of a file after the first `done` rows, which are read all the same: a later row may repeat one of them. */
export async function* batchesOf(
  rows: AsyncIterable<SheetRow>,
  keyOf: (cells: Cells) => string | null,
  done: number,
  size = BATCH,
): AsyncGenerator<Batch> {
  const seen = new SeenRows();
  let no = 0;
  let [right, wrong]: [Numbered<Cells>[], Numbered<readonly Fault[]>[]] = [[], []];
  for await (const each of rows) {
    const key = each.faults === undefined ? keyOf(each.value) : null;
    const earlier = key === null ? undefined : seen.firstOf(key, each.row);
    if (++no <= done) continue;
    if (each.faults !== undefined) wrong.push({ row: each.row, value: each.faults });
    else if (earlier === undefined) right.push(each);
    else wrong.push({ row: each.row, value: [repeated(earlier)] });
    if (right.length + wrong.length < size) continue;
    yield { from: no - right.length - wrong.length, rows: right, wrong };
    [right, wrong] = [[], []];
  }
  const left = right.length + wrong.length;
  if (left > 0) yield { from: no - left, rows: right, wrong };
}

const repeated = (row: number): Fault => ({
  column: null,
  code: 'intake.twice',
  words: { zh: `与第 ${row} 行重复。`, en: `It repeats row ${row}.` },
});
