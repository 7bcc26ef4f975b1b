/** An integrator's day (系统对接的一天), over HTTP only: from the key to its end, with an import, a webhook, an outage and a burst. */
import { type Server, createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { eventually } from '../support/eventually';
import { type Door, House } from '../support/house';
import { visit, visitLedger } from '../support/ledger';
import { type Answer, Program } from '../support/program';

interface Event {
  readonly type: string;
  readonly sequence: number | null;
  readonly data: { readonly ledgerEntry?: { readonly entryId: string } };
}

/** The integrator's own server: what is not signed is refused, what it knows by its id already is answered and left. */
class Receiver {
  secret = '';
  /** By `webhook-id`, in the order in which they came first. */
  kept = new Map<string, Event>();
  heard: string[] = [];
  refused = 0;
  port = 0;
  private server: Server | undefined;

  async start(): Promise<void> {
    this.server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        try {
          const headers = Object.fromEntries(Object.entries(request.headers).map(([k, v]) => [k, String(v)]));
          const event = new Webhook(this.secret).verify(Buffer.concat(parts).toString(), headers) as Event;
          const id = headers['webhook-id'] ?? '';
          this.heard.push(id);
          if (!this.kept.has(id)) this.kept.set(id, event);
          response.writeHead(204).end();
        } catch {
          this.refused += 1;
          response.writeHead(401).end();
        }
      });
    });
    const { server } = this;
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    const address = server.address();
    this.port = typeof address === 'object' && address !== null ? address.port : this.port;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  numbers(): (number | null)[] {
    return [...this.kept.values()].map(({ sequence }) => sequence);
  }
}

const receiver = new Receiver();
let house: House;
let security: Door;
let program: Program;
let application: string;
let keyId: string;
let endpoint: string;

/** Instead of sleeping: what the buckets know of time moves on. */
const later = (seconds: number): Promise<unknown> =>
  house.database.query(`update key_pace set at = at - $1 * interval '1 second'`, [seconds]);

interface Asked {
  readonly union: 'A' | 'A1' | 'A2';
  readonly role: string;
  readonly scopes: string[];
}

async function registered(account: string, { union, role, scopes }: Asked): Promise<[Program, string, string]> {
  const unionId = house.district.unions[union];
  const given = { unionId, account, name: `应用 ${account}`, role, purpose: '业务系统对接', contact: '信息中心 王工' };
  const made = await security.post('/applications', given).expect(201);
  const key = await security.post(`/applications/${made.body.id}/keys`, { name: '生产', scopes }).expect(201);
  return [new Program(house.url, key.body.token, later), made.body.id, key.body.id];
}

beforeAll(async () => {
  await receiver.start();
  house = await House.open();
  await visitLedger(house);
  security = await house.as('d.security_administrator');
});
afterAll(async () => {
  await house.close();
  await receiver.stop();
});

const codes = { type: 'application/x-ndjson' };
const row = (no: number, given: object = {}): object => ({
  code: `OA-${no}`,
  values: { ...visit, title: `慰问第 ${no} 户`, ...given },
});
const lines = (...rows: (object | string)[]): string =>
  rows.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join('\n');

/** Hands a file in and waits until it is taken in. */
async function imported(body: string, query = ''): Promise<Answer<{ id: string }>> {
  const path = `/imports?kind=ledger-entries&ledger=visits${query}`;
  const { headers } = await program.must(202, 'POST', path, { ...codes, body });
  const at = (headers.get('location') ?? '').replace('/api/v1', '');
  return eventually(async () => {
    const answer = await program.must<{ id: string; status: string }>(200, 'GET', at);
    expect(['done', 'failed']).toContain(answer.body.status);
    return answer;
  });
}

const put = (no: number, given: object = {}, by = program): Promise<Answer<{ id: string }>> =>
  by.must([200, 201], 'PUT', `/ledgers/visits/entries/by-code/OA-${no}`, {
    body: { ...row(no, given), code: undefined },
  });

