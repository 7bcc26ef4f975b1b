/** Statistical forms (统计报表): what is asked, the course of a return, counts that add up, locks and exceptions. */
import request from 'supertest';
import { FormClock } from '../../src/form/form-clock.service';
import { formFigures } from '../../src/form/standing/form-figures';
import { handedIn, memberCells, memberDefinition, memberForm, members } from '../support/form';
import { PASSWORD } from '../support/district';
import { House, openDoor } from '../support/house';

let house: House;
const at = (day: string, time = '02:00'): void => house.clock.set(new Date(`${day}T${time}:00Z`));
const tick = (): Promise<number> => house.app.get(FormClock).tick();
/** Counts of a union: expected, on time, late, missing, exempted. */
const counts = async (form: string, period: string, who = 'd.viewer', query = ''): Promise<number[]> => {
  const { body } = await (await house.as(who)).get(`/forms/${form}/periods/${period}/counts${query}`).expect(200);
  for (const each of [body, ...body.branches])
    expect(each.expected).toBe(each.onTime + each.late + each.missing + each.exempted);
  const sum = body.branches.reduce((all: number, each: { expected: number }) => all + each.expected, 0);
  expect(sum).toBe(body.expected);
  return [body.expected, body.onTime, body.late, body.missing, body.exempted];
};

beforeEach(async () => {
  house = await House.open();
  at('2026-03-20');
});
afterEach(() => house.close());

describe('the form', () => {
  it('a definition is refused with all that is wrong in it, by place', async () => {
    const d = await house.as('d.administrator');
    const definition = {
      ...memberDefinition,
      cells: [...memberCells, { ...memberCells[0], min: '5', max: '1' }, { ...memberCells[3], key: 'x', min: '0.001' }],
      rules: [
        { key: 'a', kind: 'part', severity: 'hard', part: 'women' },
        { key: 'b', kind: 'sum', severity: 'soft', parts: ['men', 'nobody'], whole: 'fees' },
        { key: 'c', kind: 'change', severity: 'hard', cell: 'members', percent: '30', part: 'men' },
      ],
      owedBy: { tiers: [], under: [house.district.unions.A], unions: [] },
      moments: { opensAfter: 3, dueAfter: 2, locksAfter: 1 },
    };
    const { body } = await d.post('/district/forms/trials', { definition }).expect(422);
    expect(body.errors.map(({ field }: { field: string }) => field).toSorted()).toEqual([
      'definition.cells[5].key',
      'definition.cells[5].max',
      'definition.cells[6].min',
      'definition.moments.dueAfter',
      'definition.moments.locksAfter',
      'definition.owedBy.tiers',
      'definition.owedBy.under',
      'definition.rules[0].whole',
      'definition.rules[1].parts[1]',
      'definition.rules[1].whole',
      'definition.rules[2].part',
      'definition.rules[2].severity',
    ]);
    const strange = { ...memberDefinition.owedBy, unions: ['0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d'] };
    const unknown = await d.post('/district/forms/trials', { definition: { ...memberDefinition, owedBy: strange } });
    expect(unknown.body.errors).toMatchObject([{ field: 'definition.owedBy.unions', code: 'form.union' }]);
    const tried = await d.post('/district/forms/trials', { definition: memberDefinition }).expect(200);
    expect(tried.body.owing).toBe(3);
  });

  it('another version holds from a period that is not locked; a return keeps the form it was made with', async () => {
    const [d, a1] = [await house.as('d.administrator'), await house.as('a1.reporter')];
    const form = await memberForm(house);
    at('2026-04-01');
    const old = await a1.post(`/forms/${form}/periods/2026-03/returns`, { values: members }).expect(201);
    const cells = [...memberCells, { ...memberCells[2], key: 'youths', name: '青年会员' }];
    const definition = { ...memberDefinition, cells };
    const at1 = `/district/forms/${form}`;
    await d.put(at1, { definition, fromPeriod: '2026-04', reason: '增加青年' }, 2).expect(412);
    const kinds = { definition, fromPeriod: '2026Q2', reason: '增加青年' };
    expect((await d.put(at1, kinds, 1).expect(422)).body.code).toBe('form.periodKind');
    const turned = { ...memberDefinition, cells: memberCells.map((cell) => ({ ...cell, kind: 'decimal' })) };
    const refused = await d.put(at1, { definition: turned, fromPeriod: '2026-04', reason: '改' }, 1).expect(422);
    expect(refused.body.errors[0]).toMatchObject({ field: 'definition.cells[0].kind', code: 'form.kindChanged' });
    await d.put(at1, { definition, fromPeriod: '2026-04', reason: '增加青年' }, 1).expect(200);
    expect((await d.put(at1, { definition, fromPeriod: '2026-04', reason: '同' }, 2).expect(409)).body.code).toBe(
      'form.unchanged',
    );
    const early = { definition: memberDefinition, fromPeriod: '2026-03', reason: '早' };
    expect((await d.put(at1, early, 2).expect(422)).body.code).toBe('form.beforeEarlier');
    expect((await d.get(`/forms/${form}/periods/2026-03`).expect(200)).body.version).toBe(1);
    expect((await d.get(`/forms/${form}/periods/2026-04`).expect(200)).body.version).toBe(2);
    expect((await a1.get(`/form-returns/${old.body.id}`).expect(200)).body.definition.cells).toHaveLength(5);
    at('2026-04-30');
    const late = { definition: memberDefinition, fromPeriod: '2026-04', reason: '撤' };
    await d.put(at1, late, 2).expect(200);
    at('2026-06-01');
    expect((await d.put(at1, { ...late, definition, reason: '又' }, 3).expect(422)).body.code).toBe(
      'form.lockedPeriod',
    );
    const created = { code: 'x', periodKind: 'month', firstPeriod: '2026-03', definition, reason: '补' };
    expect((await d.post('/district/forms', created).expect(422)).body.code).toBe('form.lockedPeriod');
  });

  it('is retired after a period, which nothing locked lies beyond, and taken up again while nothing since is locked', async () => {
    const d = await house.as('d.administrator');
    const form = await memberForm(house);
    at('2026-04-20');
    await tick();
    const retire = (lastPeriod: string) => d.post(`/district/forms/${form}/retirement`, { lastPeriod, reason: '合并' });
    expect((await retire('2026-02').expect(422)).body.code).toBe('form.lastTooEarly');
    await retire('2026-03').expect(201);
    await retire('2026-04').expect(409);
    await d.get(`/forms/${form}/periods/2026-04`).expect(404);
    expect((await d.get('/forms').expect(200)).body.items).toEqual([]);
    expect((await d.get('/forms?retired=true').expect(200)).body.items).toMatchObject([{ lastPeriod: '2026-03' }]);
    await d.delete(`/district/forms/${form}/retirement`).expect(204);
    await d.get(`/forms/${form}/periods/2026-04`).expect(200);
    await retire('2026-03').expect(201);
    at('2026-05-25');
    expect((await d.delete(`/district/forms/${form}/retirement`).expect(409)).body.code).toBe('form.periodsLost');
  });
});

