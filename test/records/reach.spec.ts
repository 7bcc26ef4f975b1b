/** What programs read (数据读取) is what the lists and forms of the house show the same officer, and asked for in one way. */
import type { Response } from 'supertest';
import { caseSource, sendingProgram, theirCase } from '../support/case';
import type { Door } from '../support/house';
import { House } from '../support/house';
import { seedDistrict } from '../support/district';
import { visit } from '../support/ledger';
import { furnished } from '../answers/furnished-district';
import { alsoFurnished } from './also-furnished';
import { all, type Row } from './reading';

/** An answer, looked at as those of supertest are. */
type Any = Response['body'];

let house: House;
beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-07-01T02:00:00Z'));
  const other = await seedDistrict(house.database, 'x.');
  await furnished(house, house.district.unions, '');
  await furnished(house, other.unions, 'x.');
  await house.database.query(
    `insert into indicator_value (district_id, indicator_id, kind, from_day, union_id, version, value)
     select u.district_id, i.id, 'year', '2025-01-01', u.id, i.version, 7 from trade_union u
     join indicator i on i.district_id = u.district_id`,
  );
  await house.settledBut(12); // the parked ones that are furnished
  await alsoFurnished(house.database);
}, 400_000);
afterAll(() => house.close());

const doors: Record<string, string> = {
  'd.viewer': 'district',
  'a.viewer': 'subdistrict',
  'a1.viewer': 'community',
  'a2.viewer': 'community',
  'b1.viewer': 'community',
};

/** Every row there is, of whatever district. */
async function everyId(table: string): Promise<string[]> {
  const rows: { id: string }[] = await house.database.query(`select id from ${table} order by id`);
  expect(rows.length).toBeGreaterThan(1);
  return rows.map(({ id }) => id);
}

it.each([
  ['tasks', 'task', (door: string) => `/${door}/tasks`],
  ['reports', 'progress_report', (door: string) => `/${door}/reports`],
  ['enterprises', 'enterprise', (door: string) => `/${door}/enterprises`],
  ['orders', 'supervision_order', (door: string) => `/${door}/orders`],
  ['ledger-entries', 'ledger_entry', () => '/ledger-entries'],
  ['form-returns', 'form_return', () => '/form-returns'],
  ['interviews', 'interview', (door: string) => `/${door}/interviews`],
  ['verifications', 'enterprise_verification', (door: string) => `/${door}/verifications`],
  ['cases', 'inbound_case', () => '/cases'],
  ['targets', 'target', () => '/targets'],
  ['imports', 'intake', () => '/imports'],
  ['assessments', 'assessment', (door: string) => `/${door}/assessments`],
])('of %s everybody reads just those that he could open', async (kind, table, at) => {
  const ids = await everyId(table);
  for (const [account, of] of Object.entries(doors)) {
    const door = await house.as(account);
    const opened: string[] = [];
    for (const id of ids) {
      const answer = await door.get(`${at(of)}/${id}`);
      if (answer.status === 200) opened.push(id);
    }
    const read = await all(door, kind);
    expect([account, read.map(({ id }) => id).toSorted()]).toEqual([account, opened]);
  }
});

it('unions and extensions are those of the lists', async () => {
  for (const [account, of] of Object.entries(doors)) {
    const door = await house.as(account);
    const unions = await door.get('/unions?pageSize=200').expect(200);
    const extensions = await door.get(`/${of}/extensions?of=all&pageSize=200`).expect(200);
    const ids = (rows: Row[]): string[] => rows.map(({ id }) => id).toSorted();
    expect(ids(await all(door, 'unions'))).toEqual(ids(unions.body.items));
    expect([account, ids(await all(door, 'extensions'))]).toEqual([account, ids(extensions.body.items)]);
  }
});

/** What hangs on something else is read where that is: of all of it, what the lists and forms of a door show. */
async function shownAt(door: Door, paths: readonly string[], of: (body: Any) => readonly Row[]): Promise<string[]> {
  const found = new Set<string>();
  for (const path of paths) {
    const { status, body } = await door.get(path);
    expect([200, 403, 404]).toContain(status);
    if (status === 200) for (const { id } of of(body)) found.add(id);
  }
  return [...found].toSorted();
}

const items = ({ items: rows }: Any): readonly Row[] => rows;

