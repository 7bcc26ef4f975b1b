/** What all house decorators share: one check, its words, its reading and its schema. */
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import type { Words } from '../kernel/errors';

/** The class-transformer group under which queries and path parameters are read: they hold text only. */
export const AS_TEXT = 'as-text';

interface Field {
  readonly code: string;
  readonly words: Words;
  readonly check: (value: unknown) => boolean;
  /** Another writing of the same value, taken from any source. */
  readonly read?: (value: unknown) => unknown;
  /** The value a query's text stands for. */
  readonly readText?: (value: unknown) => unknown;
  readonly schema: ApiPropertyOptions;
}

/** The words of a refused field, as they travel through class-validator's message. */
interface FieldMessage {
  readonly code: string;
  readonly words: Words;
}

const MISSING: Words = { zh: '必填。', en: 'This is required.' };

export function field({ code, words, check, read, readText, schema }: Field): PropertyDecorator {
  const parts = [
    ValidateBy(
      { name: code, validator: { validate: check } },
      {
        message: ({ value }) => messageOf(value === undefined ? { code: 'required', words: MISSING } : { code, words }),
      },
    ),
    ApiProperty(schema),
  ];
  if (read !== undefined) parts.push(Transform(({ value }) => read(value)));
  if (readText !== undefined) parts.push(Transform(({ value }) => readText(value), { groups: [AS_TEXT] }));
  return applyDecorators(...parts);
}

/** `$` would be taken for one of class-validator's tokens. */
const messageOf = (message: FieldMessage): string => JSON.stringify(message).replaceAll('$', '\\u0024');

export function readMessage(message: string): FieldMessage | undefined {
  if (!message.startsWith('{')) return undefined;
  const read: unknown = JSON.parse(message);
  return isFieldMessage(read) ? read : undefined;
}

const isFieldMessage = (read: unknown): read is FieldMessage =>
  typeof read === 'object' && read !== null && 'code' in read && 'words' in read;
