/** The lines of a spreadsheet as a scheme nobody has checked yet (表格读成方案), every wrong cell named. */
import type { FieldError } from '../../kernel/errors';
import { CellFinder } from './cell-finder';
import { readCriteria } from './criteria-reading';
import {
  COURSE_LINES,
  EFFECT_WORDS,
  PAGES,
  type PageName,
  QUOTA_TIES_WORDS,
  type ReadLine,
  type ReadPages,
} from './layout';
import { SCHEME_LINES, SIGN_WORDS, TIES_WORDS, UNION_WORDS } from './layout';
import { COUNTED_WORDS } from './rule-words';

export interface ReadScheme {
  readonly title: string | undefined;
  readonly year: number | undefined;
  readonly definition: Readonly<Record<string, unknown>>;
  /** What cannot be read at all. */
  readonly errors: readonly FieldError[];
  /** Gives an error of the scheme's own check its place in the spreadsheet. */
  readonly locate: (error: FieldError) => FieldError;
}

type Plain = Record<string, unknown>;

export function readScheme(pages: ReadPages): ReadScheme {
  const finder = new CellFinder();
  const said = keyed(finder, pages.scheme, 'scheme', 'item', 'value', SCHEME_LINES);
  const course = keyed(finder, pages.course, 'course', 'step', 'days', COURSE_LINES);
  const at = (key: string, path: string): string | undefined => {
    const line = said.get(key);
    finder.place(path, 'scheme', line?.row ?? 1, line === undefined ? undefined : 'value');
    return line?.value;
  };
  const fullMarks = at('fullMarks', 'definition.fullMarks');
  finder.place('definition.parts', 'criteria', 1);
  const definition: Plain = {
    ...given('fullMarks', fullMarks),
    parts: readCriteria(finder, pages.criteria),
    ...listed(finder, 'offices', pages.offices, 'definition.offices'),
    ...entriesOf(finder, pages.entries, at),
    ...listed(finder, 'vetoes', pages.vetoes, 'definition.vetoes', { effect: (text) => EFFECT_WORDS[text] ?? text }),
    ...listed(finder, 'classes', pages.classes, 'definition.classes', { kinds, sizeFrom: whole, sizeBelow: whole }),
    ...gradingOf(finder, pages.grades, at),
    ...tiesOf(at),
    ...courseOf(finder, course),
  };
  const [title, year] = [at('title', 'title'), at('year', 'year')];
  return {
    title,
    year: year === undefined ? undefined : Number(year),
    definition,
    errors: finder.errors,
    locate: (error) => finder.locate(error),
  };
}

/** A page of names and values, by what the names mean. */
function keyed(
  finder: CellFinder,
  lines: readonly ReadLine[],
  page: PageName,
  nameKey: string,
  valueKey: string,
  meaning: Readonly<Record<string, string>>,
): Map<string, { row: number; value: string }> {
  const found = new Map<string, { row: number; value: string }>();
  for (const { row, values } of lines) {
    const [name = '', value] = [values[nameKey], values[valueKey]];
    const key = Object.hasOwn(meaning, name) ? meaning[name] : undefined;
    const all = Object.keys(meaning);
    if (key === undefined) {
      finder.fault(page, row, nameKey, 'unknownLine', {
        zh: `应为以下之一：${all.join('、')}。`,
        en: `Must be one of: ${all.join(', ')}.`,
      });
    } else if (found.has(key)) {
      finder.fault(page, row, nameKey, 'lineTwice', { zh: '这一行写了两次。', en: 'This line is written twice.' });
    } else if (value !== undefined) found.set(key, { row, value });
  }
  return found;
}

type Reading = (text: string) => unknown;

/** The lines of a page as a list of the scheme; without lines there is no list. */
function listed(
  finder: CellFinder,
  page: 'offices' | 'vetoes' | 'classes',
  lines: readonly ReadLine[],
  path: string,
  readings: Readonly<Record<string, Reading>> = {},
): Plain {
  return lines.length === 0 ? {} : { [page]: entriesAt(finder, page, lines, path, readings) };
}