it.each([
  ['urges', 'task', (door: string, id: string) => `/${door}/tasks/${id}/urges?pageSize=200`, items],
  [
    'send-backs',
    'task',
    (door: string, id: string) => `/${door}/tasks/${id}/supervision`,
    ({ sendBacks }: Any) => sendBacks,
  ],
  [
    'evidence',
    'progress_report',
    (door: string, id: string) => `/${door}/reports/${id}`,
    ({ evidence }: Any) => evidence,
  ],
  [
    'assessment-runs',
    'assessment',
    (door: string, id: string) => `/${door}/assessments/${id}/runs?pageSize=200`,
    items,
  ],
  ['reopenings', 'assessment', (door: string, id: string) => `/${door}/assessments/${id}/reopenings`, items],
  ['lights', 'task', (_: string, id: string) => `/tasks/${id}/light`, ({ taskId }: Any) => [{ id: taskId }]],
  ['target-changes', 'target', (_: string, id: string) => `/targets/${id}/changes?pageSize=200`, items],
  ['appeals', 'assessment', (door: string, id: string) => `/${door}/assessments/${id}/appeals?pageSize=200`, items],
  [
    'assessment-entries',
    'assessment',
    (door: string, id: string) => `/${door}/assessments/${id}/entries?pageSize=200`,
    items,
  ],
  [
    'publications',
    'assessment',
    (door: string, id: string) => `/${door}/assessments/${id}/publications?pageSize=200`,
    ({ items: rows, assessmentId }: Any) => rows.map(({ no }: { no: number }) => ({ id: `${assessmentId}/${no}` })),
  ],
])('of %s everybody reads just those that he is shown with what they belong to', async (kind, table, at, of) => {
  const ids = await everyId(table);
  for (const [account, name] of Object.entries(doors)) {
    const door = await house.as(account);
    const shown: string[] = [];
    for (const id of ids)
      shown.push(...(await shownAt(door, [at(name, id)], (body) => of({ assessmentId: id, ...body }))));
    const own = await ownOf(door, name, kind);
    const read = await all(door, kind);
    expect([account, read.map(({ id }) => id).toSorted()]).toEqual([
      account,
      [...new Set([...shown, ...own])].toSorted(),
    ]);
  }
});

/** What the scored union has at a door of its own: its appeals, what it proposed, what was approved about it. */
async function ownOf(door: Door, name: string, kind: string): Promise<string[]> {
  if (name === 'district') return [];
  if (kind === 'appeals') return shownAt(door, [`/${name}/appeals?pageSize=200`], items);
  if (kind !== 'assessment-entries') return [];
  const entries: { at: string }[] = await house.database.query(
    `select concat(assessment_id, '/entries/', id) as at from assessment_entry`,
  );
  return shownAt(
    door,
    entries.map(({ at }) => `/${name}/self-scores/${at}`),
    (body) => [body],
  );
}

it.each([
  [
    'task-changes',
    'task',
    (door: string, id: string) => `/${door}/tasks/${id}`,
    ({ id, changes }: Any): Any[] => changes.map(({ changedAt: at, ...said }: Any) => ({ taskId: id, at, ...said })),
  ],
  [
    'score-sheets',
    'assessment',
    (door: string, id: string) => `/${door}/assessments/${id}/score-sheets?pageSize=200`,
    ({ items: sheets }: Any): Any[] =>
      sheets.map(({ assessmentId, unionId, points, base, rank, grade, openCriteria, version }: Any) => ({
        ...{ assessmentId, unionId, points, base, rank, grade, openCriteria, version },
      })),
  ],
])('%s say what is said with what they belong to, to just those who are shown it', async (kind, table, at, of) => {
  let most = 0;
  for (const [account, name] of Object.entries(doors)) {
    const door = await house.as(account);
    const shown: Any[] = [];
    for (const id of await everyId(table)) {
      const { status, body } = await door.get(at(name, id));
      expect([200, 403, 404]).toContain(status);
      if (status === 200) shown.push(...of(body));
    }
    const sorted = (rows: Any[]): string[] =>
      rows
        .map((row) =>
          Object.entries(row)
            .map((each) => JSON.stringify(each))
            .toSorted()
            .join(),
        )
        .toSorted();
    const read = await all(door, kind);
    const same = read.map((row) => Object.fromEntries(Object.keys(shown[0] ?? {}).map((field) => [field, row[field]])));
    expect([account, sorted(same)]).toEqual([account, sorted(shown)]);
    most = Math.max(most, shown.length);
  }
  expect(most).toBeGreaterThan(1);
});

