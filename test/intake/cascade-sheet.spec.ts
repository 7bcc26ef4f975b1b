/** Dividing a task by a spreadsheet (任务分解表): it goes out with what is known, comes back in, and says row by row what is wrong. */
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import request, { type Response } from 'supertest';
import { House } from '../support/house';
import { asBytes } from '../support/sheet';
import { assigned } from '../support/task';

type Rows = (string | number | boolean | Date | null)[][];

let house: House;
let share: string;
beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-02-01T02:00:00Z'));
});
afterAll(() => house.close());
beforeEach(async () => {
  share = (await assigned(house)).shareA;
  await (await house.as('a.administrator')).post(`/subdistrict/tasks/${share}/signature`).expect(201);
});

const blank = async (id = share): Promise<Rows> => {
  const a = await house.as('a.administrator');
  const { body } = await asBytes(a.get(`/subdistrict/tasks/${id}/shares/blank`)).expect(200);
  return (await readXlsx(body as Buffer)).sheets[0]?.rows as Rows;
};

/** The time of day stands in it: written again, it has other bytes. */
const bytesOf = async (rows: Rows): Promise<Buffer> =>
  Buffer.from(await writeXlsx({ sheets: [{ name: '分解', rows }] }));

const sent = async (given: Rows | Buffer, query = '', headers: Record<string, string> = {}): Promise<Response> => {
  const { token } = await house.as('a.administrator');
  const bytes = Buffer.isBuffer(given) ? given : await bytesOf(given);
  return request(house.url)
    .post(`/api/v1/subdistrict/tasks/${share}/shares/spreadsheet${query}`)
    .set('authorization', `Bearer ${token}`)
    .set(headers)
    .attach('file', bytes, '分解.xlsx');
};

const shares = async () => (await (await house.as('a.administrator')).get(`/subdistrict/tasks/${share}/shares`)).body;
/** The rows of the blank with cells set, by the code in their first. */
const filled = async (cells: Record<string, Record<number, string | number>>): Promise<Rows> =>
  (await blank()).map((row) => row.map((value, no) => cells[String(row[0])]?.[no] ?? value));

it('the blank holds a line for each union directly below, with limits, lists and notes', async () => {
  const a = await house.as('a.administrator');
  const { body, headers } = await asBytes(a.get(`/subdistrict/tasks/${share}/shares/blank`)).expect(200);
  expect(headers['content-disposition']).toContain(encodeURIComponent('任务分解表（发展工会会员）.xlsx'));
  const [sheet, notes, lists] = (await readXlsx(body as Buffer)).sheets;
  expect(sheet?.rows[2]?.slice(0, 5)).toEqual(['工会编码*', '工会名称', '分解目标*', '完成期限', '说明']);
  expect(sheet?.rows.slice(3).map(([code]) => code)).toEqual(['A1', 'A2', '自留', '原因']);
  expect(sheet?.rows[3]?.slice(0, 4)).toEqual(['A1', '甲一社区工联会', null, '2026-12-31']);
  const [list, target] = sheet?.dataValidations ?? [];
  expect(list).toMatchObject({ type: 'list', formula1: `'选项'!$A$1:$A$4` });
  expect(target).toMatchObject({ type: 'whole', operator: 'greaterThanOrEqual' });
  expect(lists?.rows.map(([code]) => code)).toEqual(['A1', 'A2', '自留', '原因']);
  expect(notes?.rows.map(([title]) => title)).toContain('交回');
});

it('filled in, it makes the shares, what is kept and the reason, as the JSON does', async () => {
  const rows = await filled({ A1: { 2: 30, 3: '2026/11/30' }, 自留: { 2: 5 }, 原因: { 4: '甲二社区筹建' } });
  const { status, body } = await sent(rows);
  expect([status, body.code]).toEqual([201, undefined]);
  expect(body.task).toMatchObject({ keptTarget: '5', shortfallReason: '甲二社区筹建' });
  expect(body.shares).toMatchObject([{ unionId: house.district.unions.A1, target: '30', dueOn: '2026-11-30' }]);
  expect(body.remainder).toBe('25');
  expect((await blank()).slice(3).map(([code]) => code)).toEqual(['A2', '自留', '原因']);
});

it('tried, it says what it would make, and nothing stays', async () => {
  const { status, body } = await sent(await filled({ A1: { 2: 40 }, A2: { 2: 20 } }), '?dryRun=true');
  expect([status, body.shares?.length, body.remainder]).toEqual([201, 2, '0']);
  expect((await shares()).shares).toEqual([]);
});

