/** How many statements a call asks of the database: what is called most stays cheap. It grows only on purpose, by changing this table. */
import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { House } from '../support/house';
import { assigned, cascaded } from '../support/task';

const asked = new AsyncLocalStorage<string[]>();
const query = pg.Client.prototype.query;
let house: House;
let tasks: { a1: string; a2: string; shareA: string };

beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-06-01T02:00:00Z'));
  const { shareA } = await assigned(house);
  tasks = { ...(await cascaded(house, shareA)), shareA };
  await house.settled();
  pg.Client.prototype.query = function count(this: pg.Client, ...given: never[]) {
    const [first] = given as unknown as [string | { text: string }];
    const text = typeof first === 'string' ? first : first.text;
    // the hint to the relay goes after the commit, one for many
    if (!text.includes('sanji_outbox')) asked.getStore()?.push(text);
    return (query as (...all: never[]) => never).apply(this, given);
  };
});
afterAll(async () => {
  pg.Client.prototype.query = query;
  await house.close();
});

interface Call {
  readonly account: string;
  readonly path: string;
  readonly body?: object;
  readonly key?: string;
}

/** What one call asks; it comes straight to the server, so that its statements are told from those of the clocks. */
async function statementsOf({
  account,
  path,
  body,
  key,
}: Call): Promise<{ statements: string[]; answer: { id: string } }> {
  const { token } = await house.as(account);
  const statements: string[] = [];
  // awaited within: only then is it sent
  const answer = await asked.run(
    statements,
    async () =>
      await house.app.inject({
        method: body === undefined ? 'GET' : 'POST',
        url: `/api/v1${path}`,
        headers: { authorization: `Bearer ${token}`, ...(key === undefined ? {} : { 'idempotency-key': key }) },
        ...(body === undefined ? {} : { payload: body }),
      }),
  );
  if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.statusCode} ${answer.body}`);
  return { statements, answer: answer.json() };
}

const BOARD = '/platform/boards/tasks?year=2026';

it('a read asks who calls, and once or a few times what he asked for', async () => {
  const count = async (account: string, path: string) => (await statementsOf({ account, path })).statements.length;
  expect({
    'who am I': await count('a1.viewer', '/me'),
    desk: await count('a1.reporter', '/me/desk'),
    'a task list, made': await count('a1.reporter', '/community/tasks'),
    'a task list, kept': await count('a1.reporter', '/community/tasks'),
    'a board, made': await count('d.viewer', BOARD),
    'a board, kept': await count('d.viewer', BOARD),
    'standings, made': await count('d.viewer', '/platform/standings?tier=subdistrict'),
    'standings, kept': await count('d.viewer', '/platform/standings?tier=subdistrict'),
    'the feed, made': await count('d.viewer', '/platform/feed'),
    'the feed, kept': await count('d.viewer', '/platform/feed'),
  }).toEqual({
    'who am I': 2,
    desk: 2,
    'a task list, made': 3,
    'a task list, kept': 2,
    'a board, made': 5,
    'a board, kept': 2,
    'standings, made': 3,
    'standings, kept': 2,
    'the feed, made': 4,
    'the feed, kept': 2,
  });
});

it('a write asks who calls, sets the clock of the test, and does the deed in one transaction', async () => {
  const count = async (call: Call) => (await statementsOf(call)).statements.length;
  const own = {
    account: 'a1.reporter',
    path: `/community/tasks/${tasks.a1}/submissions`,
    body: { done: '3' },
    key: 'once',
  };
  const first = await statementsOf(own);
  const begun = await statementsOf({
    account: 'a2.reporter',
    path: `/community/tasks/${tasks.a2}/reports`,
    body: { done: '1' },
  });
  expect({
    'handed in at one stroke': first.statements.length,
    'handed in before': await count(own),
    'a draft begun': begun.statements.length,
    'a draft handed in': await count({
      account: 'a2.reporter',
      path: `/community/reports/${begun.answer.id}/submission`,
      body: {},
    }),
    accepted: await count({
      account: 'a.reviewer',
      path: `/subdistrict/reports/${first.answer.id}/acceptance`,
      body: {},
    }),
  }).toEqual({
    'handed in at one stroke': 9,
    'handed in before': 6,
    'a draft begun': 9,
    'a draft handed in': 7,
    accepted: 7,
  });
});