it('changes of lights are the history of each light', async () => {
  for (const account of Object.keys(doors)) {
    const door = await house.as(account);
    const read = await all(door, 'light-changes');
    let turns = 0;
    for (const id of await everyId('task')) {
      const { status, body } = await door.get(`/tasks/${id}/light`);
      if (status === 200) turns += body.history.length;
    }
    expect([account, read.length]).toEqual([account, turns]);
    expect(turns).toBeGreaterThan(0);
  }
});

it.each([
  [
    'officers',
    ['d.administrator', 'a.administrator', 'a1.administrator', 'd.system_administrator'],
    'd.viewer',
    '/officers?pageSize=200',
  ],
  [
    'dispatches',
    ['d.administrator', 'a.administrator', 'a1.administrator'],
    'd.system_administrator',
    '/dispatches?limit=200',
  ],
])('%s are those of the list, for those who have one', async (kind, accounts, other, path) => {
  for (const account of accounts) {
    const door = await house.as(account);
    const listed: Row[] = (await door.get(path).expect(200)).body.items;
    const read = await all(door, kind);
    expect(listed.length).toBeGreaterThan(0);
    expect([account, read.map(({ id }) => id).toSorted()]).toEqual([account, listed.map(({ id }) => id).toSorted()]);
    // and no more of each than the list says
    const [first] = read;
    const [same] = listed.filter(({ id }) => id === first?.id);
    const { changedAt: _, ...said } = first ?? { id: '', changedAt: '' };
    expect(same).toMatchObject(said);
  }
  await (await house.as(other)).get(`/records/${kind}`).expect(403);
});

it('the audit trail is read by the audit administrator, entry by entry as he is shown it, and by nobody else', async () => {
  const auditor = await house.as('d.audit_administrator');
  const { body } = await auditor.get('/audit-entries?deed=officer.changed&pageSize=200').expect(200);
  const read = await all(auditor, 'audit-entries', '&deed=officer.changed');
  expect(read.length).toBeGreaterThan(0);
  expect(read.map(({ changedAt: _, ...entry }) => entry).toSorted(byId)).toEqual(body.items.toSorted(byId));
  for (const other of ['d.administrator', 'd.system_administrator', 'd.security_administrator', 'a.administrator'])
    await (await house.as(other)).get('/records/audit-entries').expect(403);
});

const byId = (one: Row, other: Row): number => (one.id < other.id ? -1 : 1);

it('a program that sends cases reads its own, another of the same union all of them', async () => {
  const [sender, reader] = [
    await sendingProgram(house, 'second'),
    await sendingProgram(house, 'third', { scopes: ['cases:read'] }),
  ];
  await caseSource(house, 'city', 'second');
  await sender.put('/inbound/city/cases/N7', theirCase).expect(200);
  expect((await all(sender, 'cases')).map(({ source }) => source)).toEqual(['city']);
  expect(new Set((await all(reader, 'cases')).map(({ source }) => source))).toEqual(new Set(['province', 'city']));
});

it('a program is told of the kinds that its key opens, and a person of those of his role', async () => {
  const kindsOf = async (door: Door): Promise<string[]> =>
    (await door.get('/records').expect(200)).body.items.map(({ kind }: { kind: string }) => kind);
  const program = await sendingProgram(house, 'fourth', {
    scopes: ['tasks:read', 'supervision:read', 'dispatch:read'],
  });
  const told = await kindsOf(program);
  expect(told).toEqual([
    'tasks',
    'task-changes',
    'extensions',
    'urges',
    'send-backs',
    'orders',
    'interviews',
    'dispatches',
  ]);
  for (const { kind } of (await (await house.as('d.administrator')).get('/records').expect(200)).body.items)
    expect([kind, (await program.get(`/records/${kind}?limit=1`)).status]).toEqual([
      kind,
      told.includes(kind) ? 200 : 403,
    ]);
  expect(await kindsOf(await house.as('d.audit_administrator'))).toEqual(['unions', 'calendar-days', 'audit-entries']);
  expect(await kindsOf(await house.as('d.viewer'))).not.toContain('officers');
});

