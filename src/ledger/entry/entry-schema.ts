/** The form of a ledger as JSON Schema (2020-12): what an entry of one version must be. Pure. */
import { quantityPattern } from '../../http/field-rules';
import { decimalsOf, type LedgerDefinition, type LedgerField } from '../type/definition';
import { LONGEST_TEXT } from '../type/slots';

export type JsonSchema = { readonly [key: string]: unknown };

/** A draft may leave out what is required; files are kept beside the values. */
export function schemaOf({ name, fields }: LedgerDefinition, { draft = false } = {}): JsonSchema {
  const asked = fields.filter(({ kind }) => kind !== 'file');
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: name,
    type: 'object',
    properties: Object.fromEntries(asked.map((field) => [field.key, { title: field.name, ...shapeOf(field) }])),
    required: draft ? [] : asked.filter(({ required }) => required).map(({ key }) => key),
    additionalProperties: false,
  };
}

function shapeOf(field: LedgerField): JsonSchema {
  const { kind, multiline = false, maxLength = LONGEST_TEXT, choices = [], asks = [], min, max } = field;
  const decimals = decimalsOf(field);
  if (decimals !== null)
    return {
      type: 'string',
      format: 'decimal',
      pattern: quantityPattern(decimals),
      ...(min === undefined ? {} : { decimalMinimum: min }),
      ...(max === undefined ? {} : { decimalMaximum: max }),
    };
  if (kind === 'text') return { type: 'string', format: multiline ? 'lines' : 'line', minLength: 1, maxLength };
  if (kind === 'day') return { type: 'string', format: 'day' };
  if (kind === 'choice') return { type: 'string', enum: choices.map(({ code }) => code) };
  if (kind === 'union') return { type: 'string', format: 'id' };
  const named = { name: { type: 'string', format: 'line', minLength: 1, maxLength: LONGEST_TEXT } };
  if (kind === 'enterprise') return thing({ ...named, creditCode: { type: 'string', format: 'creditCode' } }, ['name']);
  const parts = Object.fromEntries(asks.map((what) => [what, { type: 'string', format: what }]));
  return thing({ ...named, ...parts }, ['name']);
}

const thing = (properties: object, required: readonly string[]): JsonSchema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
