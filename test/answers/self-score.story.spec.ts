/** The self-score (自评): a union scores itself, hands in, and takes back; the tier above reviews; neither sees the other too early. */
import { criterion, yearOfWork } from '../support/assessment';
import { colleague, movedTo, openedByA, tick } from '../support/course';
import { type Door, House } from '../support/house';

let house: House;
let a: Door;
let id: string;
let path: string;
let own: string;
let reporter: Door;
let unions: House['district']['unions'];
const at = (moment: string) => house.clock.set(new Date(moment));

beforeEach(async () => {
  house = await House.open();
  at('2026-12-10T02:00:00Z');
  unions = house.district.unions;
  await yearOfWork(house);
  ({ a, id } = await openedByA(house));
  path = `/subdistrict/assessments/${id}`;
  own = `/community/self-scores/${id}`;
  reporter = await house.as('a1.reporter');
});
afterEach(() => house.close());

const rate = { numerator: '30', denominator: '40', reason: '培训 30 人' };
const officesSheet = async () => (await a.get(`${path}/score-sheets/${unions.A1}`).expect(200)).body;

it('is written by the union in its step, each criterion as its rule takes it, and counts when it is handed in', async () => {
  const listed = await reporter.get('/community/self-scores').expect(200);
  expect(listed.body).toMatchObject({
    total: 1,
    items: [{ assessmentId: id, step: 'self_score', stepDue: '2026-12-17', writable: true, criteriaToScore: 3 }],
  });
  const sheet = (await reporter.get(own).expect(200)).body;
  expect(criterion(sheet, 'A1')).toMatchObject({
    points: '30.00',
    selfScored: false,
    inputs: { tasks: [{ done: '30' }] },
  });
  expect(criterion(sheet, 'A2')).toMatchObject({ takes: 'rate', selfScored: true, self: null, scorer: 'self' });
  for (const [given, field] of [
    [{ points: '15', reason: '自评' }, 'points'],
    [{ numerator: '3', reason: '自评' }, 'denominator'],
    [{ ...rate, numerator: '50' }, 'numerator'],
    [{ ...rate, reason: ' ' }, 'reason'],
  ] as const) {
    const wrong = await reporter.put(`${own}/scores/A2`, given).expect(422);
    expect(wrong.body.errors).toMatchObject([{ field }]);
  }
  expect((await reporter.put(`${own}/scores/A1`, { points: '40', reason: '好' }).expect(422)).body.code).toBe(
    'assessment.computedCriterion',
  );
  const early = await reporter.post(`${own}/submission`).expect(422);
  expect(early.body).toMatchObject({ code: 'selfScore.incomplete', detail: expect.stringContaining('A2') });
  const given = await reporter.put(`${own}/scores/A2`, rate).expect(200);
  expect(criterion(given.body, 'A2')).toMatchObject({ self: { points: '15.00', byName: 'A1 reporter', late: false } });
  await reporter.put(`${own}/scores/B1`, { points: '18', reason: '创建劳模工作室' }).expect(200);
  expect(criterion(await officesSheet(), 'A2')).toMatchObject({ points: null, self: null });
  const handedIn = await reporter.post(`${own}/submission`).expect(201);
  expect(handedIn.body).toMatchObject({ writable: false, handedInAt: '2026-12-10T02:00:00.000Z', handedInLate: false });
  const seen = await officesSheet();
  expect(seen).toMatchObject({ handedInAt: '2026-12-10T02:00:00.000Z', handedInLate: false });
  expect(criterion(seen, 'A2')).toMatchObject({ points: '15.00', self: { points: '15.00' } });
  expect(criterion(seen, 'B1')).toMatchObject({ points: null, self: { points: '18.00' } });
  expect((await reporter.put(`${own}/scores/B1`, { points: '9', reason: '改' }).expect(409)).body).toMatchObject({
    code: 'selfScore.handedIn',
  });
  await house.settled();
  expect((await reporter.get('/platform/feed').expect(200)).body.items[0].text).toBe(
    '甲一社区工联会提交“2026 年度考核”自评',
  );
});

