/** Cases from another platform (诉求件): from what they send, through the three tiers, to the answer they are told. */
import { seedDistrict } from '../support/district';
import { caseMapping, caseSource, sendingProgram, theirCase } from '../support/case';
import { House, type Door } from '../support/house';

let house: House;
let province: Door;
let district: Door;
let source: string;
let no = 0;

beforeAll(async () => {
  house = await House.open();
  await seedDistrict(house.database, 'x.');
  house.clock.set(new Date('2026-11-24T02:00:00Z'));
  province = await sendingProgram(house, 'province.platform');
  source = await caseSource(house, 'province', 'province.platform');
  district = await house.as('d.administrator');
});
afterAll(() => house.close());

const next = (): string => `YS20261100${(no += 1)}`;
const sent = (number: string, data: object = {}, door = province) =>
  door.put(`/inbound/province/cases/${number}`, { ...theirCase, data: { ...theirCase.data, ...data } });
const asked = (number: string, door = province) => door.get(`/inbound/province/cases/${number}/status`);
const idOf = async (number: string): Promise<string> => {
  const { body } = await district.get(`/cases?q=${number}`).expect(200);
  return body.items[0].id;
};
const arrived = async (data: object = {}): Promise<{ number: string; id: string }> => {
  const number = next();
  await sent(number, data).expect(200);
  return { number, id: await idOf(number) };
};
const assign = (door: Door, id: string, unionId: string) => door.post(`/cases/${id}/assignment`, { unionId });

describe('a case', () => {
  it('goes from what they send, down to the community and back up, to the answer that they are told', async () => {
    const number = next();
    const first = await sent(number).expect(200);
    expect(first.body).toEqual({
      ...{ number, outcome: 'received', status: '10', union: '甲街道总工会', dueOn: '2026-12-01', marks: [] },
    });
    const id = await idOf(number);
    const [a, a1, reviewer] = [
      await house.as('a.administrator'),
      await house.as('a1.reporter'),
      await house.as('a.reviewer'),
    ];
    await assign(a, id, house.district.unions.A1).expect(201);
    await a1.post(`/cases/${id}/answer`, { answer: '已调解' }).expect(201);
    expect((await asked(number).expect(200)).body).toMatchObject({ status: '20', statusText: '办理中', answer: null });
    await reviewer.post(`/cases/${id}/return`, { reason: '请写明金额' }).expect(201);
    expect((await asked(number).expect(200)).body).toMatchObject({ status: '21', answer: null });
    await a1.post(`/cases/${id}/answer`, { answer: '已调解，补发 3 万元' }).expect(201);
    await reviewer.post(`/cases/${id}/closure`).expect(201);
    const { body } = await asked(number).expect(200);
    expect(body).toMatchObject({
      ...{ number, status: '90', statusText: '已办结', union: '甲一社区工联会' },
      answer: '已调解，补发 3 万元',
    });
    expect(body.steps.map((step: { status: string }) => step.status)).toEqual(['10', '20', '20', '21', '20', '90']);
    expect(JSON.stringify(body)).not.toContain('请写明金额');
    const detail = await district.get(`/cases/${id}`).expect(200);
    expect(detail.body.steps.map((step: { kind: string }) => step.kind)).toEqual(
      ...[['received', 'assigned', 'answered', 'returned', 'answered', 'closed']],
    );
    await sent(number, { title: '又有新情况' }).expect(409);
  });

  it('keeps neither the complainant nor his numbers', async () => {
    const { id } = await arrived();
    const { body } = await district.get(`/cases/${id}`).expect(200);
    expect(body).toMatchObject({ kind: 'wages', programme: '维权服务', occurredAt: '2026-11-20T00:00:00.000Z' });
    expect(body.content).toBe('某公司三个月未发工资，联系电话 138****5678，身份证 110105********002X。');
    const [{ all }] = await house.database.query(
      `select (select string_agg(c::text, '') from inbound_case c) || (select string_agg(s::text, '') from case_step s) as all`,
    );
    expect(all).not.toMatch(/13812345678|张某|11010519491231002X/);
  });

  it('sent again changes nothing; said otherwise, it is a step that says what was said before', async () => {
    const { number, id } = await arrived();
    expect((await sent(number).expect(200)).body.outcome).toBe('unchanged');
    expect((await district.get(`/cases/${id}`).expect(200)).body).toMatchObject({ version: 1, steps: [{ no: 1 }] });
    expect((await sent(number, { title: '拖欠四个月工资' }).expect(200)).body.outcome).toBe('changed');
    const { body } = await district.get(`/cases/${id}`).expect(200);
    expect(body.version).toBe(2);
    expect(body.steps[1]).toMatchObject({
      kind: 'changed',
      changes: [{ field: 'title', before: '拖欠三个月工资', after: '拖欠四个月工资' }],
    });
  });

  it('sent twice at once is one case', async () => {
    const number = next();
    const answers = await Promise.all([sent(number), sent(number), sent(number)]);
    expect(answers.map(({ body }) => String(body.outcome)).toSorted()).toEqual(['received', 'unchanged', 'unchanged']);
    expect((await district.get(`/cases?q=${number}`).expect(200)).body.total).toBe(1);
  });

  it('of an area nobody knows goes to the district, with a mark; where it is known later it moves, until somebody passed it on', async () => {
    const number = next();
    const { body } = await sent(number, { areaCode: '999', type: '77' }).expect(200);
    expect(body).toMatchObject({ union: '试验区总工会', marks: ['area', 'kind'] });
    expect((await sent(number, { areaCode: '440308002' }).expect(200)).body).toMatchObject({ union: '乙街道总工会' });
    await assign(district, await idOf(number), house.district.unions.A).expect(201);
    const moved = await sent(number, { areaCode: '440308002', title: '改' }).expect(200);
    expect(moved.body).toMatchObject({ outcome: 'changed', union: '甲街道总工会' });
  });

  it('has five working days where they send no day, theirs where they do', async () => {
    expect((await sent(next(), { acceptTime: '2026-09-29 17:00' }).expect(200)).body.dueOn).toBe('2026-10-12');
    expect((await sent(next(), { limit: '2026-12-24' }).expect(200)).body.dueOn).toBe('2026-12-24');
  });

  it('is counted in working days, and found among those too late', async () => {
    const { number } = await arrived({ limit: '2026-11-20' });
    const { body } = await district.get(`/cases?q=${number}&overdue=true&open=true&kind=wages`).expect(200);
    expect(body.items).toMatchObject([{ number, daysLeft: -2 }]);
    expect((await district.get(`/cases?q=${number}&overdue=false`).expect(200)).body.total).toBe(0);
  });
});

