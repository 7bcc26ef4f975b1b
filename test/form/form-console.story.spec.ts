/** What the console of forms stands on: versions that say what changed, every submission kept, and spreadsheets that come back in. */
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { Response } from 'supertest';
import { handedIn, memberCells, memberDefinition, memberForm, members } from '../support/form';
import { type Door, House } from '../support/house';
import { ended } from '../support/register';

let house: House;
let form: string;
const at = (day: string): void => house.clock.set(new Date(`${day}T02:00:00Z`));
const PERIOD = '2026-03';
const COUNTED = 'created,changed,unchanged,faulty'.split(',');

beforeEach(async () => {
  house = await House.open();
  at('2026-03-20');
  form = await memberForm(house);
  at('2026-04-02');
});
afterEach(() => house.close());

const words = (items: readonly { zh: string }[]): string[] => items.map(({ zh }) => zh);

it('a version says what it changed, and a trial what it would change and on which days it would fall', async () => {
  const d = await house.as('d.administrator');
  const [head, women, men, fees, ...rest] = memberCells;
  const definition = {
    ...memberDefinition,
    cells: [{ ...head, max: '9000' }, { ...men, required: true }, women, { ...fees, name: '会费' }, ...rest.slice(1)],
    rules: [{ ...memberDefinition.rules[0], severity: 'soft' }, memberDefinition.rules[2]],
    owedBy: { tiers: ['community', 'subdistrict'], under: [], unions: [house.district.unions.A] },
    moments: { opensAfter: null, dueAfter: 5, locksAfter: null },
  };
  const at1 = `/district/forms/${form}`;
  const tried = await d.post(`${at1}/trials`, { definition, period: '2026-04' }).expect(200);
  const changed = [
    '填报层级：社区工联会 → 社区工联会、街道总工会',
    '另行指定的单位：— → 1 个单位',
    '开放：期末后第 0 个工作日 → 期初第一天',
    '锁定：期末后第 10 个工作日 → 不设',
    '“会员人数”的最大值：— → 9000',
    '“男会员人数”的必填：否 → 是',
    '“会费”的名称：会费收入 → 会费',
    '取消指标项：入会率',
    '指标项的顺序有调整',
    '审核关系：“女会员人数”不大于“会员人数”（强制） → “女会员人数”不大于“会员人数”（提示）',
    '取消审核关系：“男会员人数”+“女会员人数”=“会员人数”（提示）',
  ];
  expect(words(tried.body.differences)).toEqual(changed);
  // 1 and 5 May are holidays in the calendar of that year: the fifth working day is after them
  expect(tried.body.days).toEqual({ opensOn: '2026-04-01', dueOn: expect.stringMatching(/^2026-05/), locksOn: null });
  const fresh = await d.post('/district/forms/trials', { definition: memberDefinition, period: PERIOD }).expect(200);
  expect(fresh.body).toMatchObject({
    differences: [],
    days: { opensOn: '2026-03-31', dueOn: '2026-04-08', locksOn: '2026-04-15' },
  });
  await d.put(at1, { definition, fromPeriod: '2026-04', reason: '改版' }, 1).expect(200);
  const { body } = await d.get(`${at1}/versions`).expect(200);
  expect(body.items.map((each: { reason: string; differences: [] }) => [each.reason, words(each.differences)])).toEqual(
    [
      ['改版', changed],
      ['新建', []],
    ],
  );
});

