/** The house decorators for lists and for objects inside a body. */
import { applyDecorators } from '@nestjs/common';
import type { ApiPropertyOptions } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { field } from './field';
import * as rules from './field-rules';

type Shape = new () => object;

interface Size {
  readonly min?: number;
  readonly max: number;
}

/** A list of things of one shape; every item is checked by that shape. */
export function ListOf(shape: () => Shape, { min = 0, max }: Size): PropertyDecorator {
  return applyDecorators(
    field({
      code: 'list',
      words: sizeWords(min, max),
      check: (value) => isList(value, min, max, (item) => !Array.isArray(item)),
      schema: { type: () => shape(), isArray: true, minItems: min, maxItems: max },
    }),
    ValidateNested(),
    Type(shape),
  );
}

/** One thing of a shape of its own. */
export function Part(shape: () => Shape): PropertyDecorator {
  return applyDecorators(
    field({ code: 'object', words: OBJECT, check: isRecord, schema: { type: () => shape() } }),
    ValidateNested(),
    Type(shape),
  );
}

/** An object whose keys are checked elsewhere, as the schema says. */
export const JsonObject = (schema: ApiPropertyOptions = ANY_OBJECT): PropertyDecorator =>
  field({ code: 'object', words: OBJECT, check: isRecord, schema });

/** A list of different ids; in a query repeated or with commas. */
export const Ids = ({ min = 0, max }: Size): PropertyDecorator =>
  field({
    code: 'ids',
    words: {
      zh: `应为 ${min} 至 ${max} 个互不相同的编号（UUID）。`,
      en: `It should be ${min} to ${max} different ids (UUID).`,
    },
    check: (value) => isList(value, min, max, rules.isId) && isDistinct(value),
    read: (value) =>
      Array.isArray(value) ? value.map((item) => (typeof item === 'string' ? item.toLowerCase() : item)) : value,
    readText: rules.toList,
    schema: {
      type: 'array',
      items: { type: 'string', format: 'uuid' },
      minItems: min,
      maxItems: max,
      uniqueItems: true,
    },
  });

/** A list of different one-line texts, each of at most `length` characters. */
export const Texts = ({ min = 0, max, length }: Size & { readonly length: number }): PropertyDecorator =>
  field({
    code: 'texts',
    words: {
      zh: `应为 ${min} 至 ${max} 项互不相同的单行文字，每项不超过 ${length} 个字。`,
      en: `It should be ${min} to ${max} different lines of text of at most ${length} characters.`,
    },
    check: (value) => isList(value, min, max, (item) => rules.isText(item, 1, length, false)) && isDistinct(value),
    schema: {
      type: 'array',
      items: { type: 'string', minLength: 1, maxLength: length },
      minItems: min,
      maxItems: max,
      uniqueItems: true,
    },
  });

/** Some of a few words; in a query repeated or with commas. */
export const SomeOf = (values: readonly string[], min = 0): PropertyDecorator =>
  field({
    code: 'someOf',
    words: { zh: `应为以下各项中的若干项：${values.join('、')}。`, en: `It should be some of: ${values.join(', ')}.` },
    check: (value) =>
      isList(value, min, values.length, (item) => typeof item === 'string' && values.includes(item)) &&
      isDistinct(value),
    readText: rules.toList,
    schema: { type: 'array', items: { type: 'string', enum: [...values] }, minItems: min, uniqueItems: true },
  });

const ANY_OBJECT: ApiPropertyOptions = { type: 'object', additionalProperties: true };

export const OBJECT = { zh: '应为对象。', en: 'It should be an object.' };

const sizeWords = (min: number, max: number): { zh: string; en: string } => ({
  zh: `应为 ${min} 至 ${max} 项的列表。`,
  en: `It should be a list of ${min} to ${max} items.`,
});

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (value: unknown, min: number, max: number, isItem: (item: unknown) => boolean): value is unknown[] =>
  Array.isArray(value) && value.length >= min && value.length <= max && value.every(isItem);

const isDistinct = (items: readonly unknown[]): boolean => new Set(items).size === items.length;
