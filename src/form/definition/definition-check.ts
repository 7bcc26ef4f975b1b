/** What a form's definition (报表定义) must keep besides the shape of its parts. Pure. */
import { Decimal } from 'decimal.js';
import { fits } from '../../kernel/decimal';
import type { FieldError } from '../../kernel/errors';
import { cellOf, cellsOfRule, decimalsOf, type FormCell, type FormDefinition, type FormRule } from './definition';

/** Everything that is wrong, by place; nothing where the definition can be published. */
export function definitionErrors(definition: FormDefinition, before?: FormDefinition): FieldError[] {
  const { cells, rules, owedBy, moments } = definition;
  const errors = [
    ...cells.flatMap((cell, no) => cellErrors(cell, `cells[${no}]`)),
    ...rules.flatMap((rule, no) => ruleErrors(definition, rule, `rules[${no}]`)),
  ];
  for (const [at, list] of [
    ['cells', cells],
    ['rules', rules],
  ] as const)
    list.forEach(({ key }, no) => {
      if (list.findIndex((each) => each.key === key) < no) errors.push(wrong(`${at}[${no}].key`, TWICE));
    });
  cells.forEach((cell, no) => {
    const earlier = before === undefined ? undefined : cellOf(before, cell.key);
    if (earlier !== undefined && (earlier.kind !== cell.kind || earlier.unit !== cell.unit))
      errors.push(wrong(`cells[${no}].kind`, KIND));
  });
  if (owedBy.tiers.length + owedBy.unions.length === 0) errors.push(wrong('owedBy.tiers', NOBODY));
  if (owedBy.under.length > 0 && owedBy.tiers.length === 0) errors.push(wrong('owedBy.under', UNDER));
  const { opensAfter, dueAfter, locksAfter } = moments;
  if (opensAfter !== null && dueAfter < opensAfter) errors.push(wrong('moments.dueAfter', DUE));
  if (locksAfter !== null && locksAfter < dueAfter) errors.push(wrong('moments.locksAfter', LOCK));
  return errors;
}

function cellErrors(cell: FormCell, at: string): FieldError[] {
  const { kind, decimals, min, max } = cell;
  const errors: FieldError[] = [];
  if (decimals !== undefined && (kind === 'whole' || kind === 'money'))
    errors.push(wrong(`${at}.decimals`, NOT_OF_KIND));
  for (const [part, limit] of [
    ['min', min],
    ['max', max],
  ] as const)
    if (limit !== undefined && !fits(limit, decimalsOf(cell))) errors.push(wrong(`${at}.${part}`, FINER));
  if (min !== undefined && max !== undefined && new Decimal(min).gt(max)) errors.push(wrong(`${at}.max`, RANGE));
  return errors;
}

const partsOf = {
  part: ['part', 'whole'],
  sum: ['parts', 'whole'],
  change: ['cell', 'percent'],
} as const;

function ruleErrors(definition: FormDefinition, rule: FormRule, at: string): FieldError[] {
  const errors: FieldError[] = [];
  const wanted: readonly string[] = partsOf[rule.kind];
  for (const part of ['part', 'parts', 'whole', 'cell', 'percent'] as const) {
    const given = rule[part] !== undefined;
    if (given && !wanted.includes(part)) errors.push(wrong(`${at}.${part}`, NOT_OF_RULE));
    if (!given && wanted.includes(part)) errors.push(wrong(`${at}.${part}`, MISSING));
  }
  const named = cellsOfRule(rule);
  const cells = named.map(([, key]) => cellOf(definition, key));
  named.forEach(([part, key], no) => {
    if (cells[no] === undefined) errors.push(wrong(`${at}.${part}`, NO_CELL));
    else if (named.findIndex(([, other]) => other === key) < no) errors.push(wrong(`${at}.${part}`, TWICE));
  });
  const [first, ...others] = cells.flatMap((cell) => (cell === undefined ? [] : [cell]));
  const unlike = others.some(({ unit }) => unit !== first?.unit);
  if (unlike) errors.push(wrong(`${at}.whole`, UNITS));
  if (rule.kind === 'change' && rule.severity === 'hard') errors.push(wrong(`${at}.severity`, SOFT));
  return errors;
}

const wrong = (field: string, [code, zh, en]: readonly [string, string, string]): FieldError => ({
  field,
  code: `form.${code}`,
  words: { zh, en },
});

const TWICE = ['keyTwice', '代码重复。', 'It stands twice.'] as const;
const KIND = [
  'kindChanged',
  '已有指标项的类型和单位不能改变，请另设新项。',
  'The kind and the unit of a cell stay as they are: make a new cell.',
] as const;
const NOBODY = ['nobody', '请指定填报的层级或工会。', 'Say which tiers or unions owe it.'] as const;
const UNDER = ['under', '限定范围时须同时指定层级。', 'A subtree narrows tiers: say which tiers.'] as const;
const DUE = ['due', '截止不能早于开放。', 'It cannot be due before it opens.'] as const;
const LOCK = ['lock', '锁定不能早于截止。', 'It cannot lock before it is due.'] as const;
const NOT_OF_KIND = ['notOfKind', '此类指标项不用填写这一项。', 'A cell of this kind does not take it.'] as const;
const FINER = ['finer', '小数位多于指标项本身。', 'It has more decimals than the cell.'] as const;
const RANGE = ['range', '最大值不能小于最小值。', 'The most should not be less than the least.'] as const;
const NOT_OF_RULE = ['notOfRule', '此类审核关系不用填写这一项。', 'A rule of this kind does not take it.'] as const;
const MISSING = ['required', '必填。', 'This is required.'] as const;
const NO_CELL = ['noCell', '报表中没有这个指标项。', 'The form has no such cell.'] as const;
const UNITS = ['units', '单位不同的指标项不能相比。', 'Cells of different units cannot be compared.'] as const;
const SOFT = [
  'soft',
  '环比变化只能是提示，不能强制。',
  'A change against the period before asks for a word and is never refused.',
] as const;
