/** Random calls of every operation by every role and by programs, right and spoiled: never a 5xx, and only answers that the document allows. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { compiledDocument } from '../support/compiled-document';
import { Contract } from '../support/contract';
import { House } from '../support/house';
import { rawCall } from '../support/raw-call';
import { type Schema, SchemaValues } from '../support/schema-values';
import { idsFor } from './addresses';
import { type Belongings, furnished } from './furnished-district';
import { type Caller, callersOf, may } from './fuzz-callers';
import { type Described, FuzzCalls, type FuzzCall, type Prepared, rawOf, tellCall } from './fuzz-calls';
import { filesFor } from './fuzz-files';
import { preparedFor } from './fuzz-prepared';
import { Things } from './fuzz-things';
import { doors, isDoor, type Operation, operationsOf } from './operations';

/** Calls an operation, a third of them right; of what writes, one in the words of its example, of a thing in the right state. Deeper by hand: `FUZZ_RUNS=30 FUZZ_SEED=7 npx jest --selectProjects rules --testPathPatterns answers/fuzz`; of some operations only: `FUZZ_ONLY=/tasks`. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 3);
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_129);
/** How many more calls may be made to find the smallest that goes wrong. */
const SHRINKING = 60;

/** A live stream never ends; without sign-ins, sessions and passwords as they were nobody could go on calling. */
const left = ({ method, path }: Operation): boolean =>
  path.endsWith('/platform/live') ||
  path.endsWith('/password') ||
  path.endsWith('/session') ||
  (method === 'delete' && /\/sessions(\/|$)/.test(path));

/** In turn: what reads, what writes, what ends things, and what takes unions, officers and programs away from under the rest. */
function turnOf({ method, path }: Operation): number {
  if (method === 'get') return 0;
  if (/\/(officers|applications|unions)\b/.test(path)) return 3;
  return method === 'delete' || /\/(withdrawal|retirement|closure|indicator-closures|placement)$/.test(path) ? 2 : 1;
}
const TURNS = ['reads', 'writes', 'ends', 'people and places'] as const;

let house: House;
let contract: Contract;
let calls: FuzzCalls;
let callers: readonly Caller[];
let mine: Record<string, Belongings>;
let things: Things;
let operations: Operation[];
let described: Record<string, Record<string, Described>>;

beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-07-01T02:00:00Z'));
  mine = await furnished(house, house.district.unions, '');
  const document = compiledDocument();
  described = document.paths as unknown as typeof described;
  contract = new Contract(document);
  callers = await callersOf(house);
  things = new Things(house);
  const values = new SchemaValues(
    (document.components?.schemas ?? {}) as Record<string, Schema>,
    pool(Object.values(mine)),
  );
  calls = new FuzzCalls(values, callers, (operation, { code }) => partsOf(operation, code), await filesFor());
  operations = operationsOf(house, document)
    .filter((operation) => operation.who.length > 0 && !left(operation))
    .filter(({ path, method }) => `${method} ${path}`.includes(process.env.FUZZ_ONLY ?? ''))
    .toSorted((one, other) => turnOf(one) - turnOf(other));
}, 400_000);
afterAll(() => house.close());

/** What a caller has by that name, or else the district, or else the one whose door it is. */
function partsOf(operation: Operation, code: string): string[] {
  const at = isDoor(operation.door) ? doors[operation.door] : code;
  const own = { ...mine['A'], ...mine['D'], ...mine[at.toUpperCase()] };
  return idsFor(operation.path, own);
}

/** `taskId`, `taskIds` → tasks; what is called otherwise may be anything. */
function pool(all: readonly Belongings[]): (name: string) => readonly string[] {
  const uuids = (ids: readonly string[]): string[] => [...new Set(ids)].filter((id) => id.length === 36);
  const every = uuids(all.flatMap((each) => Object.values(each)));
  const nouns = [...new Set(all.flatMap((each) => Object.keys(each)))];
  return (name) => {
    const stem = name === 'parentId' ? 'union' : name.replace(/Ids?$/, '').toLowerCase();
    const found = uuids(
      all.flatMap((each) => nouns.filter((noun) => noun.endsWith(`${stem}s`)).map((noun) => each[noun] ?? '')),
    );
    return found.length > 0 ? found : every;
  };
}

const statuses = new Map<number, number>();
/** A call was done since the thing was prepared. */
let touched = false;
/** Operations of which a right call was done. */
const understood = new Set<Operation>();
const called = new Map<string, number>();

const count = <K>(map: Map<K, number>, key: K): void => void map.set(key, (map.get(key) ?? 0) + 1);

/** What is wrong with the answer to a call, in words. */
async function faultsOf(operation: Operation, call: FuzzCall, isRight: boolean): Promise<string[]> {
  const { path, method } = operation;
  const seen = call.headers['if-match'] === 'seen' ? await seenBy(operation, call) : undefined;
  const answer = await rawCall(house.url, rawOf(operation, call, seen));
  count(statuses, answer.status);
  count(called, `${call.caller.kind} ${call.caller.code}.${call.caller.role}`);
  const taken = answer.status < 400;
  touched ||= taken;
  if (isRight && taken) understood.add(operation);
  const found = contract.faults(path, method, answer);
  if (taken && !may(call.caller, operation)) found.push(`it answers ${answer.status} to somebody who may not`);
  if (isRight && answer.status === 401) found.push('it knows no longer who calls');
  return found;
}