describe('who may', () => {
  it('a sibling sees nothing, the tiers above see it', async () => {
    const { id, number } = await arrived();
    const b = await house.as('b.administrator');
    await b.get(`/cases/${id}`).expect(404);
    expect((await b.get(`/cases?q=${number}`).expect(200)).body.total).toBe(0);
    await b.post(`/cases/${id}/answer`, { answer: '越权' }).expect(404);
    await assign(b, id, house.district.unions.B1).expect(404);
    await (await house.as('x.d.administrator')).get(`/cases/${id}`).expect(404);
    await district.get(`/cases/${id}`).expect(200);
  });

  it('only the union that handles it answers, only the tier above closes, only to directly below it is assigned', async () => {
    const { id } = await arrived();
    const a = await house.as('a.administrator');
    await district.post(`/cases/${id}/answer`, { answer: '代答' }).expect(404);
    const { body } = await assign(district, id, house.district.unions.A1).expect(422);
    expect(body.code).toBe('case.below');
    await a.post(`/cases/${id}/closure`).expect(404);
    expect((await district.post(`/cases/${id}/closure`).expect(409)).body.code).toBe('case.state');
    await a.post(`/cases/${id}/answer`, { answer: '已办' }).expect(201);
    await a.post(`/cases/${id}/closure`).expect(404);
    await (await house.as('d.reviewer')).post(`/cases/${id}/closure`).expect(201);
    await assign(a, id, house.district.unions.A1).expect(409);
  });

  it('the district answers and closes what nobody below it handles', async () => {
    const { id } = await arrived({ areaCode: '0' });
    await district.post(`/cases/${id}/answer`, { answer: '不属受理范围' }).expect(201);
    await district.post(`/cases/${id}/closure`).expect(201);
  });

  it('gives back what is not its own to the tier above, with a reason; there it lies on the desk and is assigned anew', async () => {
    const { id, number } = await arrived();
    const [a, a1] = [await house.as('a.administrator'), await house.as('a1.reporter')];
    await assign(a, id, house.district.unions.A1).expect(201);
    const back = (door: Door, reason: string) => door.post(`/cases/${id}/handback`, { reason });
    await back(a, '不是本级在办').expect(404);
    expect((await back(a1, ' ').expect(422)).body.errors[0].field).toBe('reason');
    await back(a1, '企业不在本社区').expect(204);
    await a1.get(`/cases/${id}`).expect(404);
    const { body } = await a.get(`/cases/${id}`).expect(200);
    expect(body).toMatchObject({
      status: 'assigned',
      unionName: '甲街道总工会',
      may: ['assign', 'answer', 'handBack'],
    });
    expect(body.steps.at(-1)).toMatchObject({ kind: 'handedBack', unionName: '甲街道总工会', words: '企业不在本社区' });
    await a1.post(`/cases/${id}/answer`, { answer: '已不在办' }).expect(404);
    const desk = await a.get('/me/desk').expect(200);
    expect(desk.body.now.find(({ caseId }: { caseId: string }) => caseId === id)).toMatchObject({
      ...{ kind: 'case', reason: '企业不在本社区' },
    });
    await back(await house.as('a.reporter'), '企业在乙街道').expect(204);
    // their next word does not throw it back down
    expect((await sent(number, { title: '又改' }).expect(200)).body.union).toBe('试验区总工会');
    expect((await back(district, '无处可退').expect(422)).body.code).toBe('case.above');
    await assign(district, id, house.district.unions.B).expect(201);
    const told = (await asked(number).expect(200)).body;
    expect(told).toMatchObject({ status: '20', union: '乙街道总工会' });
    expect(JSON.stringify(told)).not.toContain('企业');
  });

  it('what is answered is not given back, and a viewer gives nothing back', async () => {
    const { id } = await arrived();
    await (await house.as('a.viewer')).post(`/cases/${id}/handback`, { reason: '退' }).expect(403);
    const a = await house.as('a.reporter');
    await a.post(`/cases/${id}/answer`, { answer: '已办' }).expect(201);
    expect((await a.post(`/cases/${id}/handback`, { reason: '退' }).expect(409)).body.code).toBe('case.state');
  });

  it.each([
    ['assigned', 'a.administrator', 'assignment', () => ({ unionId: house.district.unions.A1 })],
    ['answered', 'a.reporter', 'answer', () => ({ answer: '已办' })],
    ['given back', 'a.reporter', 'handback', () => ({ reason: '不属本街道' })],
    ['returned', 'd.reviewer', 'return', () => ({ reason: '请补充' })],
    ['closed', 'd.reviewer', 'closure', () => ({})],
  ])('is %s only as it was seen: where it has changed since, the deed is refused', async (_, account, deed, body) => {
    const { id, number } = await arrived();
    if (account === 'd.reviewer')
      await (await house.as('a.reporter')).post(`/cases/${id}/answer`, { answer: '初稿' }).expect(201);
    const door = await house.as(account);
    const seen = (await door.get(`/cases/${id}`).expect(200)).headers.etag ?? '';
    await sent(number, { title: '拖欠五个月工资' }).expect(200);
    const act = (version: string) => door.post(`/cases/${id}/${deed}`, body()).set('if-match', version);
    expect((await act(seen).expect(412)).body.code).toBe('changedMeanwhile');
    const { status } = await act((await door.get(`/cases/${id}`).expect(200)).headers.etag ?? '');
    expect(status).toBe(deed === 'handback' ? 204 : 201);
  });

  it('tells each reader what he may do with it', async () => {
    const { id } = await arrived();
    const may = async (account: string): Promise<string[]> =>
      (await (await house.as(account)).get(`/cases/${id}`).expect(200)).body.may;
    expect(await may('a.administrator')).toEqual(['assign', 'answer', 'handBack']);
    expect(await may('a.reporter')).toEqual(['answer', 'handBack']);
    expect(await may('d.administrator')).toEqual(['assign']);
    expect(await may('a.viewer')).toEqual([]);
    await (await house.as('a.reporter')).post(`/cases/${id}/answer`, { answer: '已办' }).expect(201);
    expect(await may('d.reviewer')).toEqual(['review']);
  });

  it("another platform's key neither reads nor writes, and its own key does nothing but send and ask", async () => {
    const { number, id } = await arrived();
    const other = await sendingProgram(house, 'city.platform', {
      scopes: ['cases:read', 'cases:write', 'cases:review'],
    });
    await caseSource(house, 'city', 'city.platform');
    await asked(number, other).expect(404);
    await sent(number, {}, other).expect(404);
    await other.get(`/inbound/city/cases/${number}/status`).expect(404);
    await other.get(`/cases/${id}`).expect(404);
    expect((await other.get(`/cases?q=${number}`).expect(200)).body.total).toBe(0);
    expect((await province.get(`/cases/${id}`).expect(200)).body.may).toEqual([]);
    await assign(province, id, house.district.unions.A).expect(404);
  });

  it('a key without the scope, a person, and a source that is switched off are told no', async () => {
    const { number } = await arrived();
    const reader = await sendingProgram(house, 'reader.platform', { scopes: ['cases:read'] });
    await sent(number, {}, reader).expect(403);
    await sent(number, {}, district).expect(404);
    const { body } = await district.get(`/case-sources/${source}`).expect(200);
    const { name, account, mapping } = body;
    const off = await district
      .put(`/case-sources/${source}`, { name, account, mapping, active: false }, body.version)
      .expect(200);
    await sent(number).expect(404);
    await district
      .put(`/case-sources/${source}`, { name, account, mapping, active: true }, off.body.version)
      .expect(200);
    await asked(number).expect(200);
  });
});

