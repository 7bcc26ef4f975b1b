/** What programs read (数据读取) is what the lists and forms of the house show the same officer, and asked for in one way. */
import type { Door } from '../support/house';
import { House } from '../support/house';
import { seedDistrict } from '../support/district';
import { visit } from '../support/ledger';
import { furnished } from '../answers/furnished-district';

type Row = Record<string, unknown> & { id: string };

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
}, 180_000);
afterAll(() => house.close());

const doors: Record<string, string> = {
  'd.viewer': 'district',
  'a.viewer': 'subdistrict',
  'a1.viewer': 'community',
  'a2.viewer': 'community',
  'b1.viewer': 'community',
};

async function all(door: Door, kind: string, query = ''): Promise<Row[]> {
  const { body } = await door.get(`/records/${kind}?limit=1000${query}`).expect(200);
  expect(body).toMatchObject({ kind, nextCursor: null, more: false });
  return body.items;
}

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
  const { body } = await door.get('/records').expect(200);
  expect(body.items).toHaveLength(10);
  for (const { kind, fields, filters, sorts } of body.items) {
    const names = fields.map(({ name }: { name: string }) => name);
    for (const name of names) {
      const [row] = await all(door, kind, `&fields=${name}`);
      expect(Object.keys(row ?? {})).toEqual([...new Set(['id', name])]);
    }
    for (const sort of sorts) {
      const up = await all(door, kind, `&sort=${sort}`);
      expect((await all(door, kind, `&sort=-${sort}`)).map(({ id }) => id)).toEqual(
        up.map(({ id }) => id).toReversed(),
      );
    }
    const samples: Record<string, string> = { year: '2026', from: '2026-01-01', closed: 'true' };
    for (const { name, values } of filters) {
      const value = values?.[0] ?? samples[name] ?? (name.endsWith('Id') ? house.district.id : '2026-06');
      await all(door, kind, `&${name}=${value}`);
      if (values !== null && name !== 'periodKind') {
        const refused = await door.get(`/records/${kind}?${name}=other`).expect(422);
        expect(refused.body).toMatchObject({ code: 'records.filter', errors: [{ field: name }] });
      }
    }
  }
});

it.each([
  ['tasks?sort=title', 'sort', 'records.sort'],
  ['tasks?fields=id,password', 'fields', 'records.fields'],
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