describe('the course of a return', () => {
  it('goes up to the tier above, comes back with a reason, is accepted by another, and keeps every value it had', async () => {
    const form = await memberForm(house);
    const [a1, a, d] = [await house.as('a1.reporter'), await house.as('a.reviewer'), await house.as('d.reviewer')];
    const begin = (who = a1) => who.post(`/forms/${form}/periods/2026-03/returns`, { values: members });
    expect((await begin().expect(409)).body.code).toBe('formPeriod.notOpen');
    at('2026-03-31');
    expect((await begin(await house.as('a.reporter')).expect(409)).body.code).toBe('return.notOwed');
    const { body: draft } = await begin().expect(201);
    expect((await begin().expect(409)).body.code).toBe('return.begun');
    const one = `/form-returns/${draft.id}`;
    for (const door of [a, d, await house.as('a2.reporter')]) await door.get(one).expect(404);
    await a1.put(one, { values: { ...members, women: '101' } }, 2).expect(412);
    await a1.put(one, { values: { ...members, women: '101', men: null } }, 1).expect(200);
    const wrong = await a1.post(`${one}/submission`).expect(422);
    expect(wrong.body.errors).toMatchObject([{ field: 'values.women', code: 'return.part' }]);
    await a1.put(one, { values: { ...members, women: 45 } }, 2).expect(200);
    const word = await a1.post(`${one}/submission`).expect(422);
    expect(word.body.errors).toMatchObject([{ field: 'words.bothMake', code: 'return.sum' }]);
    await a1.put(one, { values: { ...members, women: 45 }, words: { bothMake: '五人性别未登记' } }, 3).expect(200);
    const { body: sent } = await a1.post(`${one}/submission`).expect(201);
    expect(sent).toMatchObject({ status: 'submitted', timeliness: 'on_time', deeds: ['takeBack', 'withdraw'] });
    expect(sent.findings).toMatchObject([{ kind: 'sum', key: 'bothMake', severity: 'soft', said: '五人性别未登记' }]);
    await d.post(`${one}/acceptance`).expect(404);
    await a.post(`${one}/return`, { reason: '请核对' }).expect(201);
    await a1.put(one, { values: { members: '100', women: '40', men: '60', fees: '0' } }, 6).expect(200);
    // half changed: those above still read what was handed in
    const { body: half } = await a.get(one).expect(200);
    expect(half).toMatchObject({ status: 'returned', values: { women: '45' }, words: { bothMake: '五人性别未登记' } });
    expect(half.findings).toMatchObject([{ kind: 'sum', key: 'bothMake' }]);
    expect(half.steps.map(({ kind }: { kind: string }) => kind).at(-1)).toBe('returned');
    const sheet = await (
      await house.as('d.viewer')
    )
      .get(`/forms/${form}/periods/2026-03/export?format=csv`)
      .expect(200);
    expect(sheet.text).toContain('已退回');
    expect(sheet.text).not.toMatch(/,(40|45),/);
    expect((await a1.get(one).expect(200)).body).toMatchObject({ values: { women: '40' }, findings: [] });
    await a1.post(`${one}/submission`).expect(201);
    const { body } = await a.post(`${one}/acceptance`).expect(201);
    expect(body).toMatchObject({ status: 'accepted', values: { fees: '0' }, findings: [] });
    expect(body.steps.map(({ kind, changes }: Record<string, unknown>) => [kind, changes])).toEqual([
      ['begun', { members: [null, '100'], women: [null, '40'], men: [null, '60'] }],
      ['changed', { women: ['40', '101'], men: ['60', null] }],
      ['changed', { women: ['101', '45'], men: [null, '60'] }],
      ['changed', { 'words.bothMake': [null, '五人性别未登记'] }],
      ['submitted', null],
      ['returned', null],
      ['changed', { women: ['45', '40'], fees: [null, '0'], 'words.bothMake': ['五人性别未登记', null] }],
      ['submitted', null],
      ['accepted', null],
    ]);
    await house.settled();
    const feed = await d.get('/platform/feed').expect(200);
    expect(feed.body.items[0]).toMatchObject({ text: '甲一社区工联会的“会员统计月报”2026年3月报表审核通过' });
  });

  it('a correction takes its place once it is accepted, and the figures stand until then', async () => {
    const owedBy = { tiers: ['subdistrict', 'community'], under: [], unions: [] };
    const form = await memberForm(house, { owedBy });
    at('2026-04-01');
    const a1 = await house.as('a1.reporter');
    const id = await handedIn(a1, form, '2026-03');
    await (await house.as('a.administrator')).post(`/form-returns/${id}/acceptance`).expect(201);
    const { body } = await a1.post(`/form-returns/${id}/corrections`, { reason: '少计一人' }).expect(201);
    await a1.post(`/form-returns/${id}/corrections`, { reason: '又' }).expect(409);
    await a1.put(`/form-returns/${body.id}`, { values: { ...members, men: '61', members: '101' } }, 1).expect(200);
    at('2026-04-10');
    const sent = await a1.post(`/form-returns/${body.id}/submission`).expect(201);
    // it reported on time, whenever it corrects
    expect(sent.body.timeliness).toBe('on_time');
    const d = await house.as('d.administrator');
    const sums = async () => (await d.get(`/forms/${form}/periods/2026-03/totals`).expect(200)).body.sums[0];
    expect(await sums()).toMatchObject({ sum: '100', given: 1 });
    await (await house.as('a.reviewer')).post(`/form-returns/${body.id}/acceptance`).expect(201);
    expect(await sums()).toMatchObject({ sum: '101', given: 1 });
    expect((await a1.get(`/form-returns/${id}`).expect(200)).body.status).toBe('corrected');
    const above = await handedIn(await house.as('a.reporter'), form, '2026-03');
    await (await house.as('a.reviewer')).post(`/form-returns/${above}/acceptance`).expect(404);
    await d.post(`/form-returns/${above}/acceptance`).expect(201);
  });

  it('an officer who goes to the tier above does not accept what he filled in himself', async () => {
    const form = await memberForm(house);
    at('2026-04-01');
    const id = await handedIn(await house.as('a1.administrator'), form, '2026-03');
    const { A, A1 } = house.district.unions;
    const root = await house.as('d.system_administrator');
    const { body } = await root.get(`/officers?unionId=${A1}`).expect(200);
    const officer = body.items.find(({ account }: { account: string }) => account === 'a1.administrator');
    const { body: moving } = await root.patch(`/officers/${officer.id}`, { unionId: A }, officer.version).expect(200);
    const rights = await house.as('d.security_administrator');
    await rights.put(`/officers/${officer.id}/role`, { role: 'administrator' }, moving.version).expect(200);
    const session = await request(house.url)
      .post('/api/v1/session')
      .send({ account: 'a1.administrator', password: PASSWORD });
    const moved = openDoor(house.url, session.body.token);
    for (const [deed, words] of [
      ['acceptance', undefined],
      ['return', { reason: '重报' }],
    ] as const)
      expect((await moved.post(`/form-returns/${id}/${deed}`, words).expect(409)).body.code).toBe('return.own');
    expect((await moved.get(`/form-returns/${id}`).expect(200)).body.deeds).toEqual([]);
    await (await house.as('a.reviewer')).post(`/form-returns/${id}/acceptance`).expect(201);
  });

  it('zero is a value, and what is left out stays missing, with a reason where one is asked for', async () => {
    const form = await memberForm(house);
    at('2026-04-01');
    const a1 = await house.as('a1.reporter');
    const begun = await a1.post(`/forms/${form}/periods/2026-03/returns`, { values: { members: 0 } }).expect(201);
    const one = `/form-returns/${begun.body.id}`;
    const bare = await a1.post(`${one}/submission`).expect(422);
    expect(bare.body.errors).toMatchObject([{ field: 'missing.women', code: 'return.missing' }]);
    for (const [given, field] of [
      [{ values: { nobody: 1 } }, 'values.nobody'],
      [{ values: { members: '1.5' } }, 'values.members'],
      [{ values: { rate: '100.1' } }, 'values.rate'],
      [{ values: { members: 1 }, missing: { members: '停产' } }, 'missing.members'],
      [{ values: {}, words: { nobody: '?' } }, 'words.nobody'],
    ] as const)
      expect((await a1.put(one, given, 1).expect(422)).body.errors).toMatchObject([{ field }]);
    await a1.put(one, { values: { members: 0 }, missing: { women: '名册遗失' } }, 1).expect(200);
    await a1.post(`${one}/submission`).expect(201);
    await (await house.as('a.reviewer')).post(`${one}/acceptance`).expect(201);
    const { body } = await (await house.as('d.viewer')).get(`/forms/${form}/periods/2026-03/totals`).expect(200);
    expect(body.sums.slice(0, 2)).toEqual([
      { cell: 'members', sum: '0', given: 1, pending: null },
      { cell: 'women', sum: null, given: 0, pending: null },
    ]);
  });

  it('a change beyond the limit asks for a word, and a value unlike the own last periods is marked, never refused', async () => {
    at('2026-01-05');
    const form = await memberForm(house, { rules: memberDefinition.rules.slice(2) }, { firstPeriod: '2026-01' });
    const a1 = await house.as('a1.reporter');
    const given = ['100', '102', '98', '101', '103'];
    for (const [no, value] of given.entries()) {
      at(`2026-0${no + 2}-01`);
      await handedIn(a1, form, `2026-0${no + 1}`, { members: value, women: '40' });
    }
    at('2026-07-01');
    const next = await a1.post(`/forms/${form}/periods/2026-06/returns`, { values: { members: 130, women: 40 } });
    expect(next.body).toMatchObject({ before: { members: '103' }, findings: [{ kind: 'outlier', severity: 'mark' }] });
    const one = `/form-returns/${next.body.id}`;
    await a1.put(one, { values: { members: '140', women: '40' } }, 1).expect(200);
    const asked = await a1.post(`${one}/submission`).expect(422);
    expect(asked.body.errors).toMatchObject([{ field: 'words.membersMoved', code: 'return.change' }]);
    expect(asked.body.errors[0].message).toContain('由上期 103 变为 140');
    const words = { membersMoved: '新建两家企业工会' };
    await a1.put(one, { values: { members: '140', women: '40' }, words }, 2).expect(200);
    const sent = await a1.post(`${one}/submission`).expect(201);
    expect(sent.body.findings.map(({ kind }: { kind: string }) => kind)).toEqual(['change', 'outlier']);
    const listed = await (await house.as('a.viewer')).get(`/forms/${form}/periods/2026-06/unions`).expect(200);
    expect(listed.body.items.find(({ status }: { status: string }) => status !== null)).toMatchObject({ marks: 2 });
  });
});

