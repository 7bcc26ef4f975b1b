/** What is copied from a spreadsheet for a division: names, targets and due days, in whatever columns. */
import { numberIn } from './divide';

interface Line {
  readonly name: string;
  readonly target: string;
  readonly dueOn: string;
}

export interface Pasted {
  /** By the place of the row they belong to. */
  readonly cells: ReadonlyMap<number, { target: string; dueOn: string }>;
  /** Names that no row has, or several have. */
  readonly strangers: readonly string[];
}

/** A day as people write it (2026-12-1 · 2026/12/01 · 2026年12月1日), or null. */
export function dayIn(cell: string): string | null {
  const found = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(cell.normalize('NFKC').trim());
  if (found === null) return null;
  const [, year = '', month = '', day = ''] = found;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(read.valueOf()) && read.toISOString().startsWith(written) ? written : null;
}

function lineOf(text: string): Line {
  const cells = text.split('\t').map((cell) => cell.trim());
  const target = cells.map(numberIn).find((cell) => cell !== null) ?? '';
  const dueOn = cells.map(dayIn).find((cell) => cell !== null) ?? '';
  const name = cells.find((cell) => cell !== '' && numberIn(cell) === null && dayIn(cell) === null) ?? '';
  return { name, target, dueOn };
}

/** Places each line by its name where the names are known, else one after the other from where it was pasted. */
export function placed(text: string, names: readonly string[], from: number): Pasted {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').map(lineOf);
  const cells = new Map<number, { target: string; dueOn: string }>();
  const places = lines.map(({ name }) => placeOf(name, names));
  if (!places.some((place) => place !== null)) {
    for (const [no, { target, dueOn }] of lines.entries())
      if (from + no < names.length) cells.set(from + no, { target, dueOn });
    return { cells, strangers: [] };
  }
  const strangers: string[] = [];
  for (const [no, { name, target, dueOn }] of lines.entries()) {
    const place = places[no] ?? null;
    if (place !== null) cells.set(place, { target, dueOn });
    else if (target !== '') strangers.push(name);
  }
  return { cells, strangers };
}

/** The one row of that name: whole, or as its beginning (甲一社区 for 甲一社区工联会). */
function placeOf(name: string, names: readonly string[]): number | null {
  if (name === '') return null;
  const whole = names.indexOf(name);
  if (whole >= 0) return whole;
  const begun = names.flatMap((known, place) => (known.startsWith(name) ? [place] : []));
  return begun.length === 1 ? (begun[0] ?? null) : null;
}
