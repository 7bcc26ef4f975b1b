/** Small pieces that the JSON Schema of a scheme (方案的 JSON Schema) is put together from. */
import { COUNTED, MOST_PER } from '../countable';

/** A JSON Schema (2020-12), as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export const SCHEMAS_AT = '#/components/schemas/';

export const ref = (name: string): JsonSchema => ({ $ref: `${SCHEMAS_AT}${name}` });

/** A decimal as text, at most 7 digits before and `places` after the point. */
export const decimal = (description: string, places = 2): JsonSchema => ({
  type: 'string',
  pattern: `^(0|[1-9][0-9]{0,6})(\\.[0-9]{1,${places}})?$`,
  description,
});

export const text = (description: string, maxLength = 200): JsonSchema => ({
  type: 'string',
  minLength: 1,
  maxLength,
  description,
});

/** No pattern: letters of every script are let in, which a reader of patterns may not know. */
export const code = (description: string): JsonSchema => ({ type: 'string', minLength: 1, maxLength: 40, description });

export const whole = (description: string, minimum: number, maximum?: number): JsonSchema => ({
  type: 'integer',
  minimum,
  ...(maximum === undefined ? {} : { maximum }),
  description,
});

/** Counted by the platform: what, and how many of them count once. */
export const counting: Readonly<Record<string, JsonSchema>> = {
  counts: {
    type: 'string',
    enum: Object.keys(COUNTED),
    description: '由系统自动计数的事项 what the platform counts by itself',
  },
  per: { type: 'integer', minimum: 1, maximum: MOST_PER, description: '每多少次计一次 how many of them count once' },
};

export const oneOf = (values: readonly string[], description: string): JsonSchema => ({
  type: 'string',
  enum: values,
  description,
});

export const list = (items: JsonSchema, maxItems: number, description: string): JsonSchema => ({
  type: 'array',
  items,
  minItems: 1,
  maxItems,
  description,
});

/** An object with no other fields; those in `free` may be left out. */
export function object(
  properties: Readonly<Record<string, JsonSchema>>,
  { free = [], description }: { free?: readonly string[]; description?: string } = {},
): JsonSchema {
  return {
    type: 'object',
    additionalProperties: false,
    ...(description === undefined ? {} : { description }),
    required: Object.keys(properties).filter((name) => !free.includes(name)),
    properties,
  };
}