describe('counts', () => {
  it('add up at every union, a returned one is missing again, and late is not missing', async () => {
    const form = await memberForm(house);
    const doors = {
      a1: await house.as('a1.reporter'),
      a2: await house.as('a2.reporter'),
      b1: await house.as('b1.reporter'),
    };
    at('2026-04-01');
    expect(await counts(form, '2026-03')).toEqual([3, 0, 0, 3, 0]);
    const first = await handedIn(doors.a1, form, '2026-03');
    // the fifth working day: 6 April is a holiday
    at('2026-04-08', '15:59');
    await handedIn(doors.a2, form, '2026-03');
    at('2026-04-08', '16:01');
    await handedIn(doors.b1, form, '2026-03');
    expect(await counts(form, '2026-03')).toEqual([3, 2, 1, 0, 0]);
    expect(await counts(form, '2026-03', 'a.viewer')).toEqual([2, 2, 0, 0, 0]);
    expect(await counts(form, '2026-03', 'b1.viewer')).toEqual([1, 0, 1, 0, 0]);
    await (await house.as('a.reviewer')).post(`/form-returns/${first}/return`, { reason: '重报' }).expect(201);
    expect(await counts(form, '2026-03')).toEqual([3, 1, 1, 1, 0]);
    await doors.a1.post(`/form-returns/${first}/submission`).expect(201);
    expect(await counts(form, '2026-03')).toEqual([3, 1, 2, 0, 0]);
    const list = await (
      await house.as('d.viewer')
    )
      .get(`/forms/${form}/periods/2026-03/unions?standing=late`)
      .expect(200);
    expect(list.body).toMatchObject({
      total: 2,
      items: [{ unionName: '甲一社区工联会', aboveName: '甲街道总工会' }, {}],
    });
    await (
      await house.as('a.viewer')
    )
      .get(`/forms/${form}/periods/2026-03/counts?unionId=${house.district.unions.B}`)
      .expect(404);
  });

  it('are those of the tree on the last day of the period, however it moves afterwards', async () => {
    const form = await memberForm(house);
    const root = await house.as('d.system_administrator');
    const { A, A2, B, B1 } = house.district.unions;
    at('2026-04-02');
    const move = { parentId: B, since: '2026-04-01', reason: '调整' };
    await root.put(`/unions/${A2}/placement`, move, 1).expect(200);
    await root.post('/unions', { parentId: A, code: 'A9', name: '甲九', openedOn: '2026-04-01' }).expect(201);
    await root.put(`/unions/${B1}/closure`, { closedOn: '2026-04-01', reason: '撤并' }, 1).expect(200);
    expect(await counts(form, '2026-03')).toEqual([3, 0, 0, 3, 0]);
    expect(await counts(form, '2026-03', 'a.viewer')).toEqual([2, 0, 0, 2, 0]);
    expect(await counts(form, '2026-04', 'a.viewer')).toEqual([2, 0, 0, 2, 0]);
    expect(await counts(form, '2026-04', 'b.viewer')).toEqual([1, 0, 0, 1, 0]);
    // what belongs to March goes to who stood above in March
    const id = await handedIn(await house.as('a2.reporter'), form, '2026-03');
    await (await house.as('b.reviewer')).post(`/form-returns/${id}/acceptance`).expect(404);
    await (await house.as('a.reviewer')).post(`/form-returns/${id}/acceptance`).expect(201);
    expect(await counts(form, '2026-03', 'a.viewer')).toEqual([2, 1, 0, 1, 0]);
  });

  it('only what lies in a subtree, or is named, owes it', async () => {
    const { A, B } = house.district.unions;
    const form = await memberForm(house, { owedBy: { tiers: ['community'], under: [A], unions: [B] } });
    expect(await counts(form, '2026-03')).toEqual([3, 0, 0, 3, 0]);
    const { body } = await (await house.as('d.viewer')).get(`/forms/${form}/periods/2026-03/unions`).expect(200);
    expect(body.items.map(({ unionName }: { unionName: string }) => unionName).toSorted()).toEqual(
      ['乙街道总工会', '甲一社区工联会', '甲二社区工联会'].toSorted(),
    );
  });
});

