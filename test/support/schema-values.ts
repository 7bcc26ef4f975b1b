/** Values out of the schemas of the API's document: right ones, ones near an example, and ones spoiled in one place. */
import fc, { type Arbitrary } from 'fast-check';

export type Schema = Readonly<Record<string, unknown>>;
type Json = unknown;

/** Numbers that JSON can write and JavaScript cannot: they take the place of these texts when all is written. */
const RAW = [
  '-0',
  '1e400',
  '-1e400',
  '1E-400',
  '123456789012345678901234567890',
  '0.1000000000000000055511151231257827',
];
const raw = (number: string): string => `⟦${number}⟧`;

export const jsonOf = (value: Json): string => JSON.stringify(value).replaceAll(/"⟦([^⟧]*)⟧"/gu, '$1');

/** A list in a list in a list. */
const deep = (levels: number): Json => {
  let value: Json = 1;
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
};

/** What no field takes, or takes only by chance. */
export const SPOILED: readonly Json[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
  1e300,
  ...RAW.map(raw),
  [],
  {},
  [[]],
  [null],
  deep(15),
  deep(60),
  '',
  ' ',
  '\u3000\u200b',
  'a\0b',
  'a\u0007b',
  '\ud800',
  'x\udc00y',
  '\u202e工会',
  '\u2067工会\u2069',
  '\ufeff',
  'e\u0301',
  '😀'.repeat(30),
  '工'.repeat(5_000),
  'x'.repeat(70_000),
  '0x10',
  '1e400',
  '-0',
  '-5',
  '00',
  '1.999',
  '9'.repeat(40),
  'NaN',
  'Infinity',
  '１２',
  '2026-02-30',
  '0000-01-01',
  '9999-12-31',
  '2026-06-31T25:61:00Z',
  '2026-12-31T23:59:60Z',
  '+275760-09-13T00:00:00.000Z',
  '2026-13',
  '2026-Q5',
  '0190f5a2-7c3e-7d41-9b6a-2f8e51c0d374',
  '00000000-0000-0000-0000-000000000000',
  "'; drop table task; --",
  '{{constructor}}',
  '{{#items}}',
  '__proto__',
  'constructor',
  '=cmd|calc',
  '%00',
  '\\',
  '%_%',
  '..',
  'A-A',
  '((((((((((1))))))))))',
  '1 / 0',
  'https://127.0.0.1/',
];

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
}

interface Sized {
  readonly minLength?: number;
  readonly maxLength?: number;
}

export class SchemaValues {
  private readonly patterns = new Map<string, Arbitrary<Json>>();

  /** `ids` are what a field of that name means: things that are there. */
  constructor(
    private readonly schemas: Readonly<Record<string, Schema>>,
    private readonly ids: (name: string) => readonly string[],
  ) {}

  /** By the schema alone. */
  of(given: Schema, name = '', depth = 0): Arbitrary<Json> {
    // made when it is drawn: schemas that hold themselves have no end
    return '$ref' in given ? fc.constant(0).chain(() => this.made(given, name, depth)) : this.made(given, name, depth);
  }