it('every submission is kept with its values, who handed it in, who decided and why it came back', async () => {
  const [a1, a, d] = [await house.as('a1.reporter'), await house.as('a.reviewer'), await house.as('d.viewer')];
  const id = await handedIn(a1, form, PERIOD);
  await a1.delete(`/form-returns/${id}/submission`).expect(204);
  const change = async (values: object, said: object = {}): Promise<void> => {
    const { version } = (await a1.get(`/form-returns/${id}`).expect(200)).body;
    await a1.put(`/form-returns/${id}`, { values, ...said }, version).expect(200);
  };
  await change({ members: '90', men: '50' }, { missing: { women: '未登记' }, words: { bothMake: '待核' } });
  await a1.post(`/form-returns/${id}/submission`).expect(201);
  await a.post(`/form-returns/${id}/return`, { reason: '请核对名册' }).expect(201);
  await change({ members: '95', women: '45', men: '50' });
  const read = async (door: Door, one = id) =>
    (await door.get(`/form-returns/${one}/submissions`).expect(200)).body.items;
  // what is being changed is nobody else's business: two submissions, not the present values
  const told = [
    {
      values: { members: '90', men: '50' },
      missing: { women: '未登记' },
      words: { bothMake: '待核' },
      outcome: 'returned',
      reason: '请核对名册',
    },
    { values: members, missing: {}, words: {}, outcome: 'takenBack', reason: null },
  ];
  expect(await read(a)).toMatchObject(told);
  await a1.post(`/form-returns/${id}/submission`).expect(201);
  expect((await read(a1))[0]).toMatchObject({ outcome: 'waiting', decidedBy: null, by: expect.any(String) });
  await a.post(`/form-returns/${id}/acceptance`).expect(201);
  const correction = await a1.post(`/form-returns/${id}/corrections`, { reason: '漏报五人' }).expect(201);
  const again = { values: { members: '100', women: '50', men: '50' } };
  await a1.put(`/form-returns/${correction.body.id}`, again, 1).expect(200);
  await a1.post(`/form-returns/${correction.body.id}/submission`).expect(201);
  const all = await read(d, correction.body.id);
  expect(all).toMatchObject([
    { ...again, returnId: correction.body.id, outcome: 'waiting' },
    { values: { members: '95', women: '45', men: '50' }, outcome: 'accepted', decidedBy: expect.any(String) },
    ...told,
  ]);
  // a sibling, and a return that was never handed in
  await (await house.as('a2.viewer')).get(`/form-returns/${id}/submissions`).expect(404);
  const b1 = await house.as('b1.reporter');
  const draft = await b1.post(`/forms/${form}/periods/${PERIOD}/returns`, { values: members }).expect(201);
  expect(await read(b1, draft.body.id)).toEqual([]);
  await d.get(`/form-returns/${draft.body.id}/submissions`).expect(404);
});

it('exceptions are listed by form and period, and say who may decide or take back', async () => {
  const a1 = await house.as('a1.reporter');
  const other = await memberForm(house, {}, { code: 'other' });
  const asked = { kind: 'exempt', reason: '新建社区尚无会员' };
  for (const one of [form, other]) await a1.post(`/forms/${one}/periods/${PERIOD}/exceptions`, asked).expect(201);
  const list = async (query: string): Promise<string[]> =>
    (await a1.get(`/form-exceptions?${query}`).expect(200)).body.items.map((each: { formId: string }) => each.formId);
  expect(await list(`formId=${form}`)).toEqual([form]);
  expect(await list(`formId=${form}&period=2026-04`)).toEqual([]);
  expect(await list(`period=${PERIOD}`)).toEqual([other, form]);
  await a1.get('/form-exceptions?period=March').expect(422);
  const d = await house.as('d.administrator');
  const { unions } = house.district;
  await d.post(`/forms/${form}/periods/${PERIOD}/exceptions`, { ...asked, unionId: unions.B1 }).expect(201);
  const deeds = async (who: string): Promise<unknown[]> =>
    (await (await house.as(who)).get(`/form-exceptions?formId=${form}`).expect(200)).body.items.map(
      (each: { unionName: string; deeds: string[] }) => [each.unionName, each.deeds],
    );
  // never who proposed it
  expect(await deeds('d.administrator')).toEqual([
    ['乙一社区工联会', ['withdraw']],
    ['甲一社区工联会', ['decide']],
  ]);
  expect(await deeds('a.administrator')).toEqual([['甲一社区工联会', []]]);
  expect(await deeds('a1.reporter')).toEqual([['甲一社区工联会', ['withdraw']]]);
  expect(await deeds('a1.viewer')).toEqual([['甲一社区工联会', []]]);
});