describe('sums', () => {
  it('are Σ over accepted returns at each level, exact, with what is missing beside them; percentages do not add up', async () => {
    const form = await memberForm(house, { rules: [] });
    at('2026-04-01');
    const given = { a1: '0.1', a2: '0.2', b1: '0.3' };
    const ids: Record<string, string> = {};
    for (const [who, fees] of Object.entries(given))
      ids[who] = await handedIn(await house.as(`${who}.reporter`), form, '2026-03', { ...members, fees, rate: '90' });
    const ask = async (who = 'd.viewer', query = '') =>
      (await (await house.as(who)).get(`/forms/${form}/periods/2026-03/totals${query}`).expect(200)).body;
    expect(await ask()).toMatchObject({
      counts: { expected: 3, onTime: 3 },
      lacking: { unions: 3, waiting: 3, names: ['甲一社区工联会', '甲二社区工联会', '乙一社区工联会'] },
    });
    await (await house.as('a.reviewer')).post(`/form-returns/${ids['a1']}/acceptance`).expect(201);
    await (await house.as('b.reviewer')).post(`/form-returns/${ids['b1']}/acceptance`).expect(201);
    const body = await ask();
    expect(body.sums).toEqual([
      { cell: 'members', sum: '200', given: 2, pending: '100' },
      { cell: 'women', sum: '80', given: 2, pending: '40' },
      { cell: 'men', sum: '120', given: 2, pending: '60' },
      { cell: 'fees', sum: '0.4', given: 2, pending: '0.2' },
      { cell: 'rate', sum: null, given: 2, pending: null },
    ]);
    expect(body.lacking).toEqual({ unions: 1, waiting: 1, names: ['甲二社区工联会'] });
    expect(body.branches).toMatchObject([
      { unionName: '甲街道总工会', lacking: 1, sums: [{ sum: '100' }, {}, {}, { sum: '0.1' }, {}] },
      { unionName: '乙街道总工会', lacking: 0, sums: [{ sum: '100' }, {}, {}, { sum: '0.3' }, {}] },
    ]);
    expect((await ask('a.viewer')).sums[0]).toMatchObject({ sum: '100', pending: '100' });
    const { manager } = house.database;
    const { id } = house.district;
    const asked = { formId: form, period: '2026-03' };
    const figures = await formFigures(manager, id, house.district.unions.A, asked);
    expect(figures).toMatchObject({
      owing: 2,
      lacking: 1,
      figures: [{ cell: 'members', sum: '100', given: 1 }, {}, {}, {}, {}],
    });
    expect((await formFigures(manager, id, id, asked)).figures[3]).toMatchObject({ cell: 'fees', sum: '0.4' });
    const none = await formFigures(manager, id, id, { ...asked, period: '2026-04' });
    expect(none).toMatchObject({ owing: 3, lacking: 3, figures: [{ sum: null, given: 0 }, {}, {}, {}, {}] });
    await expect(formFigures(manager, id, id, { ...asked, period: '2026Q1' })).rejects.toThrow('notFound');
  });
});