  private made(given: Schema, name: string, depth: number): Arbitrary<Json> {
    if (depth > DEEPEST) return fc.constant({});
    const schema = this.resolved(given);
    const either = eitherOf(schema);
    if (either.length > 0) return fc.oneof(...either.map((each) => this.of(each, name, depth + 1)));
    if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as Json[]));
    if ('const' in schema) return fc.constant(schema['const']);
    const types = [schema['type'] ?? 'object'].flat() as string[];
    return fc.oneof(...types.map((type) => this.ofType(type, schema, name, depth)));
  }

  /** Mostly what the example says, with some of it left out, put in or said otherwise, as the schema allows; shrinks to the example. */
  near(given: Schema, example: Json, name = '', depth = 0): Arbitrary<Json> {
    const schema = this.resolved(given);
    if (schema['format'] === 'uuid' && example !== null)
      return fc.oneof({ weight: 3, arbitrary: fc.constant(example) }, { weight: 1, arbitrary: this.idOf(name) });
    const either = eitherOf(schema).filter((each) => each['type'] !== 'null');
    if (either.length === 1 && either[0] !== undefined && example !== null)
      return this.near(either[0], example, name, depth + 1);
    if (typeof example === 'object' && example !== null && !Array.isArray(example) && 'properties' in schema)
      return this.nearObject(schema, example as Record<string, Json>, depth);
    const { items } = schema as { items?: Schema };
    if (Array.isArray(example) && items !== undefined && example.length > 0)
      return fc.tuple(...example.map((each: Json) => this.near(items, each, name, depth + 1)));
    return fc.oneof(
      { weight: 14, arbitrary: fc.constant(example) },
      { weight: 1, arbitrary: this.of(schema, name, depth) },
    );
  }

  private nearObject(schema: Schema, example: Record<string, Json>, depth: number): Arbitrary<Json> {
    const { properties = {}, required = [] } = schema as ObjectSchema;
    const said = Object.entries(properties).filter(([key]) => key in example || depth < 4);
    const fields = said.map(([key, each]): [string, Arbitrary<Json>] => {
      if (key in example && required.includes(key)) return [key, this.near(each, example[key], key, depth + 1)];
      const [likely, other] = [this.absentOr(each, example[key], key in example, key, depth), fc.constant(ABSENT)];
      return [
        key,
        key in example
          ? fc.oneof({ weight: 6, arbitrary: likely }, { weight: 1, arbitrary: other })
          : fc.oneof({ weight: 9, arbitrary: other }, { weight: 1, arbitrary: likely }),
      ];
    });
    return fc
      .record(Object.fromEntries(fields))
      .map((made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== ABSENT)));
  }

  private absentOr(schema: Schema, example: Json, said: boolean, key: string, depth: number): Arbitrary<Json> {
    return said ? this.near(schema, example, key, depth + 1) : this.of(schema, key, depth + 1);
  }

  private resolved(schema: Schema): Schema {
    const reference = schema['$ref'];
    return typeof reference === 'string'
      ? this.resolved(this.schemas[reference.split('/').at(-1) ?? ''] ?? {})
      : schema;
  }

  private ofType(type: string, schema: Schema, name: string, depth: number): Arbitrary<Json> {
    if (type === 'null') return fc.constant(null);
    if (type === 'boolean') return fc.boolean();
    if (type === 'integer') return wholeOf(schema);
    if (type === 'number') return fc.oneof(wholeOf(schema), fc.constantFrom(0, 0.5, 1.25));
    if (type === 'array') return this.listOf(schema, name, depth);
    return type === 'object' ? this.objectOf(schema, depth) : this.textOf(schema, name);
  }

  private listOf(schema: Schema, name: string, depth: number): Arbitrary<Json> {
    const {
      minItems = 0,
      maxItems = 3,
      items = {},
    } = schema as { minItems?: number; maxItems?: number; items?: Schema };
    const most = Math.max(minItems, Math.min(maxItems, depth > 6 ? 0 : 3));
    if (most === 0) return fc.constant([]);
    return fc.array(this.of(items, name, depth + 1), { minLength: minItems, maxLength: most });
  }

  private objectOf(schema: Schema, depth: number): Arbitrary<Json> {
    const { properties = {}, required = [], additionalProperties } = schema as ObjectSchema;
    if (Object.keys(properties).length === 0) {
      const values =
        typeof additionalProperties === 'object'
          ? this.of(additionalProperties, '', depth + 1)
          : fc.oneof(fc.constantFrom('1', '2026-06-12', '工会', null), fc.jsonValue({ maxDepth: 1 }));
      return fc.dictionary(names, values, { maxKeys: 4 });
    }
    const taken = Object.entries(properties).filter(([key]) => depth < 7 || required.includes(key));
    return fc.record(Object.fromEntries(taken.map(([key, each]) => [key, this.of(each, key, depth + 1)])), {
      requiredKeys: [...required].filter((key) => key in properties),
    });
  }

  private textOf(
    { format, pattern, minLength = 0, maxLength = 40, example }: Schema & Sized,
    name: string,
  ): Arbitrary<Json> {
    const made =
      this.formatted(format, name) ??
      (typeof pattern === 'string'
        ? this.matching(pattern)
        : words(minLength, Math.min(maxLength, minLength + 20), maxLength));
    return example === undefined || format === 'uuid' ? made : fc.oneof(fc.constant(example), made);
  }

  private matching(pattern: string): Arbitrary<Json> {
    const known = this.patterns.get(pattern) ?? fc.stringMatching(new RegExp(pattern, 'u'));
    this.patterns.set(pattern, known);
    return known;
  }

  private formatted(format: unknown, name: string): Arbitrary<Json> | undefined {
    if (format === 'uuid') return this.idOf(name);
    if (format === 'date') return moment.map((each) => each.slice(0, 10));
    if (format === 'date-time') return moment;
    if (format === 'period') return fc.constantFrom('2026', '2026-06', '2026-Q2', '2026-H1', '2025-12');
    if (format === 'int32') return fc.integer({ min: 0, max: 3 }).map(String);
    return format === 'binary' ? fc.constant('x') : undefined;
  }

  private idOf(name: string): Arbitrary<Json> {
    const known = this.ids(name);
    return known.length === 0
      ? nobodys
      : fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: nobodys });
  }
}

