/** Periods by name, as an address says them: a year, a half, a quarter or a month of it. */
import dayjs from 'dayjs';

/** From the shortest to the longest. */
export const kinds = ['month', 'quarter', 'half', 'year'] as const;
export type PeriodKind = (typeof kinds)[number];

export const divisions = ['H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4'] as const;
export const months = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, '0'));

/** An address read as JSON may hold a year as a number. */
export function asPeriod(value: unknown): string | undefined {
  const name = String(value);
  return /^(19|2[01])\d\d(-?(H[12]|Q[1-4])|-(0[1-9]|1[0-2]))?$/.test(name) ? name.replace(/-(?=[HQ])/, '') : undefined;
}

export const thisYear = (): string => dayjs().format('YYYY');
export const yearOf = (name: string): string => name.slice(0, 4);
export const partOf = (name: string): string => name.slice(4).replace('-', '');
export const nameOf = (year: string, part: string): string => `${year}${/^\d/.test(part) ? '-' : ''}${part}`;

export function kindOf(name: string): PeriodKind {
  const part = partOf(name);
  if (part === '') return 'year';
  return part.startsWith('H') ? 'half' : part.startsWith('Q') ? 'quarter' : 'month';
}

/** The period of a kind in which a period ends. */
export function endOf(name: string, kind: PeriodKind): string {
  const no = Number(partOf(name).replace(/\D/, ''));
  const month = { year: 12, half: no * 6, quarter: no * 3, month: no }[kindOf(name)];
  const part = {
    year: '',
    half: `H${Math.ceil(month / 6)}`,
    quarter: `Q${Math.ceil(month / 3)}`,
    month: String(month).padStart(2, '0'),
  }[kind];
  return nameOf(yearOf(name), part);
}

/** How many of them a course shows. */
export const shown = { month: 12, quarter: 8, half: 6, year: 5 } as const;