describe('a lock', () => {
  const reopen = { kind: 'reopen', reason: '经办人住院', until: '2026-04-20' };

  it('holds against everybody, says why and who may except it, and is opened for one union by two persons', async () => {
    const form = await memberForm(house);
    const [a1, a, d] = [await house.as('a1.reporter'), await house.as('a.reviewer'), await house.as('d.administrator')];
    at('2026-04-01');
    const id = await handedIn(a1, form, '2026-03');
    const draft = await (
      await house.as('a2.reporter')
    ).post(`/forms/${form}/periods/2026-03/returns`, { values: members });
    at('2026-04-15', '15:59');
    await tick();
    expect((await d.get(`/forms/${form}/periods/2026-03`).expect(200)).body.stage).toBe('overdue');
    at('2026-04-15', '16:00');
    for (const [door, path, body] of [
      [await house.as('a2.reporter'), `/form-returns/${draft.body.id}/submission`, undefined],
      [a1, `/form-returns/${id}/corrections`, { reason: '改' }],
      [a, `/form-returns/${id}/acceptance`, undefined],
      [a, `/form-returns/${id}/return`, { reason: '退' }],
      [await house.as('b1.administrator'), `/forms/${form}/periods/2026-03/returns`, { values: members }],
    ] as const) {
      const refused = await door.post(path, body).expect(409);
      expect([path, refused.body.code]).toEqual([path, 'formPeriod.locked']);
      expect(refused.body.detail).toContain('2026-04-15');
      expect(refused.body.detail).toContain('另一名管理员批准');
    }
    expect((await a.get(`/form-returns/${id}`).expect(200)).body.deeds).toEqual([]);
    await tick();
    await tick();
    const told = await house.database.query(`select body from outbox_message where name = 'formPeriod.locked'`);
    expect(told.map(({ body }: { body: object }) => body)).toMatchObject([
      { label: '2026年3月', counts: { expected: 3, onTime: 1, late: 0, missing: 2, exempted: 0 } },
    ]);
    const path = `/forms/${form}/periods/2026-03/exceptions`;
    expect((await a1.post(path, { kind: 'reopen', reason: '经办人住院' }).expect(422)).body.code).toBe(
      'formException.until',
    );
    await a1.post(path, { ...reopen, unionId: house.district.unions.B1 }).expect(404);
    const asked = await a1.post(path, reopen).expect(201);
    expect((await a1.post(path, reopen).expect(409)).body.code).toBe('formException.open');
    const decide = (who: typeof d, one = asked.body.id) =>
      who.post(`/district/form-exceptions/${one}/decision`, { outcome: 'approved', reason: '属实' });
    await decide(await house.as('a.administrator')).expect(403);
    await decide(d).expect(201);
    await decide(d).expect(409);
    await a.post(`/form-returns/${id}/acceptance`).expect(201);
    // for this union alone
    await (await house.as('a2.reporter')).post(`/form-returns/${draft.body.id}/submission`).expect(409);
    const own = await d.post(path, { ...reopen, unionId: house.district.unions.A2 }).expect(201);
    expect((await decide(d, own.body.id).expect(409)).body.code).toBe('formException.own');
    at('2026-04-21');
    expect((await a1.post(`/form-returns/${id}/corrections`, { reason: '改' }).expect(409)).body.code).toBe(
      'formPeriod.locked',
    );
  });

  it('keeps who owed it, whatever is said of the past afterwards', async () => {
    const form = await memberForm(house);
    at('2026-04-20');
    await tick();
    const root = await house.as('d.system_administrator');
    const { A2, B } = house.district.unions;
    await root.put(`/unions/${A2}/placement`, { parentId: B, since: '2026-03-15', reason: '补记' }, 1).expect(200);
    expect(await counts(form, '2026-03', 'a.viewer')).toEqual([2, 0, 0, 2, 0]);
    expect(await counts(form, '2026-04', 'a.viewer')).toEqual([1, 0, 0, 1, 0]);
    const calendar = { working: false, reason: '调休' };
    await root.put('/calendar/2026-04-13', calendar).expect(200);
    expect((await root.get('/calendar').expect(200)).body.items.length).toBeGreaterThan(0);
    const { body } = await (await house.as('d.viewer')).get(`/forms/${form}/periods/2026-03`).expect(200);
    expect(body).toMatchObject({ dueOn: '2026-04-08', locksOn: '2026-04-15', stage: 'locked' });
  });

  it('an exemption takes a union out of what is missing, and a later reopening puts it back', async () => {
    const form = await memberForm(house);
    at('2026-04-01');
    const [b1, d] = [await house.as('b1.reporter'), await house.as('d.administrator')];
    const path = `/forms/${form}/periods/2026-03/exceptions`;
    const exempt = { kind: 'exempt', reason: '新建社区尚无会员' };
    expect((await b1.post(path, reopen).expect(409)).body.code).toBe('formException.notLocked');
    const { body } = await b1.post(path, exempt).expect(201);
    expect((await d.get('/form-exceptions?status=proposed').expect(200)).body.items).toMatchObject([{ id: body.id }]);
    expect((await (await house.as('a.viewer')).get('/form-exceptions').expect(200)).body.total).toBe(0);
    const decide = (id: string, outcome = 'approved') =>
      d.post(`/district/form-exceptions/${id}/decision`, { outcome, reason: '属实' }).expect(201);
    await decide(body.id);
    expect(await counts(form, '2026-03')).toEqual([3, 0, 0, 2, 1]);
    const refused = await b1.post(`/forms/${form}/periods/2026-03/returns`, { values: members }).expect(409);
    expect(refused.body.code).toBe('return.exempted');
    const again = await b1.post(path, reopen).expect(201);
    await decide(again.body.id);
    await handedIn(b1, form, '2026-03');
    expect(await counts(form, '2026-03')).toEqual([3, 1, 0, 2, 0]);
    expect((await b1.post(path, exempt).expect(409)).body.code).toBe('formException.received');
    expect((await d.get(`/form-exceptions/${body.id}`).expect(200)).body.status).toBe('lifted');
    const mine = await (await house.as('a2.reporter')).post(path, exempt).expect(201);
    await b1.delete(`/form-exceptions/${mine.body.id}`).expect(404);
    await (await house.as('a2.reporter')).delete(`/form-exceptions/${mine.body.id}`).expect(204);
    const other = await (await house.as('a2.reporter')).post(path, exempt).expect(201);
    await decide(other.body.id, 'refused');
    expect(await counts(form, '2026-03')).toEqual([3, 1, 0, 2, 0]);
  });
});