describe('what they send', () => {
  it.each([
    ['no title', { title: undefined }, 'data.title', 'case.text'],
    ['a blank content', { content: ' \n ' }, 'data.content', 'case.text'],
    ['a title too long', { title: '长'.repeat(201) }, 'data.title', 'case.text'],
    ['an object as title', { title: { $ne: '' } }, 'data.title', 'case.text'],
    ['a list as kind', { type: ['0101'] }, 'data.type', 'case.code'],
    ['a moment that is none', { acceptTime: '2026-02-30 10:00' }, 'data.acceptTime', 'case.moment'],
    ['a limit that is none', { limit: 'soon' }, 'data.limit', 'case.moment'],
    ['a moment out of all time', { eventTime: 9e15 }, 'data.eventTime', 'case.moment'],
  ])('with %s is refused with its place', async (_, data, field, code) => {
    const number = next();
    const { body } = await sent(number, data).expect(422);
    expect(body.errors).toMatchObject([{ field, code }]);
    await asked(number).expect(404);
  });

  it('that is no object is refused', async () => {
    await province.put(`/inbound/province/cases/${next()}`, [theirCase]).expect(422);
    await province.put(`/inbound/province/cases/${next()}`, {}).expect(422);
    await province.put(`/inbound/province/cases/${next()}`).expect(422);
  });

  it('may be numbered as they like, in Chinese too', async () => {
    const number = `粤诉〔2026〕${(no += 1)}号`;
    await sent(encodeURIComponent(number)).expect(200);
    expect((await asked(encodeURIComponent(number)).expect(200)).body.number).toBe(number);
    await asked('x'.repeat(101)).expect(404);
  });
});

