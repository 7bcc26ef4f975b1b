/** Calls of an operation: as its document describes them, and spoiled in one place. */
import fc, { type Arbitrary } from 'fast-check';
import type { RawCall } from '../support/raw-call';
import { jsonOf, type Schema, type SchemaValues, spoiled, SPOILED } from '../support/schema-values';
import { type Caller, may, tellCaller } from './fuzz-callers';
import type { Files, Sent } from './fuzz-files';
import { fill, type Operation } from './operations';

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly example?: unknown;
  readonly schema: Schema;
}

export interface Described {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema; readonly example?: unknown }>>;
  };
}

export interface FuzzCall {
  readonly caller: Caller;
  readonly parts: readonly string[];
  readonly query: readonly (readonly [string, string])[];
  readonly headers: Readonly<Record<string, string>>;
  readonly sent: Sent | undefined;
}

/** What is there for a caller: what stands in the path. */
type PartsOf = (operation: Operation, caller: Caller) => readonly string[];

/** Somebody who may do it to a thing that is there in the right state, and the example's words about that thing. */
export interface Prepared {
  readonly by: Caller;
  readonly parts: readonly string[];
  readonly body: unknown;
  readonly version: number | undefined;
}

const PARTS = [
  'x',
  '1',
  '-1',
  '0',
  '99999999999999999999',
  '1e400',
  '%00',
  '%F0%9F',
  '%zz',
  '%ED%A0%80',
  "'--",
  '..%2f',
  '%E2%80%AEx',
  '__proto__',
  'constructor',
  '2026-02-30',
  '2026-13',
  '{id}',
  'a'.repeat(199),
  'a'.repeat(3_000),
  '0190f5a2-7c3e-7d41-9b6a-2f8e51c0d374',
  '0190F5A2-7C3E-7D41-9B6A-2F8E51C0D374',
  '00000000-0000-0000-0000-000000000000',
];

/** Queries as they stand in an address, behind the right ones. */
const QUERIES: readonly (readonly [string, string])[] = [
  ['unknown', '1'],
  ['page', '%00'],
  ['page', '%ED%A0%80'],
  ['page', '%zz'],
  ['page', '99999999999999999999'],
  ['pageSize', '-1'],
  ['limit', '1e400'],
  ['limit', '0'],
  ['after', 'x'],
  ['after', '%F0%9F'],
  ['sort', '-constructor,__proto__'],
  ['q', '%25_%5C'],
  ['q', '%E2%80%AE'],
  ['q', 'a%00'],
  ['fields', 'constructor'],
  ['__proto__', '1'],
  ['a[b][c]', '1'],
  ['', ''],
];

const HEADERS: readonly Readonly<Record<string, string>>[] = [
  { 'if-match': '' },
  { 'if-match': '*' },
  { 'if-match': '"x"' },
  { 'if-match': 'W/"1"' },
  { 'if-match': '"999999999999999"' },
  { 'if-match': '"99999999999999999999999"' },
  { 'if-match': '"1", "2"' },
  { 'if-none-match': '*' },
  { 'if-none-match': '"1", W/"2", \u00e4' },
  { 'idempotency-key': ' ' },
  { 'idempotency-key': '\u00e4' },
  { 'idempotency-key': 'x'.repeat(201) },
  { 'idempotency-key': 'the same for all' },
  { 'idempotency-key': 'the-same-for-all' },
  { 'accept-language': 'xx;q=9, ***, \u00e4' },
  { 'accept-language': 'en' },
  { accept: 'text/html' },
  { accept: 'application/xml;q=0' },
  { accept: '*/*;q=1e400,,,' },
  { range: 'bytes=5-1' },
  { range: 'bytes=0-0,-1,x' },
  { 'x-request-id': 'x'.repeat(3_000) },
  { 'x-request-id': '"\u00e4\\' },
  { traceparent: '00-zz-zz-zz' },
  { origin: 'https://evil.example' },
  { cookie: 'session=%zz; =; sanji=\u00e4' },
  { 'x-forwarded-for': '999.1.1.1, ::::' },
  { 'if-modified-since': 'yesterday' },
  { 'last-event-id': '-1' },
];

const JSON_TYPE = 'application/json';
const json = (text: string | Buffer, type = JSON_TYPE): Sent => ({ type, bytes: Buffer.from(text as string) });

