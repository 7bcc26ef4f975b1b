/** The one pipe that checks shapes: unknown fields are refused, nothing is coerced, every error names its path. */
import { ValidationPipe, type ArgumentMetadata, type PipeTransform, type ValidationPipeOptions } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { DomainError, type FieldError, type Words } from '../kernel/errors';
import { AS_TEXT, readMessage } from './field';
import { houseWord } from './house-words';
import { OBJECT } from './list-fields';

const UNKNOWN: Words = { zh: '不认识的字段。', en: 'This field is not known.' };
const INVALID: Words = { zh: '不符合要求。', en: 'This is not acceptable.' };
const MOST_ERRORS = 100;

export class HousePipe implements PipeTransform {
  private readonly body = new ValidationPipe(optionsOf());
  private readonly text = new ValidationPipe(optionsOf([AS_TEXT]));

  transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type !== 'body') return this.text.transform(value, metadata);
    if (value === undefined || metadata.data !== undefined || !isClass(metadata.metatype))
      return this.body.transform(value, metadata);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw invalid([{ field: '', code: 'object', words: OBJECT }]);
    }
    return this.body.transform(value, metadata);
  }
}

const BUILT_IN: readonly unknown[] = [undefined, Object, Array, String, Number, Boolean];
const isClass = (metatype: unknown): boolean => !BUILT_IN.includes(metatype);

function optionsOf(groups?: string[]): ValidationPipeOptions {
  return {
    transform: true,
    transformOptions: { enableImplicitConversion: false, ...(groups === undefined ? {} : { groups }) },
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => invalid(flatten(errors)),
  };
}

function invalid(errors: readonly FieldError[]): DomainError {
  return new DomainError('refused', 'invalid', houseWord(422).detail, errors.slice(0, MOST_ERRORS));
}

/** class-validator's tree as a list, each with the path of its field: `shares[2].target`. */
function flatten(errors: readonly ValidationError[], parent = ''): FieldError[] {
  return errors.flatMap((error) => {
    const field = pathOf(parent, error.property);
    const [constraint] = Object.entries(error.constraints ?? {});
    const own = constraint === undefined ? [] : [errorOf(field, ...constraint)];
    return [...own, ...flatten(error.children ?? [], field)];
  });
}

function pathOf(parent: string, property: string | undefined): string {
  if (property === undefined) return parent;
  if (parent !== '' && /^\d+$/.test(property)) return `${parent}[${property}]`;
  return parent === '' ? property : `${parent}.${property}`;
}

function errorOf(field: string, constraint: string, message: string): FieldError {
  if (constraint === 'whitelistValidation') return { field, code: 'unknown', words: UNKNOWN };
  if (constraint === 'nestedValidation') return { field, code: 'object', words: OBJECT };
  return { field, ...(readMessage(message) ?? { code: 'invalid', words: INVALID }) };
}
