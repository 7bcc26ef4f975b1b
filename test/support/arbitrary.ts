/** Values out of a schema of the API's document, as it asks for them and spoiled in one place. */
import fc, { type Arbitrary } from 'fast-check';

export type Schema = Readonly<Record<string, unknown>>;
type Json = unknown;

/** What no field takes, or takes only by chance. */
const SPOILED: readonly Json[] = [
  null,
  '',
  ' ',
  0,
  -1,
  1.5,
  9_007_199_254_740_991,
  true,
  [],
  {},
  [[]],
  'x'.repeat(5_000),
  'a\0b',
  '\ud800',
  '\u202e工会',
  '0x10',
  '1e400',
  'NaN',
  '-0',
  '2026-02-30',
  '9999-12-31',
  '0190f5a2-7c3e-7d41-9b6a-2f8e51c0d374',
  "'; drop table task; --",
  '{{constructor}}',
  '__proto__',
  '=cmd|calc',
];

export class Values {
  /** `ids` are taken for uuids, beside such as belong to nothing. */
  constructor(
    private readonly schemas: Readonly<Record<string, Schema>>,
    private readonly ids: readonly string[],
  ) {}

  of(schema: Schema, depth = 0): Arbitrary<Json> {
    const reference = schema['$ref'];
    if (typeof reference === 'string') return this.of(this.schemas[reference.split('/').at(-1) ?? ''] ?? {}, depth + 1);
    const either = [schema['anyOf'], schema['oneOf']].flatMap((each) =>
      Array.isArray(each) ? (each as Schema[]) : [],
    );
    if (either.length > 0) return fc.oneof(...either.map((each) => this.of(each, depth + 1)));
    if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as Json[]));
    if ('const' in schema) return fc.constant(schema['const']);
    const types = [schema['type'] ?? 'object'].flat() as string[];
    return fc.oneof(...types.map((type) => this.ofType(type, schema, depth)));
  }

  /** One place of a right value taken away, replaced, or a field too many. */
  spoiled(schema: Schema): Arbitrary<Json> {
    return fc
      .tuple(this.of(schema), fc.nat(), fc.constantFrom(...SPOILED), fc.nat(9))
      .map(([value, at, wrong, deed]) => spoil(structuredClone(value), at, wrong, deed));
  }

  private ofType(type: string, schema: Schema, depth: number): Arbitrary<Json> {
    if (type === 'null') return fc.constant(null);
    if (type === 'boolean') return fc.boolean();
    if (type === 'integer' || type === 'number') return numberOf(schema);
    if (type === 'array') return this.listOf(schema, depth);
    return type === 'object' ? this.objectOf(schema, depth) : this.textOf(schema);
  }

  private listOf(schema: Schema, depth: number): Arbitrary<Json> {
    const {
      minItems = 0,
      maxItems = 3,
      items = {},
    } = schema as { minItems?: number; maxItems?: number; items?: Schema };
    const most = Math.max(minItems, Math.min(maxItems, depth > 6 ? 0 : 3));
    return fc.array(this.of(items, depth + 1), { minLength: minItems, maxLength: most });
  }

  private objectOf(schema: Schema, depth: number): Arbitrary<Json> {
    const {
      properties = {},
      required = [],
      additionalProperties,
      example,
    } = schema as {
      properties?: Record<string, Schema>;
      required?: readonly string[];
      additionalProperties?: unknown;
      example?: Json;
    };
    if (Object.keys(properties).length === 0)
      return additionalProperties === undefined && example === undefined
        ? fc.constant({})
        : fc.oneof(
            fc.constant(example ?? {}),
            fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 1 })),
          );
    const taken = Object.entries(properties).filter(([key]) => depth < 8 || required.includes(key));
    return fc.record(Object.fromEntries(taken.map(([key, each]) => [key, this.of(each, depth + 1)])), {
      requiredKeys: [...required].filter((key) => key in properties),
    });
  }

  private textOf({ format, pattern, minLength = 0, maxLength = 40, example }: Schema & Sized): Arbitrary<Json> {
    const made = this.formatted(format) ?? patterned(pattern) ?? words(minLength, Math.min(maxLength, minLength + 20));
    return example === undefined ? made : fc.oneof(fc.constant(example), made);
  }

  private formatted(format: unknown): Arbitrary<Json> | undefined {
    if (format === 'uuid') return fc.oneof(fc.constantFrom(...this.ids), fc.uuid({ version: 7 }));
    if (format === 'date') return day.map((each) => each.slice(0, 10));
    if (format === 'date-time') return day;
    if (format === 'decimal')
      return fc.oneof(fc.integer({ min: 0, max: 1_000_000 }).map(String), fc.constantFrom('0', '0.01', '99.99', '-5'));
    return format === 'binary' ? fc.constant('x') : undefined;
  }
}

interface Sized {
  readonly minLength?: number;
  readonly maxLength?: number;
}

const day = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((each) => each.toISOString());

function numberOf({ minimum = 0, maximum = 1_000_000 }: Schema): Arbitrary<Json> {
  return fc.integer({ min: Number(minimum), max: Math.max(Number(minimum), Number(maximum)) });
}

const patterned = (pattern: unknown): Arbitrary<Json> | undefined =>
  typeof pattern === 'string' ? fc.stringMatching(new RegExp(pattern, 'u')) : undefined;

const words = (least: number, most: number): Arbitrary<Json> =>
  fc.string({ unit: fc.constantFrom(...'工会任务进度abc 1。-'), minLength: least, maxLength: most });

/** All places of a value, each as the thing that holds it and the key. */
function placesOf(value: Json): [Record<string, Json>, string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]): [Record<string, Json>, string][] => [
    [value as Record<string, Json>, key],
    ...placesOf(each),
  ]);
}

function spoil(value: Json, at: number, wrong: Json, deed: number): Json {
  const places = placesOf(value);
  const place = places[at % Math.max(1, places.length)];
  if (place === undefined || deed === 0) return wrong;
  const [holder, key] = place;
  if (deed === 1) Reflect.deleteProperty(holder, key);
  else if (deed === 2) holder['多余'] = wrong;
  else holder[key] = wrong;
  return value;
}