it('the security administrator registers the program and makes its key; it asks who it is', async () => {
  const scopes = ['intakes:read', 'intakes:write', 'ledgers:read', 'ledgers:write', 'webhooks:read', 'webhooks:write'];
  [program, application, keyId] = await registered('a.oa', { union: 'A', role: 'administrator', scopes });
  const { body } = await program.must(200, 'GET', '/me');
  expect(body).toMatchObject({ officer: { account: 'a.oa' }, union: { code: 'A' }, key: { scopes } });
  const refused = await program.must(403, 'GET', '/subdistrict/tasks');
  expect(refused.body.code).toBe('key.scope');
  expect(refused.headers.get('content-type')).toContain('application/problem+json');
  expect(refused.headers.get('www-authenticate')).toContain('scope="tasks:read"');
});

it('it imports: a dry run names three bad rows, then the good ones are taken in, and the same file twice changes nothing', async () => {
  const file = lines(row(1), row(2, { people: '三' }), row(3), '{"code": "OA-4", ', row(5, { kind: 'gift' }), row(6));
  const tried = await imported(file, '&dryRun=true');
  expect(tried.body).toMatchObject({ status: 'done', total: 6, created: 3, faulty: 3 });
  const stored = async (): Promise<number> =>
    (await program.must(200, 'GET', '/records/ledger-entries')).body.items.length;
  expect(await stored()).toBe(0);
  const { body } = await program.must(200, 'GET', `/imports/${tried.body.id}/results?status=faulty`);
  expect(
    body.items.map((each: { row: number; errors: { field: string; message: string }[] }) => [
      each.row,
      each.errors[0]?.field,
      typeof each.errors[0]?.message,
    ]),
  ).toEqual([
    [2, 'values.people', 'string'],
    [4, null, 'string'],
    [5, 'values.kind', 'string'],
  ]);
  expect((await imported(file, '&only=good')).body).toMatchObject({ status: 'done', created: 3, faulty: 3 });
  expect(await stored()).toBe(3);
  const again = await imported(file, '&only=good');
  expect(again.body).toMatchObject({ created: 0, changed: 0, unchanged: 3, faulty: 3 });
  const mended = lines(row(1), row(2), row(3), row(4), row(5), row(6));
  expect((await imported(mended, '&only=all')).body).toMatchObject({ created: 3, unchanged: 3, faulty: 0 });
  expect(await stored()).toBe(6);
});

it('it puts one entry by its own code twice: one entry, and what it read is not sent again while it holds', async () => {
  const first = await put(7);
  const second = await put(7);
  expect([first.status, second.status]).toEqual([201, 200]);
  expect(second.body).toMatchObject({ id: first.body.id, version: 1 });
  const at = '/ledgers/visits/entries/by-code/OA-7';
  const read = await program.must(200, 'GET', at);
  const headers = { 'if-none-match': String(read.headers.get('etag')) };
  await program.must(304, 'GET', at, { headers });
  // somebody else was quicker: what was seen no longer stands
  await put(7, { people: '4' });
  await program.must(200, 'GET', at, { headers });
  const body = { values: { ...visit, people: '5' } };
  const late = { body, headers: { 'if-match': String(read.headers.get('etag')) } };
  expect((await program.must(412, 'PUT', at, late)).body.code).toBeDefined();
});

/** Puts an entry and hands it in. */
async function handedIn(no: number): Promise<string> {
  const { id } = (await put(no)).body;
  await program.must(201, 'POST', `/ledger-entries/${id}/submission`, {
    headers: { 'idempotency-key': `submit-OA-${no}` },
  });
  return id;
}
const arrived = (...numbers: number[]): Promise<void> => eventually(() => expect(receiver.numbers()).toEqual(numbers));