describe('the desk', () => {
  const on = async (who: string): Promise<unknown[]> => {
    const { body } = await (await house.as(who)).get('/me/desk').expect(200);
    return ['now', 'soon', 'waiting'].flatMap((list) =>
      body[list]
        .filter(({ formId }: { formId: string | null }) => formId !== null)
        .map((item: Record<string, unknown>) => [
          list,
          item['kind'],
          item['dueOn'],
          item['overdueDays'],
          item['target'],
        ]),
    );
  };

  it('says what is owed, comes back, waits for review, is overdue and is to be excepted', async () => {
    const form = await memberForm(house);
    expect(await on('a1.reporter')).toEqual([]);
    at('2026-03-31');
    await tick();
    expect(await on('a1.reporter')).toEqual([]);
    at('2026-04-02');
    expect(await on('a1.reporter')).toEqual([['soon', 'formOwed', '2026-04-08', 0, null]]);
    expect(await on('a.administrator')).toEqual([]);
    at('2026-04-10');
    expect(await on('a1.reporter')).toEqual([['now', 'formOwed', '2026-04-08', 2, null]]);
    const id = await handedIn(await house.as('a1.reporter'), form, '2026-03');
    expect(await on('a1.reporter')).toEqual([]);
    expect(await on('a.reviewer')).toEqual([['now', 'formReview', '2026-04-15', 0, '1']]);
    await (await house.as('a.reviewer')).post(`/form-returns/${id}/return`, { reason: '请核对' }).expect(201);
    expect(await on('a.reviewer')).toEqual([]);
    expect(await on('a1.reporter')).toEqual([['now', 'formReturned', '2026-04-08', 2, null]]);
    at('2026-04-16');
    await tick();
    for (const who of ['a1.reporter', 'a2.reporter', 'a.reviewer']) expect(await on(who)).toEqual([]);
    const asked = { kind: 'reopen', reason: '经办人住院', until: '2026-04-30' };
    const path = `/forms/${form}/periods/2026-03/exceptions`;
    const ids: string[] = [];
    for (const who of ['a1.reporter', 'a2.reporter'])
      ids.push((await (await house.as(who)).post(path, asked).expect(201)).body.id);
    const d = await house.as('d.administrator');
    expect(await on('d.administrator')).toEqual([
      ['now', 'formException', '2026-04-30', 0, null],
      ['now', 'formException', '2026-04-30', 0, null],
    ]);
    for (const each of ids)
      await d.post(`/district/form-exceptions/${each}/decision`, { outcome: 'approved', reason: '属实' }).expect(201);
    expect(await on('d.administrator')).toEqual([]);
    at('2026-04-29');
    expect(await on('a1.reporter')).toEqual([['now', 'formReturned', '2026-04-08', 21, null]]);
    expect(await on('a2.reporter')).toEqual([['now', 'formOwed', '2026-04-30', 0, null]]);
    expect(await on('b1.reporter')).toEqual([]);
    await (await house.as('a1.reporter')).post(`/form-returns/${id}/submission`).expect(201);
    expect(await on('a.reviewer')).toEqual([['now', 'formReview', null, 0, '1']]);
  });
});

