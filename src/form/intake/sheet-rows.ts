/** The lines of a form's spreadsheet (报表填报表): one a cell, then one for each rule that may ask for a word. Pure. */
import type { IntakeColumn } from '../../intake/taker';
import { decimalsOf, type FormCell, type FormDefinition } from '../definition/definition';
import { ruleWords } from '../definition/definition-difference';

/** Columns that are read back; what stands beside them only informs. */
export const [CODE, ITEM, VALUE, WHY, SHEET] = ['code', 'item', 'value', 'why', 'sheet'] as const;

export const sheetColumns: readonly IntakeColumn[] = [
  { key: CODE, title: '代码', example: '' },
  { key: ITEM, title: '指标项', must: true, example: '' },
  { key: VALUE, title: '本期数', must: true, example: '' },
  { key: WHY, title: '缺报原因或情况说明', example: '' },
  { key: SHEET, title: '表号', example: '' },
];

export interface SheetLine {
  /** `members`, or `words.membersMoved`: unique in the form. */
  readonly code: string;
  readonly title: string;
  /** null: a line for words. */
  readonly cell: FormCell | null;
}

export function linesOf(definition: FormDefinition): SheetLine[] {
  const { cells, rules } = definition;
  return [
    ...cells.map((cell) => ({ code: cell.key, title: cell.name, cell })),
    ...rules
      .filter(({ severity }) => severity === 'soft')
      .map((rule) => ({
        code: `words.${rule.key}`,
        title: `情况说明：${ruleWords(definition, rule).zh.replace('（提示）', '')}`,
        cell: null,
      })),
  ];
}

/** Whose it is: so that the file of another form, period or union is told and never taken for this one. */
export const sheetNumber = (code: string, period: string, unionCode: string): string =>
  `${code}/${period}/${unionCode}`;

/** What belongs there, in words. */
export function whatIsRight(cell: FormCell): string {
  const { kind, min, max, required, note } = cell;
  const decimals = decimalsOf(cell);
  const number = decimals === 0 ? '整数' : `数字，小数不超过 ${decimals} 位`;
  const limits = [
    ...(min === undefined ? [] : [`不小于 ${min}`]),
    ...(max === undefined ? [] : [`不大于 ${max}`]),
    ...(kind === 'percent' ? ['填百分数，如 85.5'] : []),
  ];
  const must = required ? '必填，无法取得数时留空并说明原因' : '可不填';
  return `${[number, ...limits].join('，')}；${must}。${note === undefined ? '' : note}`;
}
