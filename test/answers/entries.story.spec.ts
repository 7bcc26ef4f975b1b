/** Entries (考核记录): what happened counts with its ground and evidence, and beyond a criterion only by a second person. */
import { criterion, yearOfWork } from '../support/assessment';
import { colleague, movedTo, openedByA } from '../support/course';
import { type Door, House } from '../support/house';
import { picture } from '../support/picture';

let house: House;
let a: Door;
let reviewer: Door;
let path: string;
let own: string;
let unions: House['district']['unions'];

beforeEach(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-12-10T02:00:00Z'));
  unions = house.district.unions;
  await yearOfWork(house);
  const opened = await openedByA(house);
  a = opened.a;
  reviewer = await house.as('a.reviewer');
  path = `/subdistrict/assessments/${opened.id}`;
  own = `/community/self-scores/${opened.id}`;
});
afterEach(() => house.close());

const happened = { occurredOn: '2026-06-12', words: '如实记录' };
const record = (door: Door, entry: object, unionId = unions.A1) =>
  door.post(`${path}/score-sheets/${unionId}/entries`, { ...happened, ...entry });
const sheet = async (unionId = unions.A1) => (await a.get(`${path}/score-sheets/${unionId}`).expect(200)).body;
const prove = async (door: Door, at: string) =>
  door
    .post(`${at}/evidence`)
    .attach('file', await picture(), '证书.jpg')
    .expect(201);

it('an occurrence recorded by who may score its criterion counts at once, and its union reads of it', async () => {
  expect(criterion(await sheet(), 'C1')).toMatchObject({ points: '10.00' });
  const { body, headers } = await record(reviewer, { kind: 'occurrence', criterion: 'C1', ground: 'CD', count: 2 });
  expect(body).toMatchObject({
    status: 'approved',
    groundName: '迟报',
    count: 2,
    recordedByName: 'A reviewer',
    decidedByName: 'A reviewer',
    proposedByUnion: false,
  });
  expect((await a.get((headers['location'] ?? '').replace('/api/v1', '')).expect(200)).body).toEqual(body);
  expect(criterion(await sheet(), 'C1')).toMatchObject({ points: '6.00' });
  await house.settled();
  const feed = await (await house.as('a1.viewer')).get('/platform/feed').expect(200);
  expect(feed.body.items[0].text).toBe('“2026 年度考核”：甲一社区工联会的考核记录“迟报”核定：如实记录');
  const refused = await a.post(`${path}/entries/${body.id}/refusal`, { reason: '记错单位' }).expect(201);
  expect(refused.body).toMatchObject({ status: 'refused', decisionReason: '记错单位' });
  expect(criterion(await sheet(), 'C1')).toMatchObject({ points: '10.00' });
});

it('a bonus, a penalty and a veto count only when another officer of the same union approved them', async () => {
  const before = (await sheet()).points;
  const penalty = await record(reviewer, { kind: 'penalty', ground: 'K1' }).expect(201);
  expect(penalty.body).toMatchObject({ status: 'proposed', decidedBy: null });
  const at = `${path}/entries/${penalty.body.id}`;
  expect((await reviewer.post(`${at}/approval`).expect(422)).body.code).toBe('entry.samePerson');
  await (await house.as('a.viewer')).post(`${at}/approval`).expect(403);
  await (await house.as('b.administrator')).post(`${at}/approval`).expect(404);
  await (await house.as('d.administrator')).get(at.replace('subdistrict', 'district')).expect(200);
  await (await house.as('d.administrator')).post(`${at.replace('subdistrict', 'district')}/approval`).expect(404);
  expect((await sheet()).points).toBe(before);
  const both = await Promise.all([a.post(`${at}/approval`), a.post(`${at}/approval`)]);
  expect(both.map(({ status }) => status).toSorted((x, y) => x - y)).toEqual([201, 409]);
  expect(await sheet()).toMatchObject({ penalty: '2.00', points: (Number(before) - 2).toFixed(2) });
  const bonus = await record(a, { kind: 'bonus', ground: 'J2', points: '1.50' }).expect(201);
  const bare = await reviewer.post(`${path}/entries/${bonus.body.id}/approval`).expect(422);
  expect(bare.body).toMatchObject({ code: 'entry.noEvidence', errors: [{ field: 'evidence' }] });
  await prove(a, `${path}/entries/${bonus.body.id}`);
  await reviewer.post(`${path}/entries/${bonus.body.id}/approval`).expect(201);
  expect(await sheet()).toMatchObject({ bonus: '1.50', extras: [{ code: 'J2', points: '1.50' }, { code: 'K1' }] });
  const veto = await record(a, { kind: 'veto', ground: 'V1' }).expect(201);
  await reviewer.post(`${path}/entries/${veto.body.id}/approval`).expect(201);
  expect(await sheet()).toMatchObject({ vetoes: ['V1'], points: '0.00' });
  const listed = await a.get(`${path}/entries?status=approved&unionId=${unions.A1}&pageSize=2`).expect(200);
  expect(listed.body).toMatchObject({ total: 3, items: [{ kind: 'veto' }, { kind: 'bonus' }] });
  await expect(
    house.database.query(`update assessment_entry set decided_by = recorded_by where kind = 'veto'`),
  ).rejects.toMatchObject({ code: '23514' });
});