/** Bodies that are none, whatever is asked for. */
const BODIES: readonly Sent[] = [
  json(''),
  json('{'),
  json('{"a":1,}'),
  json('{"a":1,"a":2}'),
  json("{'a':1}"),
  json('null'),
  json('[]'),
  json('"x"'),
  json('1e400'),
  json('\ufeff{}'),
  json('{"__proto__":{"x":1}}'),
  json('{"constructor":{"prototype":{}}}'),
  json('{"\\u0000":1}'),
  json('{"reason":"\\ud800"}'),
  json('['.repeat(5_000) + ']'.repeat(5_000)),
  json('{"a":'.repeat(500) + '1' + '}'.repeat(500)),
  json(`[${'{},'.repeat(30_000)}{}]`),
  json(`{"reason":"${'x'.repeat(1_100_000)}"}`),
  json(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])),
  json('{}', 'text/plain'),
  json('{}', 'application/json; charset=utf-16'),
  json('{}', 'application/json;;;'),
  json('{}', 'application/merge-patch+json'),
  json('<a/>', 'application/xml'),
  json('reason=x', 'application/x-www-form-urlencoded'),
  json('{}', 'multipart/form-data'),
  json('x', 'multipart/form-data; boundary=x'),
  json('a,b\n1,2', 'text/csv'),
  json('{}\n{}', 'application/x-ndjson'),
  json('x', 'image/png'),
  json('{}', '/'),
  json('{}', ''),
];

export class FuzzCalls {
  constructor(
    private readonly values: SchemaValues,
    private readonly callers: readonly Caller[],
    private readonly partsOf: PartsOf,
    private readonly files: Files,
  ) {}

  /** By somebody who may, and as the document describes it. */
  right(operation: Operation, described: Described, prepared?: Prepared): Arbitrary<FuzzCall> {
    return this.callOf(operation, described, this.callersWho(operation, true, prepared), prepared);
  }

  /** In the words of the example. */
  example(
    operation: Operation,
    { parameters = [], requestBody }: Described,
    { by, parts, body, version }: Prepared,
  ): FuzzCall {
    const query = parameters
      .filter((each) => each.in === 'query' && each.required === true)
      .flatMap(({ name, example, schema }) => queried(name, example ?? schema['example']));
    const sent =
      body !== undefined ? json(jsonOf(body)) : requestBody === undefined ? undefined : this.filesOf(operation)[0];
    return { caller: by, parts, query, headers: { 'if-match': version === undefined ? 'seen' : `"${version}"` }, sent };
  }

  /** By anybody at all, with a place or two spoiled. */
  spoiled(operation: Operation, described: Described, prepared?: Prepared): Arbitrary<FuzzCall> {
    const anybody = fc.oneof(
      { weight: 9, arbitrary: this.callersWho(operation, true, prepared) },
      { weight: 1, arbitrary: this.callersWho(operation, false) },
      { weight: 1, arbitrary: fc.constantFrom(...this.callers.filter(({ kind }) => kind === 'nobody')) },
    );
    const deeds = fc.array(this.spoiling(operation, described, prepared), { minLength: 1, maxLength: 2 });
    return fc
      .tuple(this.callOf(operation, described, anybody, prepared), deeds)
      .map(([call, each]) => each.reduce((before, deed) => deed(before), call));
  }

