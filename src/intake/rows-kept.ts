/** The rows of a spreadsheet, read once and kept beside it (导入行暂存): read again from there as slowly as they are written. */
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Cells, Fault, SheetRow } from './taker';

/** Letters that are written at once. */
const AT_ONCE = 256 * 1024;

/** Answers how many there are; they lie there whole or not at all. */
export async function keepRows(place: string, rows: AsyncIterable<SheetRow>): Promise<number> {
  const arriving = `${place}.arriving`;
  let count = 0;
  async function* lines(): AsyncGenerator<string> {
    let text = '';
    for await (const { row, value, faults } of rows) {
      count += 1;
      text += `${JSON.stringify(faults === undefined ? [row, value] : [row, value, faults])}\n`;
      if (text.length < AT_ONCE) continue;
      yield text;
      text = '';
    }
    yield text;
  }
  await mkdir(dirname(place), { recursive: true });
  await pipeline(Readable.from(lines()), createWriteStream(arriving, { mode: 0o600 }));
  await rename(arriving, place);
  return count;
}

export const areKept = (place: string): Promise<boolean> =>
  access(place).then(
    () => true,
    () => false,
  );

export async function* keptRows(place: string): AsyncGenerator<SheetRow> {
  let begun = '';
  for await (const chunk of createReadStream(place, { encoding: 'utf8', highWaterMark: AT_ONCE })) {
    const lines = `${begun}${chunk}`.split('\n');
    begun = lines.pop() ?? '';
    for (const line of lines) {
      const [row, value, faults]: [number, Cells, (readonly Fault[])?] = JSON.parse(line);
      yield { row, value, faults };
    }
  }
}

/** One batch ahead: it is read while the one before it is written. */
export async function* ahead<T>(batches: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = batches.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done === true) return;
      next = batches.next();
      // it may fail before anybody waits for it: whoever comes for it hears of it
      next.catch(() => undefined);
      yield value;
    }
  } finally {
    await batches.return(undefined);
  }
}
