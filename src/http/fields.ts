/** The house decorators for single values of a body or a query. */
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateIf } from 'class-validator';
import { field } from './field';
import * as rules from './field-rules';

/** May be left out; `null` is still refused. */
export const Maybe = (): PropertyDecorator =>
  applyDecorators(
    ValidateIf((_object, value) => value !== undefined),
    ApiProperty({ required: false }),
  );

/** May be `null`, which says: none. */
export const Nullable = (): PropertyDecorator =>
  applyDecorators(
    ValidateIf((_object, value) => value !== null),
    ApiProperty({ nullable: true }),
  );

/** Words with something to see in them; one line unless `multiline`. Lengths in code points. */
export function Text(options: { min?: number; max: number; multiline?: boolean }): PropertyDecorator {
  const { min = 1, max, multiline = false } = options;
  return field({
    code: 'text',
    words: {
      zh: `应为 ${min} 至 ${max} 个字的${multiline ? '' : '单行'}文字，且不能为空白。`,
      en: `It should be ${multiline ? 'text' : 'one line of text'} of ${min} to ${max} characters and not blank.`,
    },
    check: (value) => rules.isText(value, min, max, multiline),
    schema: { type: 'string', minLength: min, maxLength: max },
  });
}

/** A UUID of any version, answered in lower case. */
export const Id = (): PropertyDecorator =>
  field({
    code: 'id',
    words: { zh: '应为有效的编号（UUID）。', en: 'It should be a valid id (UUID).' },
    check: rules.isId,
    read: (value) => (typeof value === 'string' ? value.toLowerCase() : value),
    schema: { type: 'string', format: 'uuid' },
  });

/** A day that exists, as YYYY-MM-DD, from 1949 to 2200. */
export const Day = (): PropertyDecorator =>
  field({
    code: 'day',
    words: { zh: '应为真实存在的日期，格式 YYYY-MM-DD。', en: 'It should be a day that exists, as YYYY-MM-DD.' },
    check: rules.isDay,
    schema: { type: 'string', format: 'date' },
  });

/** A moment with its zone, as RFC 3339 has it. */
export const Moment = (): PropertyDecorator =>
  field({
    code: 'moment',
    words: {
      zh: '应为带时区的时刻，如 2026-11-24T01:30:00Z 或 2026-11-24T09:30:00+08:00。',
      en: 'It should be a moment with its zone, such as 2026-11-24T01:30:00Z or 2026-11-24T09:30:00+08:00.',
    },
    check: rules.isMoment,
    schema: { type: 'string', format: 'date-time' },
  });

/** A month, as YYYY-MM, from 1949 to 2200. */
export const Month = (): PropertyDecorator =>
  field({
    code: 'month',
    words: { zh: '应为月份，格式 YYYY-MM。', en: 'It should be a month, as YYYY-MM.' },
    check: rules.isMonth,
    schema: { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$' },
  });

/** A decimal as text (or a whole JSON number), read into its canonical writing: never a float. */
export function Quantity(options: {
  min?: string | number;
  max?: string | number;
  decimals: number;
}): PropertyDecorator {
  const { min, max, decimals } = options;
  const range = rangeOf(min, max);
  return field({
    code: 'quantity',
    words: {
      zh: `应为数字，小数不超过 ${decimals} 位${range.zh}。`,
      en: `It should be a number with at most ${decimals} decimals${range.en}.`,
    },
    check: (value) => rules.isQuantity(value, decimals, min, max),
    read: (value) => rules.toQuantity(value, decimals),
    schema: { type: 'string', format: 'decimal', pattern: rules.quantityPattern(decimals) },
  });
}

/** A whole number; in a query, digits. */
export function WholeNumber({ min, max }: { min: number; max: number }): PropertyDecorator {
  const range = rangeOf(min, max);
  return field({
    code: 'wholeNumber',
    words: { zh: `应为整数${range.zh}。`, en: `It should be a whole number${range.en}.` },
    check: (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max,
    readText: rules.toWholeNumber,
    schema: { type: 'integer', minimum: min, maximum: max },
  });
}

/** One of a few words. */
export const OneOf = (values: readonly string[]): PropertyDecorator =>
  field({
    code: 'oneOf',
    words: { zh: `应为以下之一：${values.join('、')}。`, en: `It should be one of: ${values.join(', ')}.` },
    check: (value) => typeof value === 'string' && values.includes(value),
    schema: { type: 'string', enum: [...values] },
  });

/** Yes or no; in a query, `true` or `false`. */
export const Flag = (): PropertyDecorator =>
  field({
    code: 'flag',
    words: { zh: '应为 true 或 false。', en: 'It should be true or false.' },
    check: (value) => typeof value === 'boolean',
    readText: rules.toFlag,
    schema: { type: 'boolean' },
  });

/** A code that people give to a thing: letters, digits, dot, dash, underscore. */
export const Code = (): PropertyDecorator =>
  field({
    code: 'code',
    words: {
      zh: '应以字母或数字开头，只含字母、数字和 . _ -，不超过 64 位。',
      en: 'It should start with a letter or digit and hold letters, digits and . _ - only, 64 at most.',
    },
    check: rules.isCode,
    schema: { type: 'string', format: 'code', pattern: rules.CODE_PATTERN, minLength: 1, maxLength: 64 },
  });

function rangeOf(min?: string | number, max?: string | number): { zh: string; en: string } {
  if (min !== undefined && max !== undefined)
    return { zh: `，介于 ${min} 与 ${max} 之间`, en: ` between ${min} and ${max}` };
  if (min !== undefined) return { zh: `，不小于 ${min}`, en: `, at least ${min}` };
  return max === undefined ? { zh: '', en: '' } : { zh: `，不大于 ${max}`, en: `, at most ${max}` };
}