describe('a mapping', () => {
  it('is tried before it holds: what a body would become, and nothing is kept', async () => {
    const { body } = await district.post('/case-source-trials', { mapping: caseMapping, body: theirCase }).expect(200);
    expect(body).toMatchObject({
      ...{ title: '拖欠三个月工资', kind: 'wages', unionName: '甲街道总工会', dueOn: '2026-12-01', marks: [] },
    });
    const list = await district.get('/cases?pageSize=200').expect(200);
    await district.post('/case-source-trials', { mapping: caseMapping, body: theirCase }).expect(200);
    expect((await district.get('/cases?pageSize=200').expect(200)).body.total).toBe(list.body.total);
  });

  it.each([
    ['a path that is none', { fields: { ...caseMapping.fields, title: 'data..title' } }, 'mapping.fields.title'],
    ['a path out of the body', { fields: { ...caseMapping.fields, title: 'a[x]' } }, 'mapping.fields.title'],
    ['a union that is not there', { areas: [{ theirs: '1', unionCode: 'Z9' }] }, 'mapping.areas[0].unionCode'],
    ['a code twice', { kinds: [...caseMapping.kinds, ...caseMapping.kinds] }, 'mapping.kinds[1].theirs'],
    ['a state without a word', { statuses: caseMapping.statuses.slice(1) }, 'mapping.statuses'],
    ['a kind we do not have', { kinds: [{ theirs: '1', kind: 'pay', programme: null }] }, 'mapping.kinds[0].kind'],
  ])('with %s is refused with its place', async (_, change, field) => {
    const mapping = { ...caseMapping, ...change };
    const { body } = await district.post('/case-source-trials', { mapping, body: theirCase }).expect(422);
    expect(body.errors).toMatchObject([{ field }]);
  });

  it('is read by own fields alone: no path leads to what every object has', async () => {
    const mapping = { ...caseMapping, fields: { ...caseMapping.fields, kind: 'data.constructor.name' } };
    const { body } = await district.post('/case-source-trials', { mapping, body: theirCase }).expect(200);
    expect(body).toMatchObject({ kind: 'other', marks: ['kind'] });
  });

  it("is the district administrator's, and its program must be registered", async () => {
    await (await house.as('a.administrator')).get('/case-sources').expect(403);
    await (await house.as('d.reporter')).get('/case-sources').expect(403);
    await (await house.as('x.d.administrator')).get(`/case-sources/${source}`).expect(404);
    const given = { code: 'none', name: '无', account: 'd.reporter', active: true, mapping: caseMapping };
    expect((await district.post('/case-sources', given).expect(422)).body.code).toBe('case.program');
    const again = { ...given, code: 'province', account: 'province.platform' };
    expect((await district.post('/case-sources', again).expect(409)).body.code).toBe('case.sourceExists');
  });
});

