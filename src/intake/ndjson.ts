/** Lines of JSON as rows (NDJSON 读取): one object a line, fields by their keys, never more than a line in memory. */
import { createReadStream } from 'node:fs';
import { wellFormedText } from '../http/well-formed';
import { fieldOf } from './field-name';
import type { Cells, Fault, IntakeColumn, SheetRow } from './taker';

/** Letters of one line. */
const MOST_LETTERS = 64 * 1024;
const MOST_FAULTS = 20;
/** An object in an object in a row is as deep as any field is. */
const DEPTH = 3;

export async function* ndjsonRows(place: string, columns: readonly IntakeColumn[]): AsyncGenerator<SheetRow> {
  const byName = namesOf(columns);
  let row = 0;
  for await (const line of linesOf(place)) {
    row += 1;
    if (line === null) yield { row, value: {}, faults: [tooLong] };
    else if (line.trim() !== '') yield { row, ...readLine(line, byName) };
  }
}

/** By its full name (`values.people`), and by its key alone where no other column is called so. */
function namesOf(columns: readonly IntakeColumn[]): ReadonlyMap<string, IntakeColumn> {
  const names = new Map<string, IntakeColumn>();
  for (const column of columns) names.set(fieldOf(column), column);
  for (const column of columns) if (!names.has(column.key)) names.set(column.key, column);
  return names;
}

/** null: a line that is too long. Throws where the bytes are no UTF-8. */
async function* linesOf(place: string): AsyncGenerator<string | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [begun, over] = ['', false];
  const cut = (text: string): string[] => {
    const lines = `${begun}${text}`.split('\n');
    begun = lines.pop() ?? '';
    return lines;
  };
  const told = (line: string): string | null => {
    const long = over || line.length > MOST_LETTERS;
    over = false;
    return long ? null : line;
  };
  for await (const chunk of createReadStream(place, { highWaterMark: 256 * 1024 }) as AsyncIterable<Uint8Array>) {
    for (const line of cut(decoder.decode(chunk, { stream: true }))) yield told(line);
    if (begun.length > MOST_LETTERS) [begun, over] = ['', true];
  }
  for (const line of cut(decoder.decode())) yield told(line);
  if (begun !== '' || over) yield told(begun);
}

function readLine(
  line: string,
  byName: ReadonlyMap<string, IntakeColumn>,
): { readonly value: Cells; readonly faults?: readonly Fault[] } {
  const given = parsed(line);
  if (given === undefined) return { value: {}, faults: [noObject] };
  const value: Record<string, string> = {};
  const faults: Fault[] = [];
  for (const [name, part] of leavesOf(given, '', DEPTH)) {
    const column =
      byName.get(name) ?? (name.endsWith('.name') ? byName.get(name.slice(0, -'.name'.length)) : undefined);
    const text = textOf(part);
    if (column === undefined) faults.push(unknown(name));
    else if (text === undefined) faults.push({ ...noText, column: column.key });
    else if (text !== '') value[column.key] = text;
    if (faults.length >= MOST_FAULTS) break;
  }
  return faults.length > 0 ? { value, faults } : { value };
}

function parsed(line: string): object | undefined {
  try {
    const given: unknown = JSON.parse(line);
    return typeof given === 'object' && given !== null && !Array.isArray(given) ? given : undefined;
  } catch {
    return undefined; // told as a fault of the line
  }
}

function* leavesOf(given: object, before: string, depth: number): Generator<[string, unknown]> {
  for (const [key, part] of Object.entries(given)) {
    const name = `${before}${key}`.slice(0, 100);
    const deeper = typeof part === 'object' && part !== null && !Array.isArray(part) && depth > 1;
    if (deeper) yield* leavesOf(part, `${name}.`, depth - 1);
    else if (part !== null) yield [name, part];
  }
}

/** undefined: no text, number or flag. */
function textOf(part: unknown): string | undefined {
  if (typeof part === 'string') return wellFormedText(part)?.trim();
  if (typeof part === 'number') return String(part);
  return typeof part === 'boolean' ? (part ? '是' : '否') : undefined;
}

const noObject: Fault = {
  column: null,
  code: 'intake.line',
  words: { zh: '这一行不是一个 JSON 对象。', en: 'The line is no JSON object.' },
};
const tooLong: Fault = {
  column: null,
  code: 'intake.line',
  words: { zh: `一行不应超过 ${MOST_LETTERS} 个字符。`, en: `A line has at most ${MOST_LETTERS} characters.` },
};
const noText = {
  code: 'intake.value',
  words: { zh: '应为文字、数或是否（true、false）。', en: 'It should be a text, a number or a flag.' },
};
const unknown = (name: string): Fault => ({
  column: wellFormedText(name) ?? null,
  code: 'unknownField',
  words: { zh: '没有这个字段。', en: 'There is no such field.' },
});