const wrongEntries: [object, string][] = [
  [{ kind: 'bonus', ground: 'J9' }, 'ground'],
  [{ kind: 'bonus', ground: 'J1', points: '1' }, 'points'],
  [{ kind: 'bonus', ground: 'J2' }, 'points'],
  [{ kind: 'bonus', ground: 'J2', points: '2.01' }, 'points'],
  [{ kind: 'bonus', ground: 'J2', points: '0' }, 'points'],
  [{ kind: 'bonus', ground: 'J1', criterion: 'C1' }, 'criterion'],
  [{ kind: 'veto', ground: 'V1', count: 2 }, 'count'],
  [{ kind: 'occurrence', ground: 'CD' }, 'criterion'],
  [{ kind: 'occurrence', criterion: 'B1', ground: 'CD' }, 'criterion'],
  [{ kind: 'occurrence', criterion: 'C1', ground: 'XX' }, 'ground'],
  [{ kind: 'bonus', ground: 'J1', occurredOn: '2025-12-31' }, 'occurredOn'],
  [{ kind: 'bonus', ground: 'J1', occurredOn: '2026-12-11' }, 'occurredOn'],
];
it('what the scheme does not have is refused with its field', async () => {
  for (const [entry, field] of wrongEntries) {
    const wrong = await record(a, entry);
    expect([entry, wrong.status, wrong.body.errors[0].field]).toEqual([entry, 422, field]);
  }
});

it('a union proposes its own bonus with evidence, and the tier above decides', async () => {
  const reporter = await house.as('a1.reporter');
  const bonus = { kind: 'bonus', ground: 'J1', ...happened };
  await reporter.post(`${own}/entries`, { ...bonus, kind: 'veto', ground: 'V1' }).expect(422);
  const { body } = await reporter.post(`${own}/entries`, bonus).expect(201);
  expect(body).toMatchObject({ status: 'proposed', proposedByUnion: true, unionName: '甲一社区工联会' });
  const [mine, office] = [`${own}/entries/${body.id}`, `${path}/entries/${body.id}`];
  const { body: wrong } = await reporter
    .post(`${mine}/evidence`)
    .attach('file', await picture(), '错.jpg')
    .expect(201);
  await reporter.delete(`${mine}/evidence/${wrong.id}`).expect(204);
  expect((await a.post(`${office}/approval`).expect(422)).body.code).toBe('entry.noEvidence');
  const { body: file } = await prove(reporter, mine);
  expect(
    (
      await a
        .post(`${office}/evidence`)
        .attach('file', await picture(), 'x.jpg')
        .expect(403)
    ).body.code,
  ).toBe('entry.notYours');
  for (const [door, at] of [
    [reporter, mine],
    [a, office],
    [await house.as('d.viewer'), office.replace('subdistrict', 'district')],
  ] as const) {
    const read = await door.get(`${at}/evidence/${file.id}`).expect(200);
    expect(read.headers['content-disposition']).toContain("filename*=UTF-8''");
    expect((await door.get(at).expect(200)).body.evidence).toMatchObject([{ id: file.id, name: '证书.jpg' }]);
  }
  for (const stranger of ['a2.reporter', 'b1.reporter']) {
    const door = await house.as(stranger);
    await door.get(mine).expect(404);
    await door.get(`${mine}/evidence/${file.id}`).expect(404);
    await door.delete(mine).expect(404);
  }
  await a.post(`${office}/approval`).expect(201);
  expect(await sheet()).toMatchObject({ bonus: '1.00' });
  expect((await reporter.get(own).expect(200)).body.entries).toMatchObject([{ status: 'approved' }]);
  expect((await reporter.delete(mine).expect(409)).body.code).toBe('entry.notProposed');
  await reporter.delete(`${mine}/evidence/${file.id}`).expect(409);
  await house.settled();
  expect((await reporter.get('/platform/feed').expect(200)).body.items[0].text).toContain('加分“市级荣誉”核定');
});

