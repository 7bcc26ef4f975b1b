/** A form's definition as it is written: what is new, what follows when a kind changes, cells made of rows and columns. Pure. */
import type { Schemas } from '../api/client';
import type { Cell, Definition } from './form-data';

export type Rule = Schemas['FormRuleDto'];
export const cellKinds = ['whole', 'decimal', 'money', 'percent'] as const;
export const ruleKinds = ['part', 'sum', 'change'] as const;
export const MOST_CELLS = 100;

export const blankForm: Definition = {
  name: '',
  programme: '',
  about: '',
  cells: [{ key: 'item1', name: '', unit: '', kind: 'whole', required: true, min: '0' }],
  rules: [],
  owedBy: { tiers: ['community'], under: [], unions: [] },
  moments: { opensAfter: 0, dueAfter: 5, locksAfter: 10 },
};

/** `item7`: the first that nothing bears. */
export function freeKey(stem: string, taken: readonly { readonly key: string }[]): string {
  const keys = new Set(taken.map(({ key }) => key));
  for (let no = taken.length + 1; ; no++) if (!keys.has(`${stem}${no}`)) return `${stem}${no}`;
}

export function newCell(cells: readonly Cell[]): Cell {
  const { unit = '', kind = 'whole' } = cells.at(-1) ?? {};
  return { key: freeKey('item', cells), name: '', unit, kind, required: true, min: '0' };
}

/** A cell for each row in each column: 男·企业, 男·机关, … */
export function cellsOfTable(
  cells: readonly Cell[],
  { rows, columns, unit, kind }: { rows: string; columns: string; unit: string; kind: Cell['kind'] },
): Cell[] {
  const [down, across] = [linesOf(rows), linesOf(columns)];
  const names = down.flatMap((row) => (across.length === 0 ? [row] : across.map((column) => `${row}·${column}`)));
  const all = [...cells];
  for (const name of names) all.push({ ...newCell(all), name, unit, kind });
  return all;
}

/** One a line, as it is pasted from a spreadsheet too. */
const linesOf = (text: string): string[] =>
  text
    .split(/[\n\t]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Of another kind, without what only the old one took. */
export function ofKind({ decimals: _, ...cell }: Cell, kind: Cell['kind']): Cell {
  return { ...cell, kind, ...(kind === 'decimal' || kind === 'percent' ? { decimals: 2 } : {}) };
}

export function newRule(rules: readonly Rule[], kind: Rule['kind'] = 'part'): Rule {
  const key = freeKey('rule', rules);
  if (kind === 'part') return { key, kind, severity: 'hard', part: '', whole: '' };
  if (kind === 'sum') return { key, kind, severity: 'hard', parts: [], whole: '' };
  return { key, kind, severity: 'soft', cell: '', percent: '30' };
}

/** What is to be sent: parts of rules that are not chosen are left out, so that the API says they are missing. */
export function asSent({ cells, rules, ...definition }: Definition): Definition {
  return { ...definition, cells: cells.map(withoutEmpty), rules: rules.map(withoutEmpty) };
}

function withoutEmpty<T extends object>(of: T): T {
  const must = ['key', 'name', 'unit'];
  const said = Object.entries(of).filter(
    ([part, value]) => must.includes(part) || (value !== '' && value !== undefined),
  );
  return Object.fromEntries(said.filter(([, value]) => !Array.isArray(value) || value.length > 0)) as T;
}

const months = { month: 1, quarter: 3, half: 6, year: 12 } as const;
export type PeriodKind = keyof typeof months;
export const periodKinds = Object.keys(months) as PeriodKind[];

/** The periods around a month (`2026-03`), the earliest first. */
export function periodsAround(kind: PeriodKind, month: string, back: number, ahead: number): string[] {
  const size = months[kind];
  const [year = 0, no = 1] = month.split('-').map(Number);
  const here = Math.floor((year * 12 + no - 1) / size);
  return Array.from({ length: back + ahead + 1 }, (_, at) => {
    const first = (here - back + at) * size;
    const [y, m] = [Math.floor(first / 12), first % 12];
    if (kind === 'year') return String(y);
    if (kind === 'month') return `${y}-${String(m + 1).padStart(2, '0')}`;
    return `${y}${kind === 'quarter' ? 'Q' : 'H'}${m / size + 1}`;
  });
}
