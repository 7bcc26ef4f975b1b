/** The values of an entry (填报内容): read into their canonical writing and held against the form's JSON Schema. Pure. */
import { Decimal } from 'decimal.js';
import Ajv2020, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import { isDay, isId, isText, toQuantity } from '../../http/field-rules';
import type { FieldError } from '../../kernel/errors';
import { isMasked } from '../personal/masks';
import { isCreditCode, isIdNumber, isPhone, typed } from '../personal/numbers';
import { decimalsOf, fieldOf, type LedgerDefinition, type LedgerField } from '../type/definition';
import { schemaOf } from './entry-schema';
import { expected, MISSING, SHAPE, UNKNOWN } from './value-words';

export type Values = Readonly<Record<string, unknown>>;

export interface ReadValues {
  readonly values: Values;
  readonly errors: readonly FieldError[];
}

/** Numbers in their shortest writing, ids in small letters; what is null is left out. A draft may leave out more. */
export function readValues(definition: LedgerDefinition, given: Values, { draft }: { draft: boolean }): ReadValues {
  const values = Object.fromEntries(
    Object.entries(given)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => [key, canonical(fieldOf(definition, key), value)]),
  );
  const validate = validatorOf(definition, draft);
  return { values, errors: validate(values) ? [] : errorsOf(definition, validate.errors ?? []) };
}

function canonical(field: LedgerField | undefined, value: unknown): unknown {
  if (field === undefined) return value;
  const decimals = decimalsOf(field);
  if (decimals !== null) return toQuantity(value, decimals);
  if (field.kind === 'union' && typeof value === 'string') return value.toLowerCase();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== null)
      .map(([key, part]: [string, unknown]) => [key, key === 'name' || typeof part !== 'string' ? part : typed(part)]),
  );
}

/** One error a field or part of a field: the first that was found. */
function errorsOf(definition: LedgerDefinition, found: readonly ErrorObject[]): FieldError[] {
  const errors = new Map<string, FieldError>();
  for (const error of found) {
    const [key, part] = error.instancePath.split('/').slice(1).map(unescaped);
    const missing = error.keyword === 'required' ? String(error.params['missingProperty']) : undefined;
    const extra = error.keyword === 'additionalProperties' ? String(error.params['additionalProperty']) : undefined;
    const path = ['values', key, part, missing ?? extra].filter((each) => each !== undefined).join('.');
    if (!errors.has(path)) errors.set(path, { field: path, ...wordsFor(definition, { key, part, missing, extra }) });
  }
  return [...errors.values()];
}

function wordsFor(
  definition: LedgerDefinition,
  { key, part, missing, extra }: { key?: string; part?: string; missing?: string; extra?: string },
): Pick<FieldError, 'code' | 'words'> {
  if (missing !== undefined) return { code: 'required', words: MISSING };
  if (extra !== undefined) return { code: 'unknownField', words: UNKNOWN };
  const field = key === undefined ? undefined : fieldOf(definition, key);
  return field === undefined ? { code: 'object', words: SHAPE } : { code: field.kind, words: expected(field, part) };
}

const unescaped = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');

const text =
  (multiline: boolean) =>
  (value: string): boolean =>
    isText(value, 1, Number.MAX_SAFE_INTEGER, multiline);

function ajv(): Ajv2020 {
  const made = new Ajv2020({
    allErrors: true,
    strict: false,
    formats: {
      decimal: true,
      line: text(false),
      lines: text(true),
      day: isDay,
      id: isId,
      creditCode: isCreditCode,
      // what stands masked in a form that was read before stays as it is
      idNumber: (value: string) => isMasked(value) || isIdNumber(value),
      phone: (value: string) => isMasked(value) || isPhone(value),
    },
  });
  const limit = (keyword: string, holds: (value: Decimal, limit: string) => boolean): void => {
    made.addKeyword({
      keyword,
      type: 'string',
      schemaType: 'string',
      validate: (most: string, value: string) => !/^-?[0-9.]+$/.test(value) || holds(new Decimal(value), most),
    });
  };
  limit('decimalMinimum', (value, least) => value.gte(least));
  limit('decimalMaximum', (value, most) => value.lte(most));
  return made;
}

interface Validators {
  draft?: ValidateFunction;
  whole?: ValidateFunction;
}

const KEPT = 200;
const kept = new Map<string, ValidateFunction>();
/** Of a form in hand, so that its schema is not written out once more for each of a hundred thousand rows. */
const inHand = new WeakMap<LedgerDefinition, Validators>();

function validatorOf(definition: LedgerDefinition, draft: boolean): ValidateFunction {
  const known = inHand.get(definition) ?? {};
  inHand.set(definition, known);
  return draft ? (known.draft ??= compiledFor(definition, draft)) : (known.whole ??= compiledFor(definition, draft));
}

/** Compiled once a form; the oldest go when there are many. */
function compiledFor(definition: LedgerDefinition, draft: boolean): ValidateFunction {
  const schema = schemaOf(definition, { draft });
  const key = JSON.stringify(schema);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = ajv().compile(schema);
  const [oldest] = kept.keys();
  if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, made);
  return made;
}
