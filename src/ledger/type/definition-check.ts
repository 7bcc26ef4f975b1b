/** What a ledger definition (台账定义) must keep besides the shape of its parts. Pure. */
import { Decimal } from 'decimal.js';
import type { FieldError, Words } from '../../kernel/errors';
import { decimalsOf, type FieldKind, fieldOf, type LedgerDefinition, type LedgerField } from './definition';
import { LONGEST_TEXT } from './slots';

/** Everything that is wrong, by field; nothing where it can be published. `kinds`: of all fields that its versions ever had. */
export function definitionErrors(
  definition: LedgerDefinition,
  kinds: ReadonlyMap<string, FieldKind> = new Map(),
): FieldError[] {
  const { fields, whenField, whereField } = definition;
  const errors = fields.flatMap((field, index) => fieldErrors(field, `fields[${index}]`));
  fields.forEach(({ key, kind }, index) => {
    if (fields.findIndex((each) => each.key === key) < index) errors.push(wrong(`fields[${index}].key`, TWICE));
    if ((kinds.get(key) ?? kind) !== kind) errors.push(wrong(`fields[${index}].kind`, KIND));
  });
  const when = whenField === null ? undefined : fieldOf(definition, whenField);
  if (whenField !== null && (when?.kind !== 'day' || !when.required)) errors.push(wrong('whenField', WHEN));
  const where = whereField === null ? undefined : fieldOf(definition, whereField);
  if (whereField !== null && (where === undefined || !places.has(where.kind))) errors.push(wrong('whereField', WHERE));
  return errors;
}

const places = new Set(['text', 'choice', 'union', 'enterprise']);

function fieldErrors(field: LedgerField, at: string): FieldError[] {
  const { kind, listed, multiline = false, maxLength = LONGEST_TEXT, min, max, choices, asks, decimals, unit } = field;
  const errors: FieldError[] = [];
  const number = decimalsOf(field) !== null;
  const only = (part: keyof LedgerField, allowed: boolean): void => {
    if (field[part] !== undefined && !allowed) errors.push(wrong(`${at}.${part}`, NOT_HERE));
  };
  only('unit', number || unit === undefined);
  only('decimals', kind === 'decimal' || decimals === undefined);
  only('min', number);
  only('max', number);
  only('multiline', kind === 'text');
  only('maxLength', kind === 'text');
  only('choices', kind === 'choice');
  only('asks', kind === 'person' || asks === undefined);
  if (kind === 'choice' && (choices === undefined || choices.length === 0))
    errors.push(wrong(`${at}.choices`, CHOICES));
  const codes = (choices ?? []).map(({ code }) => code);
  if (new Set(codes).size < codes.length) errors.push(wrong(`${at}.choices`, CODES));
  if (listed && (kind === 'file' || (kind === 'text' && (multiline || maxLength > LONGEST_TEXT))))
    errors.push(wrong(`${at}.listed`, LISTED));
  if (min !== undefined && max !== undefined && new Decimal(min).gt(max)) errors.push(wrong(`${at}.max`, RANGE));
  return errors;
}

const wrong = (field: string, [code, zh, en]: readonly [string, string, string]): FieldError => {
  const words: Words = { zh, en };
  return { field, code: `ledger.${code}`, words };
};

const TWICE = ['keyTwice', '字段代码重复。', 'This key stands twice.'] as const;
const KIND = [
  'kindChanged',
  '已有或曾有的字段，类型不能改变，请另设新字段。',
  'The kind of a field stays as it is or was: make a new field.',
] as const;
const WHEN = ['when', '应为必填的日期字段。', 'It should be a day field that is required.'] as const;
const WHERE = [
  'where',
  '应为文字、选项、工会或企业字段。',
  'It should be a field of text, choice, union or enterprise.',
] as const;
const NOT_HERE = ['notOfKind', '此类字段不用填写这一项。', 'A field of this kind does not take it.'] as const;
const CHOICES = ['choices', '选项字段至少要有一个选项。', 'A choice needs something to choose from.'] as const;
const CODES = ['choiceTwice', '选项代码重复。', 'A code of a choice stands twice.'] as const;
const LISTED = [
  'notListed',
  `文件、多行文字和 ${LONGEST_TEXT} 字以上的文字不能作为列表字段。`,
  `Files, text of several lines and text beyond ${LONGEST_TEXT} characters are not listed.`,
] as const;
const RANGE = ['range', '最大值不能小于最小值。', 'The most should not be less than the least.'] as const;
