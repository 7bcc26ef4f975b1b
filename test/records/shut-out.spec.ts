/** A download of records ends with the right to read it (会话与密钥失效): broken off, never taken for whole, and resumed by whoever may. */
import { type Door, House } from '../support/house';
import { PASSWORD } from '../support/district';
import { memberTask } from '../support/task';

const SHORT = 200_000;

let house: House;
let security: Door;
let office: Door;
let count: number;

beforeAll(async () => {
  house = await House.open();
  [security, office] = [await house.as('d.security_administrator'), await house.as('d.administrator')];
  await office.post('/district/tasks', memberTask).expect(201);
  await house.database.query(
    `insert into light_change (district_id, id, task_id, union_id, before, light, reason, behind, done, pending, target, due_on, rule_no, on_day, at)
     select district_id, gen_random_uuid(), id, union_id, 'green', 'red', 'behind', 40, 0, 0, target, due_on, 0, '2026-06-01', now()
     from task, generate_series(1, 30_000)`,
  );
  await house.settled();
  [{ count }] = await house.database.query('select count(*)::int as count from light_change');
});
afterAll(() => house.close());

interface Key {
  readonly token: string;
  readonly at: string;
}

async function keyOf(account: string): Promise<Key & { readonly application: string }> {
  const program = {
    unionId: house.district.unions.D,
    account,
    name: account,
    role: 'viewer',
    purpose: '同步',
    contact: '王工',
  };
  const { body: made } = await security.post('/applications', program).expect(201);
  const at = `/applications/${made.id}`;
  const { body } = await security.post(`${at}/keys`, { name: '生产', scopes: ['boards:read'] }).expect(201);
  return { token: body.token, at: `${at}/keys/${body.id}`, application: at };
}

/** Reads on after the first part of a download only when something has happened; what came, and whether it broke off. */
async function download(token: string, after: string, meanwhile?: () => Promise<unknown>) {
  const answer = await fetch(`${house.url.replace(/\/$/, '')}/api/v1/records/light-changes/export${after}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(200);
  const decoder = new TextDecoder();
  let text = '';
  let broken = false;
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  try {
    for (let begun = false; ;) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value, { stream: true });
      if (begun || text.length < SHORT) continue;
      begun = true;
      await meanwhile?.();
    }
  } catch {
    broken = true;
  }
  const lines = text.split('\n').slice(0, -1);
  return { broken, lines: lines.map((line) => JSON.parse(line) as { cursor?: string; end?: boolean }) };
}

const records = (lines: readonly { cursor?: string }[]): number =>
  lines.filter(({ cursor }) => cursor !== undefined).length;

it('the download of a key that is revoked breaks off, and another key goes on behind its last line', async () => {
  const key = await keyOf('leaving');
  const first = await download(key.token, '', () => security.delete(key.at).expect(204));
  expect(first.broken).toBe(true);
  expect(first.lines.at(-1)?.end).toBeUndefined();
  expect(records(first.lines)).toBeLessThan(count);
  const other = await keyOf('staying');
  const rest = await download(
    other.token,
    `?after=${first.lines.findLast(({ cursor }) => cursor !== undefined)?.cursor}`,
  );
  expect(rest).toMatchObject({ broken: false });
  expect(rest.lines.at(-1)).toMatchObject({ end: true });
  expect(records(first.lines) + records(rest.lines)).toBe(count);
});

it.each([
  [
    'signs out',
    (token: string) =>
      fetch(`${house.url}/api/v1/session`, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } }),
  ],
  [
    'is given another role',
    async () => {
      const { body } = await security.get('/officers?q=d.reviewer').expect(200);
      const [{ id, version }] = body.items;
      await security.put(`/officers/${id}/role`, { role: 'reporter' }, version).expect(200);
    },
  ],
])('so does that of an officer who %s', async (_, deed) => {
  const { token } = await newSession('d.reviewer');
  const { broken, lines } = await download(token, '', () => Promise.resolve(deed(token)));
  expect(broken).toBe(true);
  expect(lines.at(-1)?.end).toBeUndefined();
});

it('what lasts is whole', async () => {
  const { token } = await newSession('d.viewer');
  const { broken, lines } = await download(token, '');
  expect([broken, records(lines), lines.at(-1)]).toEqual([
    false,
    count,
    { end: true, records: count, nextCursor: null },
  ]);
});

async function newSession(account: string): Promise<{ token: string }> {
  const answer = await fetch(`${house.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, password: PASSWORD }),
  });
  expect(answer.status).toBe(201);
  return (await answer.json()) as { token: string };
}
