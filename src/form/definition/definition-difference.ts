/** What changed from one version of a form to another (版本差异), in words. Pure. */
import type { Words } from '../../kernel/errors';
import { tierWords } from '../../organization/tier';
import { cellOf, type CellKind, type FormCell, type FormDefinition, type FormRule } from './definition';

export interface FormDifference {
  /** The cell or the rule it is about; null for the form itself. */
  readonly key: string | null;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly words: Words;
}

const KIND_WORDS: Record<CellKind, Words> = {
  whole: { zh: '整数', en: 'whole number' },
  decimal: { zh: '小数', en: 'decimal' },
  money: { zh: '金额', en: 'money' },
  percent: { zh: '百分比', en: 'percentage' },
};

/** The parts of a form and of a cell, with how their values are said. */
type Part<T> = readonly [words: Words, said: (of: T) => Words, same?: (of: T) => string];

const plain = (value: string | number | null | undefined): Words => {
  const text = value === null || value === undefined || value === '' ? '—' : String(value);
  return { zh: text, en: text };
};
const yes = (value: boolean): Words => (value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' });

const formParts: readonly Part<FormDefinition>[] = [
  [{ zh: '名称', en: 'name' }, ({ name }) => plain(name)],
  [{ zh: '项目', en: 'programme' }, ({ programme }) => plain(programme)],
  [{ zh: '填报说明', en: 'instructions' }, ({ about }) => plain(about)],
  [{ zh: '填报层级', en: 'tiers that owe it' }, ({ owedBy }) => tiersSaid(owedBy.tiers)],
  [
    { zh: '限定范围', en: 'narrowed to' },
    ({ owedBy }) => counted(owedBy.under),
    ({ owedBy }) => owedBy.under.join(' '),
  ],
  [
    { zh: '另行指定的单位', en: 'unions named besides' },
    ({ owedBy }) => counted(owedBy.unions),
    ({ owedBy }) => owedBy.unions.join(' '),
  ],
  [{ zh: '开放', en: 'opens' }, ({ moments }) => daysSaid(moments.opensAfter, FIRST_DAY)],
  [{ zh: '截止', en: 'due' }, ({ moments }) => daysSaid(moments.dueAfter, NEVER)],
  [{ zh: '锁定', en: 'locks' }, ({ moments }) => daysSaid(moments.locksAfter, NEVER)],
];

const cellParts: readonly Part<FormCell>[] = [
  [{ zh: '名称', en: 'name' }, ({ name }) => plain(name)],
  [{ zh: '计量单位', en: 'unit' }, ({ unit }) => plain(unit)],
  [{ zh: '类型', en: 'kind' }, ({ kind }) => KIND_WORDS[kind]],
  [{ zh: '小数位', en: 'decimals' }, ({ decimals }) => plain(decimals)],
  [{ zh: '必填', en: 'required' }, ({ required }) => yes(required)],
  [{ zh: '最小值', en: 'least' }, ({ min }) => plain(min)],
  [{ zh: '最大值', en: 'most' }, ({ max }) => plain(max)],
  [{ zh: '说明', en: 'note' }, ({ note }) => plain(note)],
];

export function formDifferences(before: FormDefinition, after: FormDefinition): FormDifference[] {
  const [known, kept] = [keysOf(before.cells), keysOf(after.cells)];
  const said = (definition: FormDefinition) =>
    new Map(definition.rules.map((rule) => [rule.key, ruleWords(definition, rule)] as const));
  const [was, is] = [said(before), said(after)];
  return [
    ...changes(before, after, formParts).map((words) => ({ key: null, kind: 'changed' as const, words })),
    ...after.cells.flatMap((cell): FormDifference[] => {
      const earlier = cellOf(before, cell.key);
      if (earlier === undefined) return [{ key: cell.key, kind: 'added', words: told(ADDED_CELL, plain(cell.name)) }];
      const of: Words = { zh: `“${cell.name}”的`, en: `“${cell.name}”: ` };
      return changes(earlier, cell, cellParts).map((words) => ({
        key: cell.key,
        kind: 'changed',
        words: { zh: `${of.zh}${words.zh}`, en: `${of.en}${words.en}` },
      }));
    }),
    ...before.cells
      .filter(({ key }) => !kept.has(key))
      .map(({ key, name }) => ({ key, kind: 'removed' as const, words: told(REMOVED_CELL, plain(name)) })),
    ...(moved(before.cells, kept) === moved(after.cells, known)
      ? []
      : [{ key: null, kind: 'changed' as const, words: ORDER }]),
    ...[...is].flatMap(([key, words]): FormDifference[] => {
      const earlier = was.get(key);
      if (earlier === undefined) return [{ key, kind: 'added', words: told(ADDED_RULE, words) }];
      const change: Words = { zh: `${earlier.zh} → ${words.zh}`, en: `${earlier.en} → ${words.en}` };
      return earlier.zh === words.zh ? [] : [{ key, kind: 'changed', words: told(CHANGED_RULE, change) }];
    }),
    ...[...was]
      .filter(([key]) => !is.has(key))
      .map(([key, words]) => ({ key, kind: 'removed' as const, words: told(REMOVED_RULE, words) })),
  ];
}

/** “女会员人数”不大于“会员人数”（强制）. */
export function ruleWords(definition: FormDefinition, rule: FormRule): Words {
  const { kind, severity, part = '', parts = [], whole = '', cell = '', percent = '' } = rule;
  const name = (key: string): string => `“${cellOf(definition, key)?.name ?? key}”`;
  const how = severity === 'hard' ? { zh: '强制', en: 'refused' } : { zh: '提示', en: 'asks for a word' };
  const all = parts.map(name);
  const words: Words = {
    part: { zh: `${name(part)}不大于${name(whole)}`, en: `${name(part)} at most ${name(whole)}` },
    sum: { zh: `${all.join('+')}=${name(whole)}`, en: `${all.join(' + ')} = ${name(whole)}` },
    change: { zh: `${name(cell)}比上期变化不超过${percent}%`, en: `${name(cell)} within ${percent} % of the last` },
  }[kind];
  return { zh: `${words.zh}（${how.zh}）`, en: `${words.en} (${how.en})` };
}

const keysOf = (cells: readonly FormCell[]): ReadonlySet<string> => new Set(cells.map(({ key }) => key));

/** The order of the cells that both have. */
const moved = (cells: readonly FormCell[], both: ReadonlySet<string>): string =>
  cells.flatMap(({ key }) => (both.has(key) ? [key] : [])).join(' ');

function changes<T>(was: T, is: T, parts: readonly Part<T>[]): Words[] {
  return parts.flatMap(([{ zh, en }, said, same = (of) => said(of).zh]): Words[] => {
    const [a, b] = [said(was), said(is)];
    return same(was) === same(is) ? [] : [{ zh: `${zh}：${a.zh} → ${b.zh}`, en: `${en}: ${a.en} → ${b.en}` }];
  });
}

const told = (of: Words, { zh, en }: Words): Words => ({ zh: `${of.zh}：${zh}`, en: `${of.en}: ${en}` });

const tiersSaid = (tiers: FormDefinition['owedBy']['tiers']): Words =>
  tiers.length === 0
    ? plain(null)
    : {
        zh: tiers.map((tier) => tierWords[tier].zh).join('、'),
        en: tiers.map((tier) => tierWords[tier].en).join(', '),
      };

/** Unions have no names here. */
const counted = (ids: readonly string[]): Words =>
  ids.length === 0 ? plain(null) : { zh: `${ids.length} 个单位`, en: `${ids.length} unions` };

const FIRST_DAY: Words = { zh: '期初第一天', en: 'on the first day of the period' };
const NEVER: Words = { zh: '不设', en: 'never' };
const daysSaid = (days: number | null, none: Words): Words =>
  days === null ? none : { zh: `期末后第 ${days} 个工作日`, en: `${days} working days after the period` };

const ADDED_CELL: Words = { zh: '新增指标项', en: 'Cell added' };
const REMOVED_CELL: Words = { zh: '取消指标项', en: 'Cell removed' };
const ORDER: Words = { zh: '指标项的顺序有调整', en: 'The cells stand in another order' };
const ADDED_RULE: Words = { zh: '新增审核关系', en: 'Rule added' };
const CHANGED_RULE: Words = { zh: '审核关系', en: 'Rule' };
const REMOVED_RULE: Words = { zh: '取消审核关系', en: 'Rule removed' };
