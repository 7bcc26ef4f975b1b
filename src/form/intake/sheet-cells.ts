/** The lines of a spreadsheet as what a return says (填报表读取): an empty cell says nothing, unless a reason stands beside it. Pure. */
import type { Cells, Fault, Made, Numbered } from '../../intake/taker';
import type { FieldError } from '../../kernel/errors';
import { plainTitle } from '../../intake/heading';
import { readReturn } from '../check/cell-values';
import type { FormDefinition } from '../definition/definition';
import { changesOf, type Saying } from '../return/said-changes';
import { CODE, ITEM, linesOf, type SheetLine, VALUE, WHY } from './sheet-rows';

export interface SheetRead {
  readonly after: Saying;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly made: Made;
  readonly faults: readonly Numbered<readonly Fault[]>[];
  /** Where a refusal of the return (`values.members`) is to be mended: its row and column. */
  readonly faultsAt: (errors: readonly FieldError[]) => Numbered<readonly Fault[]>[];
}

export function readSheet(rows: readonly Numbered<Cells>[], definition: FormDefinition, before: Saying): SheetRead {
  const lines = linesOf(definition);
  const places = new Map<string, number>();
  const faults = new Map<number, Fault[]>();
  const fault = (row: number, ...found: readonly Fault[]) => faults.set(row, [...(faults.get(row) ?? []), ...found]);
  const [values, missing, words] = [{ ...before.values }, { ...before.missing }, { ...before.words }];
  for (const { row, value: cells } of rows) {
    const [value, why] = [cells[VALUE], cells[WHY]];
    const line = lineOf(lines, cells);
    if (line === undefined) {
      // a line of signatures or a remark below the table says nothing
      if (value !== undefined || why !== undefined) fault(row, UNKNOWN);
      continue;
    }
    const earlier = places.get(line.code);
    if (earlier !== undefined) {
      fault(row, repeated(earlier));
      continue;
    }
    places.set(line.code, row);
    if (line.cell === null) {
      if (value !== undefined) fault(row, ONLY_WORDS);
      if (why !== undefined) words[line.code.replace('words.', '')] = why;
    } else if (value !== undefined) {
      values[line.code] = numberOf(value, line.cell.unit);
      if (why === undefined) delete missing[line.code];
      else missing[line.code] = why;
    } else if (why !== undefined) {
      delete values[line.code];
      missing[line.code] = why;
    }
  }
  const { errors, ...after } = readReturn(definition, { values, missing, words });
  const first = rows[0]?.row ?? 1;
  const faultsAt = (found: readonly FieldError[]): Numbered<readonly Fault[]>[] =>
    found.map(({ field, code, words: said }) => {
      const [at = '', key = ''] = field.split('.');
      const row = places.get(at === 'words' ? field : key) ?? first;
      return { row, value: [{ column: at === 'values' ? VALUE : WHY, code, words: said }] };
    });
  for (const { row, value } of faultsAt(errors)) fault(row, ...value);
  const made = madeOf(before, after, places, new Set(faults.keys()));
  const created = [...made.values()].filter((each) => each === 'created').length;
  const changed = made.size - created;
  return {
    ...{ after, created, changed, made, unchanged: rows.length - created - changed - faults.size },
    faults: [...faults].map(([row, value]) => ({ row, value })),
    faultsAt,
  };
}

/** By its code; by its name where the code is gone and no other line bears it. */
function lineOf(lines: readonly SheetLine[], cells: Cells): SheetLine | undefined {
  const [code, item] = [cells[CODE], cells[ITEM]];
  if (code !== undefined) return lines.find((line) => line.code === code);
  if (item === undefined) return undefined;
  const named = lines.filter(({ title }) => plainTitle(title) === plainTitle(item));
  return named.length === 1 ? named[0] : undefined;
}

/** Lines, not values: a reason that takes the place of a number is one change. */
function madeOf(before: Saying, after: Saying, places: ReadonlyMap<string, number>, faulty: ReadonlySet<number>): Made {
  const changes = changesOf(before, after);
  const was = (line: string): boolean =>
    line.startsWith('words.')
      ? before.words[line.slice('words.'.length)] !== undefined
      : before.values[line] !== undefined || before.missing[line] !== undefined;
  const lines = new Set(Object.keys(changes).map((key) => key.replace(/^missing\./, '')));
  const made = new Map<number, 'created' | 'changed'>();
  for (const line of lines) {
    const row = places.get(line);
    if (row === undefined || faulty.has(row)) continue;
    made.set(row, was(line) ? 'changed' : 'created');
  }
  return made;
}

/** 1,500.00元 is 1500.00, and 85.5% is 85.5. */
function numberOf(text: string, unit: string): string {
  const bare = text.replaceAll(/[,，\s]/g, '');
  return bare.endsWith(unit) ? bare.slice(0, -unit.length) : bare;
}

const UNKNOWN: Fault = {
  column: ITEM,
  code: 'return.unknownLine',
  words: {
    zh: '报表中没有这个指标项，请使用本期下载的填报表，不要改动代码和名称。',
    en: 'The form has no such cell: use the spreadsheet of this period, and leave codes and names as they are.',
  },
};
const ONLY_WORDS: Fault = {
  column: VALUE,
  code: 'return.onlyWords',
  words: { zh: '这一行只填情况说明，不填数。', en: 'This line takes words and no number.' },
};
const repeated = (row: number): Fault => ({
  column: null,
  code: 'intake.twice',
  words: { zh: `与第 ${row} 行重复。`, en: `It repeats row ${row}.` },
});