function entriesAt(
  finder: CellFinder,
  page: PageName,
  lines: readonly ReadLine[],
  path: string,
  readings: Readonly<Record<string, Reading>> = {},
): Plain[] {
  return lines.map(({ row, values }, no) => {
    const place = `${path}[${no}]`;
    finder.place(place, page, row);
    for (const { key } of PAGES[page].columns) finder.place(`${place}.${key}`, page, row, key);
    return Object.fromEntries(
      Object.entries(values).map(([key, text]): [string, unknown] => [key, readings[key]?.(text) ?? text]),
    );
  });
}

function entriesOf(
  finder: CellFinder,
  lines: readonly ReadLine[],
  at: (key: string, path: string) => string | undefined,
): Plain {
  const signs = [
    ['bonuses', 'bonusCap'],
    ['penalties', 'penaltyCap'],
  ] as const;
  for (const { row, values } of lines) {
    if (values['sign'] !== undefined && Object.hasOwn(SIGN_WORDS, values['sign'])) continue;
    finder.fault('entries', row, 'sign', 'unknownSign', { zh: '应为“加分”或“减分”。', en: 'Must be 加分 or 减分.' });
  }
  return Object.fromEntries(
    signs.flatMap(([sign, capKey]): [string, unknown][] => {
      const path = `definition.${sign}`;
      const own = lines.filter(({ values }) => SIGN_WORDS[values['sign'] ?? ''] === sign);
      const cap = at(capKey, `${path}.cap`);
      if (own.length === 0 && cap === undefined) return [];
      const kinds = entriesAt(finder, 'entries', own, `${path}.kinds`, { counts, per: whole }).map(
        ({ sign: _, ...kind }) => kind,
      );
      finder.place(`${path}.kinds`, 'entries', 1);
      return [[sign, { kinds, ...given('cap', cap) }]];
    }),
  );
}

function gradingOf(
  finder: CellFinder,
  lines: readonly ReadLine[],
  at: (key: string, path: string) => string | undefined,
): Plain {
  const ties = at('quotaTies', 'definition.grading.quotaTies');
  if (lines.length === 0 && ties === undefined) return {};
  finder.place('definition.grading.grades', 'grades', 1);
  const grades = entriesAt(finder, 'grades', lines, 'definition.grading.grades');
  return { grading: { grades, ...given('quotaTies', ties && (QUOTA_TIES_WORDS[ties] ?? ties)) } };
}

function tiesOf(at: (key: string, path: string) => string | undefined): Plain {
  const by = at('ties', 'definition.ties');
  const criteria = at('tieCriteria', 'definition.ties.criteria');
  if (by === undefined && criteria === undefined) return {};
  const codes = criteria?.split(/[;；、,，]/u).map((text) => text.trim());
  return { ties: { ...given('by', by && (TIES_WORDS[by] ?? by)), ...given('criteria', codes) } };
}

function courseOf(finder: CellFinder, steps: ReadonlyMap<string, { row: number; value: string }>): Plain {
  if (steps.size === 0) return {};
  for (const [step, { row }] of steps) finder.place(`definition.course.${step}`, 'course', row, 'days');
  return { course: Object.fromEntries([...steps].map(([step, { value }]) => [step, whole(value)])) };
}

const given = (key: string, value: unknown): Plain => (value === undefined ? {} : { [key]: value });

/** What is no whole number stays as it was written: the scheme's check refuses it. */
const whole: Reading = (text) => (/^\d{1,9}$/u.test(text) ? Number(text) : text);

const counts: Reading = (text) => COUNTED_WORDS[text] ?? text;

const kinds: Reading = (text) => text.split(/[;；、,，\s]+/u).map((word) => UNION_WORDS[word] ?? word);
