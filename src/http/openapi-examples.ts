/** Example bodies, composed from the examples of the properties that a schema names. */

/** A schema, or a reference to one, as it stands in the document. */
type Schema = Readonly<Record<string, unknown>>;
export type Schemas = Readonly<Record<string, Schema | undefined>>;

const DEEPEST = 20;
const BY_FORMAT: Readonly<Record<string, string>> = {
  uuid: '0190f5a2-7c3e-7d41-9b6a-2f8e51c0d374',
  date: '2026-11-23',
  'date-time': '2026-11-23T06:05:00.000Z',
  decimal: '120',
  code: 'A-01',
  uri: '/api/v1',
  binary: '',
};

/** An example for the schema, or undefined where nothing can be said. */
export function exampleOf(schema: Schema, schemas: Schemas, depth = 0): unknown {
  if (depth > DEEPEST) return undefined;
  const given = givenExample(schema);
  if (given !== undefined) return given;
  const referred = referredSchema(schema, schemas);
  if (referred !== undefined) return exampleOf(referred, schemas, depth + 1);
  const all = asSchemas(schema['allOf']);
  if (all.length > 0) return merged(all.map((part) => exampleOf(part, schemas, depth + 1)));
  const [either] = [...asSchemas(schema['anyOf']), ...asSchemas(schema['oneOf'])];
  if (either !== undefined) return exampleOf(either, schemas, depth + 1);
  return exampleOfType(schema, schemas, depth);
}

function exampleOfType(schema: Schema, schemas: Schemas, depth: number): unknown {
  const [type = isSchema(schema['properties']) ? 'object' : undefined] = [schema['type']].flat();
  if (type === 'array') return exampleOfList(schema, schemas, depth);
  if (type === 'object') return exampleOfObject(schema, schemas, depth);
  if (type === 'integer' || type === 'number') return schema['minimum'] ?? 1;
  if (type === 'boolean') return true;
  if (type !== 'string') return undefined;
  const written = BY_FORMAT[String(schema['format'])];
  // words that may be missing are shown as missing
  return written ?? ([schema['type']].flat().includes('null') ? null : exampleText(schema));
}

function exampleText({ minLength, maxLength }: Schema): string {
  const least = typeof minLength === 'number' ? minLength : 0;
  const most = typeof maxLength === 'number' ? maxLength : Infinity;
  return '示例'.padEnd(least, '示例').slice(0, most);
}

function exampleOfList(schema: Schema, schemas: Schemas, depth: number): unknown[] {
  const item = isSchema(schema['items']) ? exampleOf(schema['items'], schemas, depth + 1) : undefined;
  return item === undefined ? [] : [item];
}

function exampleOfObject(schema: Schema, schemas: Schemas, depth: number): object {
  const needed = new Set(listOf(schema['required']));
  const all = Object.entries(isSchema(schema['properties']) ? schema['properties'] : {});
  // what may be left out is shown where somebody wrote an example of it
  const told = all.filter(
    ([name, property]) =>
      needed.has(name) || !isPlain(property) || (isSchema(property) && givenExample(property) !== undefined),
  );
  const properties = told.length > 0 ? told : all;
  const examples = properties.map(([name, property]) => [
    name,
    isSchema(property) ? exampleOf(property, schemas, depth + 1) : undefined,
  ]);
  return Object.fromEntries(examples.filter(([, example]) => example !== undefined));
}

function givenExample(schema: Schema): unknown {
  const { example, examples, const: only, default: usual, enum: values } = schema;
  const given: unknown[] = [example, ...listOf(examples), only, usual, ...listOf(values)];
  return given.find((each) => each !== undefined);
}

function referredSchema(schema: Schema, schemas: Schemas): Schema | undefined {
  const reference = schema['$ref'];
  return typeof reference === 'string' ? schemas[reference.slice(reference.lastIndexOf('/') + 1)] : undefined;
}

const PLAIN: readonly unknown[] = ['string', 'integer', 'number', 'boolean'];

/** One value: no list, no parts. */
const isPlain = (property: unknown): boolean => isSchema(property) && PLAIN.includes([property['type']].flat()[0]);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const merged = (parts: readonly unknown[]): unknown =>
  parts.every((part) => typeof part === 'object' && part !== null) ? Object.assign({}, ...parts) : parts[0];

export const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const asSchemas = (value: unknown): Schema[] => listOf(value).filter(isSchema);
