/** Every operation's documented example, sent by somebody who may: understood as it stands, and answered as the document says. */
import request, { type Response } from 'supertest';
import { compiledDocument } from '../support/compiled-document';
import { Contract } from '../support/contract';
import { House } from '../support/house';
import { idsFor, withIds } from './addresses';
import { type Belongings, furnished } from './furnished-district';
import { accountOf, doors, fill, isDoor, type Operation, operationsOf } from './operations';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly example?: unknown;
  readonly schema: { readonly example?: unknown };
}

let house: House;
let operations: Operation[];
let contract: Contract;
let mine: Record<string, Belongings>;
let described: Record<
  string,
  Record<string, { parameters?: Parameter[]; requestBody?: { content: Record<string, object> } }>
>;

beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-07-01T02:00:00Z'));
  mine = await furnished(house, house.district.unions, '');
  const document = compiledDocument();
  operations = operationsOf(house, document);
  described = document.paths as unknown as typeof described;
  contract = new Contract(document);
}, 400_000);
afterAll(() => house.close());

/** Streams stay open; an account that loses its sign-in or its password would end the story. */
const left = /\/platform\/live$|\/session$|\/sessions\/|\/sessions$|\/me\/password$|\/officers\/\{id\}/;

/** What takes away or closes comes last, or the others would find it gone. */
const ends = ({ method, path }: Operation): boolean =>
  method === 'delete' || /\/(withdrawal|retirement|closure)$/.test(path);

/** Refusals that say that an example is wrong in itself, whatever the district holds. */
const wrong = new Set([
  'invalid',
  'ledger.definition',
  'form.definition',
  'entry.criterion',
  'order.limit',
  'webhook.range',
]);

/** One parameter that may be left out at a time, beside those that may not. */
function queriesOf(parameters: readonly Parameter[]): Record<string, string>[] {
  const said = parameters
    .filter(({ in: place }) => place === 'query')
    .map((each) => ({ ...each, value: each.example ?? each.schema.example }))
    .filter(({ value }) => value !== undefined)
    .map(({ name, required, value }) => ({ name, required, value: String(value) }));
  const needed = Object.fromEntries(said.filter(({ required }) => required).map(({ name, value }) => [name, value]));
  return [needed, ...said.filter(({ required }) => !required).map(({ name, value }) => ({ ...needed, [name]: value }))];
}

async function send(operation: Operation, query: Record<string, string>): Promise<Response> {
  const { method, path, door, body } = operation;
  const owner = mine[isDoor(door) ? doors[door].toUpperCase() : 'D'] ?? {};
  const { token } = await house.as(accountOf(operation));
  const words = new URLSearchParams(withIds(query, owner) as Record<string, string>).toString();
  const address = `${fill(path, idsFor(path, owner))}${words === '' ? '' : `?${words}`}`;
  const call = request(house.url)[method](address).set('authorization', `Bearer ${token}`).set('if-match', '"1"');
  const content = described[path]?.[method]?.requestBody?.content ?? {};
  if ('multipart/form-data' in content) return call.attach('file', Buffer.from('姓名,数\n1,2'), '表.csv');
  return body === undefined ? call : call.send(withIds(body, owner) as object);
}

it('it is understood, and answered with a status and a body that the document names', async () => {
  const faults: object[] = [];
  const statuses = new Map<number, number>();
  const order = operations
    .filter(({ path, who }) => who.length > 0 && !left.test(path))
    .toSorted((one, other) => Number(ends(one)) - Number(ends(other)));
  for (const operation of order) {
    const { path, method } = operation;
    for (const query of queriesOf(described[path]?.[method]?.parameters ?? [])) {
      const answer = await send(operation, query);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      const found = contract.faults(path, method, answer);
      if (answer.status === 400 || (answer.status === 422 && wrong.has(answer.body.code)))
        found.push(`its example is not understood: ${JSON.stringify(answer.body.errors)}`);
      if (found.length > 0) faults.push({ operation: `${method} ${path}`, query, found });
    }
  }
  expect(faults).toEqual([]);
  // most are taken, and none is turned away at a door
  expect(statuses.get(200)).toBeGreaterThan(800);
  expect(statuses.get(201)).toBeGreaterThan(50);
  expect(statuses.get(401)).toBeUndefined();
}, 300_000);