it('it registers a webhook, and its own server verifies every signature', async () => {
  const host = { host: '127.0.0.1', port: receiver.port, note: '业务系统接收服务' };
  const url = `http://127.0.0.1:${receiver.port}/sanji`;
  const given = { url, description: '业务系统', events: ['ledgerEntry.submitted', 'ledgerEntry.accepted'] };
  expect((await program.must(422, 'POST', '/webhook-endpoints', { body: given })).body.code).toBe('webhook.notSecure');
  await (await house.as('d.system_administrator')).post('/webhook-hosts', host).expect(201);
  const { body } = await program.must(201, 'POST', '/webhook-endpoints', { body: given });
  endpoint = body.id;
  // not yet known to the receiver: it refuses, and the answer of the test says so
  receiver.secret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDvPtEMQ5bqVQ=';
  const refused = await program.must(201, 'POST', `/webhook-endpoints/${endpoint}/test-deliveries`);
  expect([refused.body.state, refused.body.lastStatus, receiver.refused]).toEqual(['failed', 401, 1]);
  receiver.secret = body.secret;
  const id = await handedIn(7);
  await arrived(1);
  expect([...receiver.kept.values()]).toMatchObject([
    { type: 'ledgerEntry.submitted', data: { ledgerEntry: { entryId: id } } },
  ]);
  await (await house.as('d.administrator')).post(`/ledger-entries/${id}/acceptance`).expect(201);
  await arrived(1, 2);
});

it('while the server is down nothing is lost; what it lost itself is delivered again: all of it, in order', async () => {
  const backup = new Map(receiver.kept);
  await receiver.stop();
  const ids = [];
  for (const no of [8, 9, 10, 11, 12]) ids.push(await handedIn(no));
  await eventually(async () => {
    const { body } = await program.must(200, 'GET', `/webhook-endpoints/${endpoint}`);
    expect(body).toMatchObject({ waiting: 5, lastNumber: 7, lastError: expect.any(String) });
  });
  await receiver.start();
  await program.must(201, 'POST', `/webhook-endpoints/${endpoint}/resumption`);
  await arrived(1, 2, 3, 4, 5, 6, 7);
  // the server goes back to its backup of the morning, and asks for what came after it
  const [before, first, missed] = [receiver.kept, receiver.heard.length, backup.size];
  await eventually(async () =>
    expect((await program.must(200, 'GET', `/webhook-endpoints/${endpoint}`)).body.waiting).toBe(0),
  );
  receiver.kept = backup;
  const range = { fromNumber: missed + 1, toNumber: before.size };
  const replay = await program.must(201, 'POST', `/webhook-endpoints/${endpoint}/replays`, { body: range });
  expect(replay.body).toEqual({ count: 5 });
  await arrived(1, 2, 3, 4, 5, 6, 7);
  expect([...receiver.kept]).toEqual([...before]);
  expect(receiver.heard.slice(first)).toEqual([...before.keys()].slice(missed));
  expect([...receiver.kept.values()].slice(missed).map(({ data }) => data.ledgerEntry?.entryId)).toEqual(ids);
  expect(receiver.refused).toBe(1);
});

interface Told {
  readonly id: string;
  readonly state: 'there' | 'gone';
  readonly version?: number;
  readonly changedAt: string;
}

/** The whole list, page by page. */
async function everything(reader: Program): Promise<Map<string, number>> {
  const there = new Map<string, number>();
  let after = '';
  do {
    const { body } = await reader.must(200, 'GET', `/records/ledger-entries?fields=version&limit=20${after}`);
    for (const { id, version } of body.items) there.set(id, version);
    after = body.nextCursor === null ? '' : `&after=${body.nextCursor}`;
  } while (after !== '');
  return there;
}