const DEEPEST = 14;
const nobodys = fc.uuid({ version: 7 });
const names = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,8}$/);

/** Not to be written. */
const ABSENT = Symbol('absent');

const eitherOf = (schema: Schema): Schema[] =>
  [schema['anyOf'], schema['oneOf']].flatMap((each) => (Array.isArray(each) ? (each as Schema[]) : []));

const moment = fc
  .oneof(
    {
      weight: 3,
      arbitrary: fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
    },
    {
      weight: 1,
      arbitrary: fc.date({ min: new Date('1901-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
    },
  )
  .map((each) => each.toISOString());

function wholeOf({ minimum = 0, maximum = 1_000_000 }: Schema): Arbitrary<Json> {
  const [least, most] = [Number(minimum), Math.max(Number(minimum), Number(maximum))];
  return fc.oneof(fc.integer({ min: least, max: most }), fc.constantFrom(least, most));
}

/** Mostly short, now and then as long as may be. */
const words = (least: number, most: number, longest: number): Arbitrary<Json> =>
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.string({ unit: fc.constantFrom(...'工会任务进度abc 1。-'), minLength: least, maxLength: most }),
    },
    { weight: 1, arbitrary: fc.constant('𠮷'.repeat(Math.max(1, Math.floor(Math.min(longest, 4_000) / 2)))) },
    { weight: 1, arbitrary: fc.constant(`工${'x'.repeat(Math.min(longest, 4_000) - 1)}`) },
  );

/** One place of a value taken away, replaced, repeated, or a field too many. */
export const spoiled = (right: Arbitrary<Json>): Arbitrary<Json> =>
  fc
    .tuple(right, fc.nat(), fc.constantFrom(...SPOILED), fc.nat(11))
    .map(([value, at, wrong, deed]) => spoil(structuredClone(value), at, wrong, deed));

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
  if (place === undefined) return deed < 6 ? wrong : { 多余: wrong };
  const [holder, key] = place;
  const here = holder[key];
  if (deed === 0) return wrong;
  if (deed === 1) Reflect.deleteProperty(holder, key);
  else if (deed === 2) holder['多余'] = wrong;
  else if (deed === 3)
    holder[key] = Array.isArray(here) ? Array.from({ length: 2_001 }, () => here[0] ?? null) : [here];
  else if (deed === 4) holder[key] = Array.isArray(here) ? [...here, ...(here as Json[])] : { [key]: here };
  else if (deed === 5) holder[key] = String(here);
  else holder[key] = wrong;
  return value;
}