it('is taken back while nobody has begun to review it, and counts no longer', async () => {
  await reporter.put(`${own}/scores/A2`, rate).expect(200);
  expect((await reporter.delete(`${own}/submission`).expect(409)).body.code).toBe('selfScore.notHandedIn');
  await reporter.post(`${own}/submission`).expect(201);
  expect((await reporter.delete(`${own}/submission`).expect(200)).body).toMatchObject({ writable: true });
  expect(criterion(await officesSheet(), 'A2')).toMatchObject({ points: null, self: null });
  await reporter.put(`${own}/scores/A2`, { ...rate, numerator: '20' }).expect(200);
  await reporter.post(`${own}/submission`).expect(201);
  await movedTo(a, path, 'review');
  await a.put(`${path}/score-sheets/${unions.A1}/scores/B1`, { points: '12', reason: '初评' }).expect(200);
  expect((await reporter.delete(`${own}/submission`).expect(409)).body.code).toBe('selfScore.reviewBegun');
});

it('is late after its step and marked so, until the review of the sheet is finished', async () => {
  at('2026-12-18T02:00:00Z');
  await tick(house);
  const late = await reporter.put(`${own}/scores/A2`, rate).expect(200);
  expect(late.body).toMatchObject({ step: 'review', late: true });
  await reporter.post(`${own}/submission`).expect(201);
  expect(await officesSheet()).toMatchObject({ handedInLate: true });
  expect(criterion(await officesSheet(), 'A2')).toMatchObject({ points: '15.00', self: { late: true } });
  await house.settled();
  expect((await reporter.get('/platform/feed').expect(200)).body.items[0].text).toContain('逾期提交');
  const other = await house.as('a2.administrator');
  const finish = () => a.post(`${path}/score-sheets/${unions.A2}/review`);
  expect((await finish().expect(422)).body).toMatchObject({ detail: expect.stringContaining('A2、B1、B2') });
  await nameOffice();
  await review(unions.A2, 'A2', { numerator: '1', denominator: '2' });
  await review(unions.A2, 'B1', { points: '10' });
  await review(unions.A2, 'B2', { points: '5' });
  await finish().expect(201);
  expect((await finish().expect(409)).body.code).toBe('review.finished');
  const closed = await other.put(`${own}/scores/A2`, rate).expect(409);
  expect(closed.body).toMatchObject({ code: 'selfScore.reviewed' });
  await movedTo(a, path, 'final');
  expect((await reporter.put(`${own}/scores/A2`, rate).expect(409)).body.code).toBe('selfScore.over');
});

const nameOffice = async (): Promise<void> => {
  const offices = await a.get(`${path}/offices`).expect(200);
  const officerIds = offices.body.candidates.map((each: { id: string }) => each.id);
  await a.put(`${path}/offices/ZZ`, { officerIds }).expect(200);
};
const review = (unionId: string, code: string, given: object, door: Door = a) =>
  door.put(`${path}/score-sheets/${unionId}/scores/${code}`, { ...given, reason: '评分' }).expect(200);

it('stands beside the first review and the final score, and of them the last one counts', async () => {
  await reporter.put(`${own}/scores/A2`, rate).expect(200);
  await reporter.post(`${own}/submission`).expect(201);
  await movedTo(a, path, 'review');
  const reviewer = await house.as('a.reviewer');
  await review(unions.A1, 'A2', { numerator: '28', denominator: '40' }, reviewer);
  expect(criterion(await officesSheet(), 'A2')).toMatchObject({
    points: '14.00',
    self: { points: '15.00' },
    review: { points: '14.00', byName: 'A reviewer' },
    final: null,
  });
  await movedTo(a, path, 'final');
  const only = await reviewer
    .put(`${path}/score-sheets/${unions.A1}/scores/A2`, { ...rate, reason: '终评' })
    .expect(403);
  expect(only.body.code).toBe('assessment.finalScore');
  await review(unions.A1, 'A2', { numerator: '26', denominator: '40' });
  expect(criterion(await officesSheet(), 'A2')).toMatchObject({
    points: '13.00',
    review: { points: '14.00' },
    final: { points: '13.00' },
  });
});

