/** Random calls of every operation by every role, right and spoiled: never a 5xx, and only answers that the document allows. */
import fc from 'fast-check';
import request, { type Response } from 'supertest';
import { apiDocument } from '../../src/api-document';
import { newId } from '../../src/kernel/id';
import { roles } from '../../src/organization/rights';
import { Values, type Schema } from '../support/arbitrary';
import { Contract } from '../support/contract';
import { House } from '../support/house';
import { idsFor } from './addresses';
import { type Belongings, furnished } from './furnished-district';
import { doors, fill, isDoor, type Operation, operationsOf } from './operations';

/** Deeper by hand: `FUZZ_RUNS=50 FUZZ_SEED=7`. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 3);
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_129);

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Call {
  readonly account: string;
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

let house: House;
let contract: Contract;
let values: Values;
let mine: Record<string, Belongings>;
let operations: Operation[];
let described: Record<
  string,
  Record<string, { parameters?: Parameter[]; requestBody?: { content: Record<string, { schema: Schema }> } }>
>;

beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-07-01T02:00:00Z'));
  mine = await furnished(house, house.district.unions, '');
  const document = apiDocument(house.app);
  described = document.paths as unknown as typeof described;
  contract = new Contract(document);
  const ids = Object.values(mine)
    .flatMap((belongings) => Object.values(belongings))
    .filter((id) => id.length === 36);
  values = new Values((document.components?.schemas ?? {}) as Record<string, Schema>, ids);
  operations = operationsOf(house);
}, 180_000);
afterAll(() => house.close());

/** Streams stay open; sessions that end would end the story. */
const left = /\/platform\/live$|\/session$|\/sessions\/|\/me\/password$/;

/** Somebody who may, and one of each role that may not, turn by turn. */
function accountsOf({ door, who }: Operation): fc.Arbitrary<string> {
  const code = isDoor(door) ? doors[door] : 'd';
  const others = roles.filter((role) => code === 'd' || !role.includes('_'));
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...who.map((role) => `${code}.${role}`)) },
    { weight: 1, arbitrary: fc.constantFrom(...others.map((role) => `${code}.${role}`)) },
  );
}

function callsOf(operation: Operation): fc.Arbitrary<Call> {
  const { path, method, door } = operation;
  const { parameters = [], requestBody } = described[path]?.[method] ?? {};
  const owner = mine[isDoor(door) ? doors[door].toUpperCase() : 'D'] ?? {};
  const own = idsFor(path, owner);
  const parts = fc.tuple(
    ...own.map((id) =>
      fc.oneof(
        { weight: 6, arbitrary: fc.constant(id) },
        fc.constantFrom(newId(), 'x', '%00', '%F0%9F', "'--", '..%2f'),
      ),
    ),
  );
  const asked = parameters.filter((each) => each.in === 'query');
  const query = fc.record(
    Object.fromEntries(
      asked.map(({ name, schema }) => [
        name,
        fc.oneof({ weight: 3, arbitrary: values.of(schema) }, { weight: 1, arbitrary: values.spoiled(schema) }),
      ]),
    ),
    { requiredKeys: asked.filter(({ required }) => required === true).map(({ name }) => name) },
  );
  const schema = requestBody?.content['application/json']?.schema;
  const body =
    schema === undefined
      ? fc.constant(undefined)
      : fc.oneof(values.of(schema), { weight: 2, arbitrary: values.spoiled(schema) });
  return fc
    .tuple(accountsOf(operation), parts, query, body)
    .map(([account, given, said, sent]) => ({ account, path: fill(path, given), query: said, body: sent }));
}

async function send({ method, path: template }: Operation, { account, path, query, body }: Call): Promise<Response> {
  const { token } = await house.as(account);
  const words = new URLSearchParams(
    Object.entries(query).map(([key, value]): [string, string] => [
      key,
      wellFormed(typeof value === 'object' ? JSON.stringify(value) : String(value)),
    ]),
  );
  const agent = request(house.url);
  const address = words.size > 0 ? `${path}?${words.toString()}` : path;
  const call = agent[method](address).set('authorization', `Bearer ${token}`).set('if-match', '"1"');
  const content = described[template]?.[method]?.requestBody?.content ?? {};
  if ('multipart/form-data' in content) return call.attach('file', Buffer.from('姓名,数\n1,2'), '表.csv');
  return body === undefined ? call : call.type('application/json').send(JSON.stringify(body));
}

/** A query is sent as UTF-8, which has no lone surrogates. */
const wellFormed = (text: string): string => text.replaceAll(/[\ud800-\udfff]/gu, '\ufffd');

it('never a 5xx, and only answers that the document allows', async () => {
  const faults: object[] = [];
  const statuses = new Map<number, number>();
  for (const operation of operations.filter(({ path, who }) => who.length > 0 && !left.test(path))) {
    for (const call of fc.sample(callsOf(operation), { seed: SEED, numRuns: RUNS })) {
      const answer = await send(operation, call);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      const found = contract.faults(operation.path, operation.method, answer);
      if (found.length > 0) faults.push({ operation: `${operation.method} ${operation.path}`, call, found });
    }
  }
  expect(faults).toEqual([]);
  // it must have come past the doors: calls that were understood, refused for what they say, and refused for who says it
  for (const status of [200, 201, 403, 404, 422])
    expect([status, (statuses.get(status) ?? 0) > 20]).toEqual([status, true]);
}, 300_000);