/** The version that stands where the thing is read, or above. */
async function seenBy({ path, method, ...more }: Operation, call: FuzzCall): Promise<string | undefined> {
  if (!described[path]?.[method]?.parameters?.some(({ name }) => name === 'If-Match')) return undefined;
  for (let above = path; above !== ''; above = above.slice(0, above.lastIndexOf('/'))) {
    if (described[above]?.['get'] === undefined) continue;
    const raw = rawOf({ ...more, path: above, method: 'get' }, { ...call, query: [], sent: undefined }, undefined);
    const { etag } = await rawCall(house.url, raw);
    if (etag !== undefined && /^"\d+"$/.test(etag)) return etag;
  }
  return undefined;
}

/** Its own for every operation, or all would be spoiled in the same way. */
const seedOf = ({ method, path }: Operation): number =>
  createHash('sha256').update(`${SEED} ${method} ${path}`).digest().readInt32BE();

/** Writes for which no thing could be prepared, and why. */
const unprepared = new Map<string, string>();

const prepare = (operation: Operation, said: Described): Promise<Prepared> =>
  preparedFor(operation, said, {
    ...{ things, callers, mine },
    unprepared: (error) =>
      void unprepared.set(`${turnOf(operation)} ${operation.method} ${operation.path}`, String(error)),
  });

const readyFor = async (operation: Operation, said: Described): Promise<Prepared | undefined> =>
  operation.method === 'get' ? undefined : prepare(operation, said);

/** The call of its example, of a thing in the right state. */
async function shown(operation: Operation, said: Described, before: Prepared | undefined): Promise<string[]> {
  const prepared = touched || before === undefined ? await prepare(operation, said) : before;
  const call = calls.example(operation, said, prepared);
  const faults = await faultsOf(operation, call, true);
  return faults.map((fault) => `${fault}\n  ${tellCall(operation, call)}`);
}

/** The smallest call that goes wrong, or nothing. */
async function hunted(
  operation: Operation,
  some: fc.Arbitrary<FuzzCall>,
  runs: number,
  isRight: boolean,
): Promise<string[]> {
  if (runs === 0) return [];
  let still = SHRINKING;
  let failed = false;
  let found: string[] = [];
  const property = fc.asyncProperty(some, async (call) => {
    if (failed && (still -= 1) < 0) return;
    const faults = await faultsOf(operation, call, isRight && !failed);
    if (faults.length === 0) return;
    failed = true;
    found = faults;
    throw new Error(faults.join('; '));
  });
  const { failed: wrong, counterexample } = await fc.check(property, { seed: seedOf(operation), numRuns: runs });
  if (!wrong) return [];
  return [[...found, counterexample === null ? '' : tellCall(operation, counterexample[0])].join('\n  ')];
}

/** Of the operations of a turn, the share of which a right call was done. */
function doneOf(turn: (typeof TURNS)[number]): number {
  const all = operations.filter((operation) => TURNS[turnOf(operation)] === turn);
  return all.filter((operation) => understood.has(operation)).length / all.length;
}

/** For runs by hand: what was called and how it was answered. */
function told(): string {
  const sorted = [...statuses].toSorted(([one], [other]) => one - other);
  const shares = TURNS.map((turn) => `${turn} ${Math.round(doneOf(turn) * 100)} %`).join(', ');
  const times = sorted.map(([status, no]) => `${status}: ${no}`).join(', ');
  return `seed ${SEED}, ${operations.length} operations, ${RUNS} runs each; answers ${times}; done ${shares}; unprepared ${JSON.stringify([...unprepared], null, 1)}`;
}

it('never a 5xx, and only answers that the document allows', async () => {
  const faults: string[] = [];
  for (const operation of operations) {
    const said = described[operation.path]?.[operation.method] ?? {};
    const writes = operation.method !== 'get';
    const right = Math.ceil(RUNS / 3);
    const prepared = await readyFor(operation, said);
    touched = false;
    faults.push(...(await hunted(operation, calls.right(operation, said, prepared), writes ? right - 1 : right, true)));
    faults.push(...(await hunted(operation, calls.spoiled(operation, said, prepared), RUNS - right, false)));
    if (writes || !understood.has(operation)) faults.push(...(await shown(operation, said, prepared)));
  }
  if (process.env.FUZZ_RUNS !== undefined) process.stderr.write(`${told()}\n`);
  expect(faults.map((fault) => `seed ${SEED}: ${fault}`).join('\n\n')).toBe('');
}, 3_600_000);

it.each([
  ['reads', 0.98],
  ['writes', 0.8],
  ['ends', 0.75],
  ['people and places', 0.85],
] as const)('a share of the operations is understood and done when called as it should be: %s', (turn, least) => {
  expect(doneOf(turn)).toBeGreaterThan(least);
});

it('whatever is written to was in the right state before', () => {
  expect([...unprepared]).toEqual([]);
});

it('everybody calls, is refused for what he says and for who he is, and is understood', () => {
  for (const status of [200, 201, 204, 400, 401, 403, 404, 409, 412, 415, 422])
    expect([status, (statuses.get(status) ?? 0) > 5]).toEqual([status, true]);
  for (const { kind, code, role } of callers)
    expect([kind, code, role, (called.get(`${kind} ${code}.${role}`) ?? 0) > 0]).toEqual([kind, code, role, true]);
});