it('it reads on while others write: nothing is missed, and no version is told twice', async () => {
  const begun = new Date().toISOString();
  const [reader] = await registered('a.reader', { union: 'A', role: 'viewer', scopes: ['ledgers:read'] });
  const scopes = ['ledgers:write'];
  const writers = await Promise.all(
    (['A1', 'A1', 'A2', 'A2'] as const).map((union, no) =>
      registered(`writer.${no}`, { union, role: 'reporter', scopes }).then(([each]) => each),
    ),
  );
  const told: Told[] = [];
  const mirror = new Map<string, number>();
  let next = `updatedSince=${begun}`;
  const readOn = async (): Promise<boolean> => {
    const { body } = await reader.must<{ items: Told[]; nextCursor: string; more: boolean }>(
      200,
      'GET',
      `/records/ledger-entries?fields=version&limit=7&${next}`,
    );
    for (const each of body.items) {
      if (each.state === 'gone') mirror.delete(each.id);
      else mirror.set(each.id, each.version ?? 0);
    }
    told.push(...body.items);
    next = `after=${body.nextCursor}`;
    return body.more;
  };
  let writing = true;
  const work = async (writer: Program, lane: number): Promise<void> => {
    for (let no = 0; no < 8; no++) {
      const of = 100 * (lane + 1) + no;
      const { id } = (await put(of, {}, writer)).body;
      await writer.must(201, 'POST', `/ledger-entries/${id}/submission`);
      if (no % 4 === 1) await writer.must(204, 'DELETE', `/ledger-entries/${id}/submission`);
      if (no % 4 === 2) {
        await writer.must(204, 'DELETE', `/ledger-entries/${id}/submission`);
        await put(of, { people: '9' }, writer);
        await writer.must(201, 'POST', `/ledger-entries/${id}/submission`);
      }
    }
  };
  const burst = Promise.all(writers.map(work)).finally(() => (writing = false));
  let meanwhile = 0;
  for (; writing; meanwhile++) await readOn();
  await burst;
  const there = await everything(reader);
  await eventually(async () => {
    while (await readOn());
    expect(Object.fromEntries(mirror)).toEqual(Object.fromEntries(there));
  });
  // 4 × 8 of the writers less 8 taken back, and the 12 of this morning of which A owns all
  expect(there.size).toBe(4 * 8 - 8 + 12);
  expect(meanwhile).toBeGreaterThan(5);
  const versions = told.map(({ id, state, changedAt }) => `${id} ${state} ${changedAt}`);
  expect(new Set(versions).size).toBe(versions.length);
});

it('it is told to slow down, waits as long as it was told, and gets its answer', async () => {
  const path = `/applications/${application}/keys/${keyId}`;
  await security.patch(path, { readsPerMinute: 3 }, 1).expect(200);
  await later(60);
  for (let times = 0; times < 5; times++) await program.must(200, 'GET', '/ledgers');
  expect(program.waits.length).toBe(2);
  for (const seconds of program.waits) expect([seconds >= 1, seconds <= 20]).toEqual([true, true]);
  await security.patch(path, { readsPerMinute: 600 }, 2).expect(200);
});

it('its key is replaced while both live, the old one ends, and a revoked one is dead', async () => {
  const old = program.key;
  const keys = `/applications/${application}/keys`;
  const { body } = await security.post(`${keys}/${keyId}/rotation`, { overlapDays: 7 }).expect(201);
  for (const key of [old, body.token]) {
    program.key = key;
    await program.must(200, 'GET', '/me');
  }
  // what was done with the old key and is sent once more with the new one is not done again
  const entry = (await program.must(200, 'GET', '/ledgers/visits/entries/by-code/OA-12')).body;
  const headers = { 'idempotency-key': 'submit-OA-12' };
  const again = await program.must(201, 'POST', `/ledger-entries/${entry.id}/submission`, { headers });
  expect(again.body.version).toBe(entry.version);
  await security.delete(`${keys}/${keyId}`).expect(204);
  program.key = old;
  expect((await program.must(401, 'GET', '/me')).body.code).toBe('key.revoked');
  program.key = body.token;
  await program.must(200, 'GET', '/me');
  await security.delete(`${keys}/${body.id}`).expect(204);
  for (const [method, path] of [
    ['GET', '/me'],
    ['PUT', '/ledgers/visits/entries/by-code/OA-99'],
  ] as const) {
    const dead = await program.must(401, method, path, method === 'PUT' ? { body: { values: visit } } : {});
    expect(dead.body.code).toBe('key.revoked');
  }
});