describe('a spreadsheet out', () => {
  it('holds a line a union, empty where nothing was given, with the total, and is in the trail', async () => {
    const form = await memberForm(house, { rules: [] });
    at('2026-04-01');
    const id = await handedIn(
      await house.as('a1.reporter'),
      form,
      '2026-03',
      { members: '0' },
      { missing: { women: '=未登记' } },
    );
    await (await house.as('a.reviewer')).post(`/form-returns/${id}/acceptance`).expect(201);
    await handedIn(await house.as('b1.reporter'), form, '2026-03', { ...members, fees: '12.5' });
    const csv = await (await house.as('d.viewer')).get(`/forms/${form}/periods/2026-03/export?format=csv`).expect(200);
    const rows = csv.text
      .replace('\ufeff', '')
      .trim()
      .split('\r\n')
      .map((line) => line.split(',').slice(0, 10));
    expect(rows[0]?.slice(0, 6)).toEqual([
      '填报单位',
      '上级工会',
      '报送情况',
      '状态',
      '会员人数（人）',
      '女会员人数（人）',
    ]);
    expect(rows.slice(1)).toEqual([
      ['甲一社区工联会', '甲街道总工会', '按时', '已通过', '0', '', '', '', '', '女会员人数缺报：=未登记'],
      ['甲二社区工联会', '甲街道总工会', '未报', '', '', '', '', '', '', ''],
      ['乙一社区工联会', '乙街道总工会', '按时', '已上报', '100', '40', '60', '12.5', '', ''],
      ['合计（已通过）', '', '', '', '0', '', '', '', '', '缺 2 个单位'],
    ]);
    const xlsx = await (
      await house.as('a.viewer')
    )
      .get(`/forms/${form}/periods/2026-03/export`)
      .buffer(true)
      .expect(200);
    expect(xlsx.headers['content-disposition']).toContain(encodeURIComponent('会员统计月报2026年3月.xlsx'));
    const [trail] = await house.database.query(
      `select count(*)::int as n from audit_entry where deed = 'form.exported'`,
    );
    expect(trail).toEqual({ n: 2 });
  });
});