it('what is not decided may be withdrawn by who recorded it; what the office considers is not the union’s to see', async () => {
  const reporter = await house.as('a1.reporter');
  const mine = await reporter.post(`${own}/entries`, { kind: 'bonus', ground: 'J1', ...happened }).expect(201);
  const office = await record(a, { kind: 'penalty', ground: 'K1' }).expect(201);
  expect((await reporter.get(own).expect(200)).body.entries).toMatchObject([{ id: mine.body.id }]);
  await reporter.get(`${own}/entries/${office.body.id}`).expect(404);
  await reporter.delete(`${own}/entries/${office.body.id}`).expect(404);
  expect((await a.delete(`${path}/entries/${mine.body.id}`).expect(403)).body.code).toBe('entry.notYours');
  await reporter.delete(`${own}/entries/${mine.body.id}`).expect(204);
  await a.delete(`${path}/entries/${office.body.id}`).expect(204);
  expect((await a.get(`${path}/entries?status=withdrawn`).expect(200)).body.total).toBe(2);
  const other = await record(a, { kind: 'penalty', ground: 'K1' }).expect(201);
  await reviewer.post(`${path}/entries/${other.body.id}/refusal`, { reason: '不属实' }).expect(201);
  await house.settled();
  const feed = await reporter.get('/platform/feed?limit=100').expect(200);
  expect(JSON.stringify(feed.body)).not.toContain('通报批评');
});

it('an occurrence of a named office counts when one of its officers approved it', async () => {
  const definition = (await a.get(path).expect(200)).body.definition;
  const parts = definition.parts.map((part: { criteria: { code: string }[] }) => ({
    ...part,
    criteria: part.criteria.map((one) => (one.code === 'C1' ? { ...one, scorer: { office: 'ZZ' } } : one)),
  }));
  const scheme = await a
    .post('/subdistrict/schemes', { year: 2026, title: '部门考核', definition: { ...definition, parts } })
    .expect(201);
  const { body } = await a.post('/subdistrict/assessments', { schemeId: scheme.body.id }).expect(201);
  path = `/subdistrict/assessments/${body.id}`;
  const offices = await a.get(`${path}/offices`).expect(200);
  const officer = offices.body.candidates.find(({ name }: { name: string }) => name === 'A reviewer');
  await a.put(`${path}/offices/ZZ`, { officerIds: [officer.id] }).expect(200);
  const late = await record(a, { kind: 'occurrence', criterion: 'C1', ground: 'CD' }).expect(201);
  expect(late.body.status).toBe('proposed');
  await a.post(`${path}/entries/${late.body.id}/approval`).expect(403);
  await reviewer.post(`${path}/entries/${late.body.id}/approval`).expect(201);
});

it('stays as it was once the results are published', async () => {
  const entry = await record(reviewer, { kind: 'occurrence', criterion: 'C1', ground: 'CD' }).expect(201);
  const open = await record(reviewer, { kind: 'penalty', ground: 'K1' }).expect(201);
  const deputy = await colleague(house, 'a.reviewer', 'a.second');
  await movedTo(a, path, 'review');
  const candidates = (await a.get(`${path}/offices`).expect(200)).body.candidates;
  await a.put(`${path}/offices/ZZ`, { officerIds: candidates.map(({ id }: { id: string }) => id) }).expect(200);
  for (const unionId of [unions.A1, unions.A2]) {
    for (const [code, given] of [
      ['A2', { numerator: '1', denominator: '2' }],
      ['B1', { points: '10' }],
      ['B2', { points: '5' }],
    ] as const)
      await a.put(`${path}/score-sheets/${unionId}/scores/${code}`, { ...given, reason: '评' }).expect(200);
  }
  await movedTo(a, path, 'final');
  await deputy.post(`${path}/entries/${open.body.id}/refusal`, { reason: '不属实' }).expect(201);
  await a.post(`${path}/publication`).expect(201);
  for (const answer of [
    await record(a, { kind: 'penalty', ground: 'K1' }),
    await a.post(`${path}/entries/${entry.body.id}/refusal`, { reason: '迟了' }),
    await a.post(`${path}/entries/${entry.body.id}/evidence`).attach('file', await picture(), 'x.jpg'),
    await (await house.as('a1.reporter')).post(`${own}/submission`),
    await a.post(`${path}/reopenings`, { to: 'review', reason: '再看' }),
  ])
    expect([answer.status, answer.body.code]).toEqual([409, 'assessment.published']);
  const frozen = { code: '23514' };
  await expect(house.database.query(`update assessment_entry set count = 2`)).rejects.toMatchObject(frozen);
});