it('of indicators a union reads its own values and those below it', async () => {
  for (const [account, reach] of [
    ['d.viewer', ['A', 'A1', 'A2', 'B', 'B1', 'D']],
    ['a.viewer', ['A', 'A1', 'A2']],
    ['a1.viewer', ['A1']],
  ] as const) {
    const unions = new Set(reach.map((code) => house.district.unions[code]));
    const read = await all(await house.as(account), 'indicator-values');
    const stored: { n: number }[] = await house.database.query(
      'select count(*)::int as n from indicator_value where union_id = any($1)',
      [[...unions]],
    );
    expect(read.every(({ unionId }) => unions.has(String(unionId)))).toBe(true);
    expect([account, read.length]).toEqual([account, stored[0]?.n]);
  }
});

it('of published scores a union reads its own sheet, and whoever scored, or stands above, all of them', async () => {
  const { A, A1, A2, B, B1 } = house.district.unions;
  const of = async (account: string): Promise<string[]> =>
    [...new Set((await all(await house.as(account), 'scores')).map(({ unionId }) => String(unionId)))].toSorted();
  expect(await of('a1.viewer')).toEqual([A1]);
  expect(await of('a.viewer')).toEqual([A, A1, A2].toSorted());
  expect(await of('d.viewer')).toEqual([A, A1, A2, B, B1].toSorted());
  const own = await (await house.as('a1.viewer')).get('/community/score-sheets').expect(200);
  const [read] = await all(await house.as('a1.viewer'), 'scores');
  const { points, rank, assessmentId } = own.body.items[0];
  expect(read).toMatchObject({ points, rank, assessmentId });
});

it('a draft is read by the union that writes it, and by nobody else', async () => {
  const drafts = async (account: string): Promise<number> =>
    (await all(await house.as(account), 'reports', '&status=draft')).length;
  expect([await drafts('a2.viewer'), await drafts('a.viewer'), await drafts('d.viewer')]).toEqual([1, 0, 0]);
});

it('no person stands in the entries of a ledger, but the enterprise does', async () => {
  const keeper = await house.as('d.administrator');
  const [{ ledgerId }] = (await all(keeper, 'ledger-entries')) as [{ id: string; ledgerId: string }];
  const others = { ...visit, employer: { name: '示范科技' } };
  const values = { ...others, person: { name: '王芳', phone: '13800138000' } };
  const { body } = await keeper.post(`/ledgers/${ledgerId}/entries`, { values }).expect(201);
  expect(body.values.person.name).toBe('王芳');
  const read = (await all(keeper, 'ledger-entries')).find(({ id }) => id === body.id);
  expect(read?.['values']).toEqual(others);
});

it('every kind says what it takes, and takes just that', async () => {
  const door = await house.as('d.viewer');
  const system = await house.as('d.system_administrator');
  await system.put('/calendar/2026-07-04', { working: true, reason: '补班' }).expect(200);
  const template = { title: '工作报告', sections: [{ level: 1, heading: '回顾', text: '平稳。' }], reason: '提纲' };
  await (await house.as('d.administrator')).put('/district/annual-report-template', template, 0).expect(200);
  const { body } = await door.get('/records').expect(200);
  expect(body.items).toHaveLength(44);
  const empty = new Set<string>();
  for (const { kind, fields, filters, sorts } of body.items) {
    const names = fields.map(({ name }: { name: string }) => name);
    for (const name of names) {
      const [row] = (await door.get(`/records/${kind}?limit=1&fields=${name}`).expect(200)).body.items;
      if (row === undefined) empty.add(kind);
      else expect(Object.keys(row)).toEqual([...new Set(['id', name])]);
    }
    for (const sort of sorts) {
      const up = await all(door, kind, `&sort=${sort}`);
      expect((await all(door, kind, `&sort=-${sort}`)).map(({ id }) => id)).toEqual(
        up.map(({ id }) => id).toReversed(),
      );
    }
    const samples: Record<string, string> = { year: '2026', from: '2026-01-01', closed: 'true', retired: 'true' };
    for (const { name, values } of filters) {
      const value = values?.[0] ?? samples[name] ?? (name.endsWith('Id') ? house.district.id : '2026-06');
      await all(door, kind, `&${name}=${value}`);
      if (values !== null && name !== 'periodKind') {
        const refused = await door.get(`/records/${kind}?${name}=other`).expect(422);
        expect(refused.body).toMatchObject({ code: 'records.filter', errors: [{ field: name }] });
      }
    }
  }
  expect([...empty]).toEqual([]);
});