it('shows the union nothing of what the tier above gave before publication, and a sibling nothing at all', async () => {
  await reporter.put(`${own}/scores/A2`, rate).expect(200);
  await reporter.post(`${own}/submission`).expect(201);
  await movedTo(a, path, 'review');
  await nameOffice();
  const secret = '机密评语';
  for (const [code, given] of [
    ['A2', { numerator: '11', denominator: '40' }],
    ['B1', { points: '6.66' }],
    ['B2', { points: '7.77' }],
  ] as const) {
    await a.put(`${path}/score-sheets/${unions.A1}/scores/${code}`, { ...given, reason: secret }).expect(200);
  }
  const sheet = await reporter.get(own).expect(200);
  for (const hidden of [secret, '6.66', '7.77', '5.50', 'A administrator'])
    expect(JSON.stringify(sheet.body)).not.toContain(hidden);
  expect(criterion(sheet.body, 'A2')).toMatchObject({ points: null, self: { points: '15.00' } });
  await house.settled();
  // not in the whole answer: the second of `asOf` may be 06.66
  const feed = await reporter.get('/platform/feed?limit=100').expect(200);
  expect(JSON.stringify(feed.body.items)).not.toContain('6.66');
  const sibling = (await (await house.as('a2.viewer')).get(own).expect(200)).body;
  expect(criterion(sibling, 'A2').self).toBeNull();
  await (await house.as('b1.reporter')).get(own).expect(404);
  expect((await (await house.as('b1.reporter')).get('/community/self-scores').expect(200)).body.total).toBe(0);
  await (await house.as('a1.viewer')).put(`${own}/scores/A2`, rate).expect(403);
  await reporter.get(path.replace('subdistrict', 'community')).expect(404);
});

it('a computed criterion without any fact may be judged with a reason, and gives way to facts', async () => {
  const b = await house.as('b.administrator');
  const { body: scheme } = await a.get(path).expect(200);
  const written = await b
    .post('/subdistrict/schemes', { year: 2026, title: '乙街道考核', definition: scheme.definition })
    .expect(201);
  const { body } = await b.post('/subdistrict/assessments', { schemeId: written.body.id }).expect(201);
  const other = `/subdistrict/assessments/${body.id}`;
  await movedTo(b, other, 'review');
  const give = (points: string) =>
    b.put(`${other}/score-sheets/${unions.B1}/scores/A1`, { points, reason: '新设社区，无任务' });
  expect((await give('40.01').expect(422)).body.errors).toMatchObject([{ field: 'points' }]);
  const judged = await give('33').expect(200);
  expect(criterion(judged.body, 'A1')).toMatchObject({ points: '33.00', reason: '新设社区，无任务' });
  const seen = await (await house.as('b1.reporter')).get(`/community/self-scores/${body.id}`).expect(200);
  expect(criterion(seen.body, 'A1')).toMatchObject({ points: null });
  const refused = await a
    .put(`${path}/score-sheets/${unions.A1}/scores/A1`, { points: '40', reason: '好' })
    .expect(409);
  expect(refused.body.code).toBe('assessment.notScoring');
  await movedTo(a, path, 'review');
  expect(
    (await a.put(`${path}/score-sheets/${unions.A1}/scores/A1`, { points: '40', reason: '好' }).expect(422)).body.code,
  ).toBe('assessment.computedCriterion');
});

it('of two scorers who read the same sheet the second is told to read again, where they say what they read', async () => {
  await movedTo(a, path, 'review');
  const sheet = `${path}/score-sheets/${unions.A1}`;
  const { headers } = await a.get(sheet).expect(200);
  const other = await colleague(house, 'a.reviewer', 'a.second');
  const give = (door: Door, points: string) =>
    door.put(`${sheet}/scores/B1`, { points, reason: '评分' }).set('if-match', headers['etag'] ?? '');
  await give(a, '10').expect(200);
  expect((await give(other, '11').expect(412)).body.code).toBe('changedMeanwhile');
  await other.put(`${sheet}/scores/B1`, { points: '11', reason: '评分' }).expect(200);
});

it('is back in the hands of the union when the self-score is reopened', async () => {
  await reporter.put(`${own}/scores/A2`, rate).expect(200);
  await movedTo(a, path, 'final');
  await reporter.put(`${own}/scores/A2`, rate).expect(409);
  const asked = await a.post(`${path}/reopenings`, { to: 'self_score', reason: '停电两天' }).expect(201);
  const other = await colleague(house, 'a.administrator', 'a.deputy');
  await other.post(`${path}/reopenings/${asked.body.id}/confirmation`).expect(201);
  const again = await reporter.put(`${own}/scores/A2`, rate).expect(200);
  expect(again.body).toMatchObject({ step: 'self_score', late: false });
});

it('lays what the machine found beside the sheet, with its reports', async () => {
  const facts = await a.get(`${path}/score-sheets/${unions.A1}/facts`).expect(200);
  expect(facts.body).toMatchObject({
    tasks: [{ title: '发展工会会员', done: '30', pending: '5', target: '40', reportIds: [expect.any(String)] }],
    criteria: [{ criterion: 'A1', taskIds: [facts.body.tasks[0].taskId] }],
  });
  await a.get(`${path}/score-sheets/${unions.B1}/facts`).expect(404);
});