describe('a spreadsheet', () => {
  const path = () => `/intakes/forms/${form}/periods/${PERIOD}`;
  const bytesOf = (response: Response, done: (error: Error | null, body: Buffer) => void): void => {
    const parts: Buffer[] = [];
    const stream = response as unknown as NodeJS.ReadableStream;
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => done(null, Buffer.concat(parts)));
  };
  const blank = async (door: Door, period = PERIOD): Promise<Buffer> =>
    (await door.get(`/intakes/forms/${form}/periods/${period}/blank`).buffer(true).parse(bytesOf).expect(200)).body;
  type Fill = Readonly<Record<string, { value?: string | number; why?: string }>>;
  /** The sheet as it was downloaded, with some lines filled in. */
  const filled = async (file: Buffer, given: Fill): Promise<Buffer> => {
    const [sheet] = (await readXlsx(file)).sheets;
    const rows = (sheet?.rows ?? []).map((row) => {
      const { value, why } = given[String(row[0])] ?? {};
      return row.map((cell, no) =>
        no === 3 && value !== undefined ? value : no === 5 && why !== undefined ? why : cell,
      );
    });
    return Buffer.from(await writeXlsx({ sheets: [{ name: '报表', rows }] }));
  };
  const taken = async (door: Door, file: Buffer, query = ''): ReturnType<typeof ended> => {
    const { body } = await door.post(`${path()}/returns${query}`).attach('file', file, '报表.xlsx').expect(201);
    expect(body).toMatchObject({ kind: 'form', formId: form, period: PERIOD });
    return ended(door, body.id);
  };
  const why = (intake: object) => (intake as { failure: { zh: string } | null }).failure?.zh;
  const counted = (intake: object): number[] => COUNTED.map((key) => (intake as Record<string, number>)[key] ?? -1);
  const faults = async (door: Door, id: string): Promise<unknown[]> =>
    (await door.get(`/intakes/${id}/faults`).expect(200)).body.items.map((each: Record<string, unknown>) => [
      each['row'],
      each['column'],
      each['code'],
    ]);
  const own = async (): Promise<unknown[]> =>
    house.database.query('select given, missing, words, status, version from form_return');

  it('is made for one union, form and period: units, limits, stars, what stands already and what was given before', async () => {
    const a1 = await house.as('a1.reporter');
    await a1.post(`/forms/${form}/periods/${PERIOD}/returns`, {
      values: { members: '100' },
      words: { bothMake: '待核' },
    });
    const answer = await a1.get(`${path()}/blank`).buffer(true).parse(bytesOf).expect(200);
    expect(answer.headers['content-disposition']).toContain(
      encodeURIComponent('会员统计月报2026年3月（甲一社区工联会）.xlsx'),
    );
    const [sheet, notes] = (await readXlsx(answer.body)).sheets;
    expect(sheet?.rows.slice(2, 5).map((row) => row.slice(0, 6))).toEqual([
      ['代码', '指标项*', '计量单位', '本期数*', '上期数', '缺报原因或情况说明'],
      ['members', '会员人数*', '人', 100, null, null],
      ['women', '女会员人数*', '人', null, null, null],
    ]);
    expect(sheet?.rows[8]?.slice(0, 6)).toEqual([
      ...['words.bothMake', '情况说明：“男会员人数”+“女会员人数”=“会员人数”', null, null, null, '待核'],
    ]);
    expect(sheet?.dataValidations?.find(({ range }) => range.startsWith('D8'))).toMatchObject({
      ...{ type: 'decimal', operator: 'between', formula1: '0', formula2: '100' },
    });
    expect(notes?.rows.flat().join()).toContain('确实没有的填 0');
    await handedIn(await house.as('a2.reporter'), form, PERIOD);
    at('2026-05-06');
    const next = (await readXlsx(await blank(await house.as('a2.reporter'), '2026-04'))).sheets[0];
    expect(next?.rows[3]?.slice(3, 5)).toEqual([null, 100]);
  });

  it('changes nothing when tried, is kept as a draft once, and the second time changes nothing', async () => {
    const a1 = await house.as('a1.reporter');
    const file = await filled(await blank(a1), {
      members: { value: 100 },
      women: { why: '名册未分性别' },
      fees: { value: '1,500.50元' },
    });
    const tried = await taken(a1, file, '?dryRun=true');
    expect(counted(tried)).toEqual([3, 0, 5, 0]);
    expect(await own()).toEqual([]);
    expect(counted(await taken(a1, file))).toEqual([3, 0, 5, 0]);
    const kept = {
      given: { members: '100', fees: '1500.5' },
      missing: { women: '名册未分性别' },
      ...{ words: {}, status: 'draft', version: 1 },
    };
    expect(await own()).toEqual([kept]);
    expect(counted(await taken(a1, file))).toEqual([0, 0, 8, 0]);
    expect(await own()).toEqual([kept]);
    // an empty cell says nothing; a number takes the place of a reason
    const more = await filled(await blank(a1), { members: { value: '' }, women: { value: 40, why: '' } });
    expect(counted(await taken(a1, more))).toEqual([0, 1, 7, 0]);
    expect(await own()).toMatchObject([{ given: { members: '100', women: '40' }, missing: {}, version: 2 }]);
  });

  it('is handed in as by hand, says at its line what stands against it, and then changes nothing any more', async () => {
    const [a1, a] = [await house.as('a1.reporter'), await house.as('a.reviewer')];
    const wrong = await filled(await blank(a1), { members: { value: 100 }, women: { value: 101 }, men: { value: 5 } });
    const refused = await taken(a1, wrong, '?submit=true');
    expect(counted(refused)).toEqual([0, 0, 6, 2]);
    expect(await faults(a1, refused.id)).toEqual([
      [5, '本期数', 'return.part'],
      [9, '缺报原因或情况说明', 'return.sum'],
    ]);
    expect(await own()).toEqual([]);
    const right = await filled(await blank(a1), {
      ...{ members: { value: 100 }, women: { value: 40 }, men: { value: 55 } },
      'words.bothMake': { why: '五人性别未登记' },
    });
    expect(counted(await taken(a1, right, '?submit=true&dryRun=true'))).toEqual([4, 0, 4, 0]);
    expect(await own()).toEqual([]);
    expect(counted(await taken(a1, right, '?submit=true'))).toEqual([4, 0, 4, 0]);
    expect(await own()).toMatchObject([{ status: 'submitted', words: { bothMake: '五人性别未登记' } }]);
    const told = () => house.database.query(`select 1 from outbox_message where name = 'return.submitted'`);
    expect(await told()).toHaveLength(1);
    expect(counted(await taken(a1, right, '?submit=true'))).toEqual([0, 0, 8, 0]);
    expect(await told()).toHaveLength(1);
    const other = await filled(right, { men: { value: 60 } });
    const late = await taken(a1, other);
    expect([late.status, why(late)]).toEqual(['failed', expect.stringContaining('请先收回')]);
    const [{ id }] = await house.database.query('select id from form_return');
    await a.post(`/form-returns/${id}/acceptance`).expect(201);
    expect(why(await taken(a1, other))).toContain('请先办理更正');
    expect(await own()).toMatchObject([{ given: { members: '100', women: '40', men: '55' }, status: 'accepted' }]);
  });

  it('says line by line what is wrong, takes nothing of it, and refuses the file of another form, period or union', async () => {
    const a1 = await house.as('a1.reporter');
    const [sheet] = (await readXlsx(await blank(a1))).sheets;
    const wrong = await filled(await blank(a1), {
      members: { value: '一百' },
      women: { value: -1, why: '说明' },
      fees: { value: 1.234 },
      rate: { value: 100.1 },
      'words.bothMake': { value: 3 },
    });
    const [rows] = [(await readXlsx(wrong)).sheets[0]?.rows ?? []];
    rows.push(
      ['members', '会员人数', '人', 3],
      ['nothing', '没有的项', '人', 3],
      [null, '填报人：', null, null, null, '王芳'],
    );
    const intake = await taken(a1, Buffer.from(await writeXlsx({ sheets: [{ name: '报表', rows }] })));
    expect(counted(intake).at(-1)).toBe(8);
    expect(await faults(a1, intake.id)).toEqual([
      [4, '本期数', 'quantity'],
      [5, '本期数', 'quantity'],
      [7, '本期数', 'quantity'],
      [8, '本期数', 'quantity'],
      [9, '本期数', 'return.onlyWords'],
      [13, null, 'intake.twice'],
      [14, '指标项', 'return.unknownLine'],
      [15, '指标项', 'return.unknownLine'],
    ]);
    expect(await own()).toEqual([]);
    // by its name where somebody made a list of his own
    const csv = Buffer.from('指标项,本期数\r\n会员人数,7\r\n女会员人数*,3\r\n');
    const { body } = await a1.post(`${path()}/returns`).attach('file', csv, '报表.csv').expect(201);
    expect(counted(await ended(a1, body.id))).toEqual([2, 0, 0, 0]);
    const a2 = await house.as('a2.reporter');
    const others = await taken(a2, await filled(await blank(a1), {}));
    expect([others.status, why(others)]).toEqual(['failed', expect.stringContaining('members/2026-03/A1')]);
    const long = Array.from({ length: 500 }, () => ['x', 1]);
    const heap = Buffer.from(await writeXlsx({ sheets: [{ name: '表', rows: [['指标项', '本期数'], ...long] }] }));
    expect(why(await taken(a2, heap))).toContain('行数');
    expect(sheet?.rows[0]?.[0]).toBe('会员统计月报　2026年3月');
  });

  it('is not taken where nothing may be filled in: not owed, locked, or by who only reads', async () => {
    const file = Buffer.from('指标项,本期数\r\n会员人数,7\r\n');
    const send = (door: Door) => door.post(`${path()}/returns`).attach('file', file, '报表.csv');
    expect((await send(await house.as('a.administrator')).expect(409)).body.code).toBe('return.notOwed');
    await send(await house.as('a1.viewer')).expect(403);
    at('2026-04-30');
    expect((await send(await house.as('a1.reporter')).expect(409)).body.code).toBe('formPeriod.locked');
  });
});