it.each([
  ['tasks?sort=title', 'sort', 'records.sort'],
  ['tasks?fields=id,password', 'fields', 'records.fields'],
  ['tasks?fields=constructor', 'fields', 'records.fields'],
  ['tasks?sort=constructor', 'sort', 'records.sort'],
  ['tasks?ledgerId=0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d', 'ledgerId', 'records.filter'],
  ['tasks?colour=red', 'colour', 'unknown'],
  ['tasks?limit=1001', 'limit', 'wholeNumber'],
  ['tasks?after=abc', 'after', 'cursor.unknown'],
  ['tasks?updatedSince=yesterday', 'updatedSince', 'moment'],
  ['tasks?updatedSince=2026-01-01T00:00:00Z&status=signed', 'status', 'records.filterPasses'],
  ['tasks?updatedSince=2026-01-01T00:00:00Z&sort=dueOn', 'sort', 'records.updatedSince'],
])('%s is refused and %s is named', async (query, field, code) => {
  const { body } = await (await house.as('d.viewer')).get(`/records/${query}`).expect(422);
  expect(body.errors).toMatchObject([{ field, code }]);
});

it('pages of one row are the whole list, in any order', async () => {
  const door = await house.as('d.viewer');
  for (const [kind, sort] of [
    ['tasks', '-dueOn'],
    ['reports', 'createdAt'],
    ['scores', '-id'],
    ['enterprises', 'name'],
  ]) {
    const read: string[] = [];
    for (let after = ''; ;) {
      const { body } = await door.get(`/records/${kind}?limit=1&sort=${sort}${after}`).expect(200);
      read.push(...body.items.map(({ id }: Row) => id));
      if (body.nextCursor === null) break;
      after = `&after=${body.nextCursor}`;
    }
    expect(read).toEqual((await all(door, kind ?? '', `&sort=${sort}`)).map(({ id }) => id));
  }
});

it('a cursor of another kind or order is refused', async () => {
  const door = await house.as('d.viewer');
  const { body } = await door.get('/records/tasks?limit=1').expect(200);
  for (const query of [`reports?after=${body.nextCursor}`, `tasks?sort=dueOn&after=${body.nextCursor}`])
    expect((await door.get(`/records/${query}`).expect(422)).body.code).toBe('cursor.unknown');
});

describe('as lines of JSON', () => {
  const linesOf = (text: string): Record<string, unknown>[] =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  const download = async (query: string): Promise<Record<string, unknown>[]> => {
    const door = await house.as('d.viewer');
    const { text, headers } = await door
      .get(`/records/reports/export${query}`)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts).toString()));
      })
      .expect(200)
      .then((answer) => ({ text: String(answer.body), headers: answer.headers }));
    expect(headers['content-type']).toBe('application/x-ndjson');
    return linesOf(text);
  };

  it('they are the whole list, between a line that begins and one that ends; in the audit trail with the filter', async () => {
    const lines = await download('?status=submitted');
    const rows = await all(await house.as('d.viewer'), 'reports', '&status=submitted');
    expect(lines.at(0)).toMatchObject({ kind: 'reports', changes: expect.any(String) });
    expect(lines.slice(1, -1).map(({ record }) => record)).toEqual(rows);
    expect(lines.at(-1)).toEqual({ end: true, records: rows.length, nextCursor: null });
    const trail = await (
      await house.as('d.audit_administrator')
    )
      .get('/audit-entries?deed=records.exported')
      .expect(200);
    expect(trail.body.items[0]).toMatchObject({
      account: 'd.viewer',
      after: { kind: 'reports', status: 'submitted' },
    });
  });

  it('a download that broke off goes on behind its last line', async () => {
    const whole = (await download('')).slice(1, -1);
    expect(whole.length).toBeGreaterThan(2);
    const rest = (await download(`?after=${String(whole[1]?.['cursor'])}`)).slice(1, -1);
    expect(rest).toEqual(whole.slice(2));
  });
});