  /** Where a thing was prepared, mostly whoever may do it there. */
  private callersWho(operation: Operation, wanted: boolean, prepared?: Prepared): Arbitrary<Caller> {
    const all = this.callers.filter((caller) => may(caller, operation) === wanted);
    const there = all.filter(({ code, role }) => code === prepared?.by.code && role === prepared.by.role);
    const anybody = { weight: 1, arbitrary: fc.constantFrom(...all) };
    return there.length === 0
      ? anybody.arbitrary
      : fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...there) }, anybody);
  }

  private callOf(
    operation: Operation,
    described: Described,
    some: Arbitrary<Caller>,
    prepared?: Prepared,
  ): Arbitrary<FuzzCall> {
    const same = (each: Arbitrary<unknown>): Arbitrary<unknown> => each;
    return fc
      .tuple(some, this.queryOf(described, same), this.bodyOf(operation, described, same, prepared))
      .map(([caller, query, sent]) => ({
        caller,
        parts: caller.code === prepared?.by.code ? prepared.parts : this.partsOf(operation, caller),
        query,
        headers: { 'if-match': 'seen' },
        sent,
      }));
  }

  private queryOf({ parameters = [] }: Described, change: Change): Arbitrary<[string, string][]> {
    const asked = parameters.filter((each) => each.in === 'query');
    const fields = asked.map(({ name, schema, example, required }): [string, Arbitrary<unknown>] => {
      const shown = example ?? schema['example'];
      const value = change(shown === undefined ? this.values.of(schema, name) : this.values.near(schema, shown, name));
      return [
        name,
        required === true
          ? value
          : fc.oneof(
              { weight: Math.max(3, asked.length), arbitrary: fc.constant(undefined) },
              { weight: 1, arbitrary: value },
            ),
      ];
    });
    return fc
      .record(Object.fromEntries(fields))
      .map((query) =>
        Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : queried(name, value))),
      );
  }

  private bodyOf(
    operation: Operation,
    { requestBody }: Described,
    change: Change,
    prepared?: Prepared,
  ): Arbitrary<Sent | undefined> {
    if (requestBody === undefined) return fc.constant(undefined);
    const { content } = requestBody;
    const asked = content[JSON_TYPE];
    if (asked === undefined) return fc.constantFrom(...this.filesOf(operation));
    const { schema } = asked;
    const example = prepared?.body ?? asked.example ?? schema['example'];
    const whole = this.values.of(schema);
    const near = example === undefined ? whole : this.values.near(schema, example);
    return change(fc.oneof({ weight: 3, arbitrary: near }, { weight: 1, arbitrary: whole })).map((body) =>
      json(jsonOf(body)),
    );
  }

  private filesOf({ path }: Operation): readonly Sent[] {
    return path.endsWith('/evidence') ? this.files.pictures : this.files.sheets;
  }

  private spoiling(
    operation: Operation,
    described: Described,
    prepared?: Prepared,
  ): Arbitrary<(call: FuzzCall) => FuzzCall> {
    const { parameters = [], requestBody } = described;
    const deeds: { weight: number; arbitrary: Arbitrary<(call: FuzzCall) => FuzzCall> }[] = [
      {
        weight: 2,
        arbitrary: fc
          .constantFrom(...HEADERS)
          .map((more) => (call) => ({ ...call, headers: { ...call.headers, ...more } })),
      },
      { weight: 1, arbitrary: fc.constant((call) => ({ ...call, headers: {} })) },
      {
        weight: 2,
        arbitrary: fc.constantFrom(...QUERIES).map((more) => (call) => ({ ...call, query: [...call.query, more] })),
      },
    ];
    if (parameters.some((each) => each.in === 'path'))
      deeds.push({
        weight: 2,
        arbitrary: fc.tuple(fc.nat(3), fc.constantFrom(...PARTS)).map(([at, wrong]) => (call) => ({
          ...call,
          parts: call.parts.map((part, no) => (no === at % call.parts.length ? wrong : part)),
        })),
      });
    const query = this.queryOf(described, spoiledOne);
    if (parameters.some((each) => each.in === 'query'))
      deeds.push({ weight: 4, arbitrary: query.map((wrong) => (call) => ({ ...call, query: wrong })) });
    const bodies = requestBody?.content[JSON_TYPE] === undefined ? 1 : 8;
    if (requestBody === undefined)
      deeds.push({ weight: 1, arbitrary: fc.constantFrom(...BODIES).map((sent) => (call) => ({ ...call, sent })) });
    else
      deeds.push(
        {
          weight: 2,
          arbitrary: fc.constantFrom(...BODIES, ...this.files.wrong).map((sent) => (call) => ({ ...call, sent })),
        },
        {
          weight: bodies,
          arbitrary: this.bodyOf(operation, described, spoiled, prepared).map((sent) => (call) => ({ ...call, sent })),
        },
      );
    return fc.oneof(...deeds);
  }
}

type Change = (right: Arbitrary<unknown>) => Arbitrary<unknown>;
const spoiledOne: Change = (right) =>
  fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...SPOILED) }, { weight: 1, arbitrary: right });

/** A list is given as one name several times. */
const queried = (name: string, value: unknown): [string, string][] =>
  [value].flat().map((each): [string, string] => [name, escaped(typeof each === 'string' ? each : jsonOf(each))]);

/** A query is UTF-8, which has no lone surrogates. */
const escaped = (text: string): string => encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd'));

export const addressOf = ({ path }: Operation, { parts, query }: FuzzCall): string =>
  `${fill(path, parts)}${query.length === 0 ? '' : `?${query.map(([name, value]) => `${name}=${value}`).join('&')}`}`;

/** `seen` is the ETag that a read of the same address gave. */
export function rawOf(operation: Operation, call: FuzzCall, seen: string | undefined): RawCall {
  const { caller, headers, sent } = call;
  const bearer: Record<string, string> = caller.token === '' ? {} : { authorization: `Bearer ${caller.token}` };
  const matching: Record<string, string> = headers['if-match'] === 'seen' ? { 'if-match': seen ?? '"1"' } : {};
  const typed: Record<string, string> = sent === undefined || sent.type === '' ? {} : { 'content-type': sent.type };
  return {
    method: operation.method,
    address: addressOf(operation, call),
    headers: { ...bearer, ...headers, ...matching, ...typed },
    body: sent?.bytes,
  };
}

export const tellCall = (operation: Operation, call: FuzzCall): string =>
  [
    `${operation.method.toUpperCase()} ${addressOf(operation, call)} by ${tellCaller(call.caller)}`,
    JSON.stringify(call.headers),
    call.sent === undefined ? 'no body' : `${call.sent.type}: ${call.sent.bytes.toString('utf8').slice(0, 1_500)}`,
  ].join('\n  ');
