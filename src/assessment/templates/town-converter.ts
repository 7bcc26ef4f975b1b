/** A scheme noted from a published table as one of ours (细则转换): what is published is kept, what is missing is said. */
import { Decimal } from 'decimal.js';
import type { Words } from '../../kernel/errors';
import type { CriterionDefinition, CriterionNode, PartDefinition, SchemeDefinition } from '../scheme-types';
import type { TownItem, TownScheme } from './town-scheme';

/** Rates are stated by the scoring office, or come from the tasks whose code is the criterion's. */
export type TownFacts = 'stated' | 'tasks';

export interface Converted {
  readonly title: string;
  readonly definition: SchemeDefinition;
  /** Where the scheme differs from what was published, in words. */
  readonly warnings: readonly Words[];
}

/**
 * Deductions count once unless their ground says 每…; one band that gives everything is all or nothing; `sum` becomes
 * sub-items. Marks of parts and the full marks are the sums of what is there.
 */
export function convertTown(town: TownScheme, facts: TownFacts = 'stated'): Converted {
  const warnings: Words[] = [];
  const parts = town.parts.map(({ name, marks, criteria }, no): PartDefinition => {
    const letter = String.fromCodePoint(65 + no);
    const nodes = criteria.map((item) => convertItem(item, `${letter}${item.no}`, facts, warnings));
    const there = sumOf(criteria.map((item) => item.marks));
    if (there !== String(marks)) warnings.push(partOfIt(`“${name}”`, `part ${letter}`, marks, there));
    return { code: letter, name, marks: there, criteria: nodes };
  });
  const fullMarks = sumOf(parts.map(({ marks }) => marks));
  if (fullMarks !== String(town.fullMarks)) warnings.push(partOfIt('全部', 'the whole', town.fullMarks, fullMarks));
  return { title: town.title, definition: { fullMarks, parts }, warnings };
}

function convertItem(item: TownItem, code: string, facts: TownFacts, warnings: Words[]): CriterionNode {
  const { name, note, of } = item;
  if (note !== undefined) warnings.push(readByUs(code, name));
  const head = { code, name, marks: String(item.marks), ...(note === undefined ? {} : { note: OUR_READING }) };
  if (item.rule === 'sum') {
    return { ...head, criteria: (of ?? []).map((one, no) => convertItem(one, `${code}.${no + 1}`, facts, warnings)) };
  }
  return { ...head, ...ruleOf(item, code, facts) };
}

function ruleOf(
  { rule, deductions = [], bands = [], marks, name }: TownItem,
  code: string,
  facts: TownFacts,
): Pick<CriterionDefinition, 'rule' | 'scorer' | 'tasks'> {
  if (rule === 'deduction') {
    const grounds = deductions.map(({ ground, points }, no) => ({
      code: `${code}-${no + 1}`,
      name: ground,
      points: String(points),
      ...(ground.includes('每') ? {} : { most: String(points) }),
    }));
    return { rule: { kind: 'deduction', grounds }, scorer: 'office' };
  }
  if (rule !== 'bands') throw new RangeError(`${name}: there is no rule ${rule}`);
  const source = facts === 'tasks' ? {} : ({ over: 'stated' } as const);
  const fed =
    facts === 'tasks' ? ({ scorer: 'computed', tasks: { codes: [code] } } as const) : ({ scorer: 'office' } as const);
  const [only] = bands;
  if (only !== undefined && bands.length === 1 && only.points === marks) {
    return { rule: { kind: 'threshold', ...source, atLeast: String(only.atLeast) }, ...fed };
  }
  const steps = bands.map(({ atLeast, points }) => ({ atLeast: String(atLeast), points: String(points) }));
  return { rule: { kind: 'bands', ...source, bands: steps }, ...fed };
}

const sumOf = (marks: readonly (number | string)[]): string => Decimal.sum(0, ...marks).toFixed();

const OUR_READING = '公开的表格此处残缺，最高一档按得满分理解。';

const partOfIt = (zh: string, en: string, stated: number, there: string): Words => ({
  zh: `${zh}标明 ${stated} 分，公开的各项合计 ${there} 分；分值按公开的各项计。`,
  en: `Of ${en}, stated as ${stated} points, items worth ${there} are published: the marks are the sum of what is there.`,
});

const readByUs = (code: string, name: string): Words => ({
  zh: `${code}“${name}”：${OUR_READING}`,
  en: `${code}: the published table is damaged here; the highest band is read as full marks.`,
});