it.each<[string, Record<string, Record<number, string | number>>, string, string]>([
  ['a target that is no number', { A1: { 2: '很多' } }, 'rows[4].target', 'cascade.row'],
  ['a target of nothing', { A1: { 2: 0 }, A2: { 2: 60 } }, 'rows[4].target', 'share.target'],
  ['more decimals than the measure', { A2: { 2: '1.5' } }, 'rows[5].target', 'share.decimals'],
  ['a day that is none', { A1: { 2: 60, 3: '2026-02-30' } }, 'rows[4].dueOn', 'cascade.row'],
  ['a day after the due day', { A2: { 2: 60, 3: '2027-01-01' } }, 'rows[5].dueOn', 'share.days'],
  ['a union that is not below', { A1: { 0: 'B1', 2: 60 } }, 'rows[4].code', 'cascade.row'],
  ['a union twice', { A1: { 2: 30 }, A2: { 0: 'A1', 2: 30 } }, 'rows[5].code', 'cascade.row'],
  ['no code', { A1: { 0: ' ', 2: 60 } }, 'rows[4].code', 'cascade.row'],
  ['a part kept of nothing', { A1: { 2: 60 }, 自留: { 2: 0 } }, 'rows[6].target', 'cascade.kept'],
])('with %s it is refused with row and column, and nothing is handed down', async (_, cells, field, code) => {
  const { status, body } = await sent(await filled(cells));
  expect([status, body.errors[0]?.field, body.errors[0]?.code]).toEqual([422, field, code]);
  expect(body.errors[0].message).toMatch(/^第 \d 行“/);
  expect((await shares()).shares).toEqual([]);
});

it('says all that is wrong at once', async () => {
  const { body } = await sent(await filled({ A1: { 2: 'x', 3: 'y' }, A2: { 2: '-1' } }));
  expect(body.errors.map(({ field }: { field: string }) => field)).toEqual([
    'rows[4].target',
    'rows[4].dueOn',
    'rows[5].target',
  ]);
});

it('that falls short without a reason is refused', async () => {
  const { status, body } = await sent(await filled({ A1: { 2: 30 } }));
  expect([status, body.code]).toEqual([422, 'cascade.shortfall']);
});

it('of another task is never taken for this one', async () => {
  const rows = await filled({ A1: { 2: 60 } });
  share = (await assigned(house)).shareA;
  await (await house.as('a.administrator')).post(`/subdistrict/tasks/${share}/signature`).expect(201);
  const { status, body } = await sent(rows);
  expect([status, body.errors[0].field]).toEqual([422, 'rows[4].sheet']);
});

it('names the row of a union that has its share already', async () => {
  const rows = await filled({ A1: { 2: 30 }, 原因: { 4: '其余待定' } });
  expect((await sent(rows)).status).toBe(201);
  const { status, body } = await sent(rows);
  expect([status, body.errors[0]?.field]).toEqual([409, 'rows[4].code']);
});

it('sent again with its Idempotency-Key answers the same; with other bytes it is refused', async () => {
  const key = { 'idempotency-key': `sheet-${share}` };
  const file = await bytesOf(await filled({ A1: { 2: 60 } }));
  const first = await sent(file, '', key);
  expect(first.status).toBe(201);
  expect((await sent(file, '', key)).body).toEqual(first.body);
  expect((await sent(await blank(), '', key)).status).toBe(422);
});

it('is for the union whose task it is', async () => {
  await (await house.as('b.administrator')).get(`/subdistrict/tasks/${share}/shares/blank`).expect(404);
  await (await house.as('d.administrator')).get(`/district/tasks/${share}/shares/blank`).expect(404);
  await (await house.as('a1.administrator')).get(`/subdistrict/tasks/${share}/shares/blank`).expect(403);
});

it.each([
  ['no spreadsheet', Buffer.from('x'), 'intake.heading'],
  ['a broken one', Buffer.from('PK\u0003\u0004x'), 'intake.unreadable'],
])('%s is refused', async (_, bytes, code) => {
  const { token } = await house.as('a.administrator');
  const { status, body } = await request(house.url)
    .post(`/api/v1/subdistrict/tasks/${share}/shares/spreadsheet`)
    .set('authorization', `Bearer ${token}`)
    .attach('file', bytes, '分解.xlsx');
  expect([status, body.code]).toEqual([422, code]);
});