it('the feed says every step in words, to those who may see it', async () => {
  const { id } = await arrived({ title: '工伤待遇' });
  await (await house.as('a.reporter')).post(`/cases/${id}/answer`, { answer: '已协助申报' }).expect(201);
  await house.settled();
  const words = async (account: string): Promise<string> =>
    JSON.stringify((await (await house.as(account)).get('/platform/feed?limit=200').expect(200)).body);
  expect(await words('d.viewer')).toContain('甲街道总工会答复诉求件“工伤待遇”');
  expect(await words('d.viewer')).not.toContain('已协助申报');
  expect(await words('b.viewer')).not.toContain('工伤待遇');
});

it('lies on the desk of whoever handles it, then of whoever reviews its answer, and of nobody once it is closed', async () => {
  const { id } = await arrived();
  const on = async (account: string): Promise<string[]> => {
    const { body } = await (await house.as(account)).get('/me/desk').expect(200);
    return body.now.flatMap(({ kind, caseId }: { kind: string; caseId: string | null }) =>
      caseId === id ? [kind] : [],
    );
  };
  expect([await on('a.reporter'), await on('d.reviewer'), await on('b.administrator')]).toEqual([['case'], [], []]);
  await (await house.as('a.reporter')).post(`/cases/${id}/answer`, { answer: '已办' }).expect(201);
  expect([await on('a.reporter'), await on('d.reviewer')]).toEqual([[], ['caseReview']]);
  await (await house.as('d.reviewer')).post(`/cases/${id}/closure`).expect(201);
  expect(await on('d.reviewer')).toEqual([]);
});
