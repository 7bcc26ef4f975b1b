/** An appeal (申诉): filed in its window, decided by somebody who did not score, and what it corrects leaves the rest. */
import type { CriterionScoreView } from '../../src/assessment/score-sheet.view';
import { AppealClock } from '../../src/assessment/appeal/appeal-clock.service';
import { criterion } from '../support/assessment';
import { type Door, House } from '../support/house';
import { colleague } from '../support/course';
import { publishedInA } from '../support/publication';

const at = (house: House, moment: string): void => house.clock.set(new Date(moment));

describe('an appeal', () => {
  let house: House;
  let own: Door;
  let office: Door;
  let reviewer: Door;
  let A1: string;
  let A2: string;
  let id: string;
  let path: string;
  let appeal: string;

  beforeAll(async () => {
    house = await House.open();
    at(house, '2026-12-21T02:00:00Z');
    ({ A1, A2 } = house.district.unions);
    own = await house.as('a1.administrator');
    office = await house.as('a.administrator');
    reviewer = await house.as('a.reviewer');
    id = await publishedInA(house, [
      [A1, { A1: '50', B1: '20', B2: '10' }],
      [A2, { A1: '46', B1: '22', B2: '13' }],
    ]);
    path = `/subdistrict/assessments/${id}`;
  });
  afterAll(() => house.close());

  const sheets = async () =>
    Promise.all([A1, A2].map(async (union) => (await office.get(`${path}/score-sheets/${union}`).expect(200)).body));
  const given = (more: object = {}) => ({ assessmentId: id, criteria: ['B1', 'B2'], reason: '台账已补充', ...more });
  const decide = (door: Door, body: object) => door.post(`${path}/appeals/${appeal}/decision`, body);
  const upheld = (criterionCode: string, points: string) => ({
    outcome: 'upheld',
    reason: '材料属实',
    corrections: [{ criterion: criterionCode, points, reason: '补记两项' }],
  });

  it('is filed by the administrator of the scored union against criteria of its sheet, and waits alone', async () => {
    await (await house.as('a1.reporter')).post('/community/appeals', given()).expect(403);
    await (await house.as('b1.administrator')).post('/community/appeals', given()).expect(404);
    const unknown = await own.post('/community/appeals', given({ criteria: ['B1', 'Z9'] })).expect(422);
    expect(unknown.body).toMatchObject({ code: 'appeal.unknownCriterion', errors: [{ field: 'criteria' }] });
    const filed = await own.post('/community/appeals', given()).expect(201);
    appeal = filed.body.id;
    expect(filed.headers['location']).toBe(`/api/v1/community/appeals/${appeal}`);
    expect(filed.body).toMatchObject({
      status: 'filed',
      unionId: A1,
      criteria: [
        { code: 'B1', name: '创新' },
        { code: 'B2', name: '宣传' },
      ],
      decidedBy: null,
      corrections: [],
      evidence: [],
    });
    expect((await own.post('/community/appeals', given()).expect(409)).body.code).toBe('appeal.exists');
    const seen = await own.get(`/community/publications/${id}`).expect(200);
    expect(seen.body).toMatchObject({ appealable: false, openAppealId: appeal });
  });

  it('carries evidence that its office can read, and no sibling', async () => {
    const upload = await own
      .post(`/community/appeals/${appeal}/evidence`)
      .attach('file', Buffer.from('名单'), '补充台账.txt')
      .expect(201);
    const spare = await own
      .post(`/community/appeals/${appeal}/evidence`)
      .attach('file', Buffer.from('误传'), '误传.txt')
      .expect(201);
    await own.delete(`/community/appeals/${appeal}/evidence/${spare.body.id}`).expect(204);
    const seen = await office.get(`${path}/appeals/${appeal}`).expect(200);
    expect(seen.body).toMatchObject({ files: 1, evidence: [upload.body], ownScore: false });
    const file = `evidence/${upload.body.id}`;
    expect((await office.get(`${path}/appeals/${appeal}/${file}`).expect(200)).text).toBe('名单');
    expect((await own.get(`/community/appeals/${appeal}/${file}`).expect(200)).text).toBe('名单');
    await (await house.as('d.viewer')).get(`/district/assessments/${id}/appeals/${appeal}/${file}`).expect(200);
    const [sibling, street] = [await house.as('a2.administrator'), await house.as('b.administrator')];
    for (const asked of [
      sibling.get(`/community/appeals/${appeal}`),
      sibling.get(`/community/appeals/${appeal}/${file}`),
      sibling.delete(`/community/appeals/${appeal}`),
      sibling.delete(`/community/appeals/${appeal}/${file}`),
      sibling.post(`/community/appeals/${appeal}/evidence`).attach('file', Buffer.from('x'), 'x.txt'),
      street.get(`${path}/appeals`),
      street.get(`${path}/appeals/${appeal}`),
      street.get(`${path}/appeals/${appeal}/${file}`),
      street.post(`${path}/appeals/${appeal}/decision`, upheld('B1', '21')),
    ])
      expect((await asked).status).toBe(404);
    expect((await sibling.get('/community/appeals').expect(200)).body.items).toEqual([]);
  });

  it('is withdrawn while nobody has decided, stays in the list, and another one may follow', async () => {
    const before = appeal;
    await own.delete(`/community/appeals/${appeal}`).expect(204);
    expect((await own.delete(`/community/appeals/${appeal}`).expect(409)).body.code).toBe('appeal.decided');
    const upload = own.post(`/community/appeals/${appeal}/evidence`).attach('file', Buffer.from('x'), 'x.txt');
    expect((await upload).body.code).toBe('appeal.decided');
    appeal = (await own.post('/community/appeals', given()).expect(201)).body.id;
    expect((await own.get('/community/appeals').expect(200)).body.items).toMatchObject([
      { id: appeal, status: 'filed' },
      { id: before, status: 'withdrawn' },
    ]);
    expect((await office.get(`${path}/appeals?status=filed`).expect(200)).body).toMatchObject({
      total: 1,
      items: [{ id: appeal }],
    });
  });

  it('lies on the desk of whoever may decide it, and not on that of the officer who scored', async () => {
    const kinds = async (door: Door) =>
      (await door.get('/me/desk').expect(200)).body.now.flatMap((item: { kind: string; assessmentId: string }) =>
        item.assessmentId === id ? [item.kind] : [],
      );
    expect(await kinds(office)).toEqual(['appeal']);
    for (const door of [reviewer, own, await house.as('a.viewer')]) expect(await kinds(door)).toEqual([]);
  });

  it('is not decided by the officer who scored what is appealed, and he is told why', async () => {
    const refused = await decide(reviewer, upheld('B1', '21')).expect(422);
    expect(refused.body).toMatchObject({
      code: 'appeal.ownScore',
      detail: expect.stringContaining('请由其他人员处理'),
    });
    expect((await reviewer.get(`${path}/appeals/${appeal}`).expect(200)).body.ownScore).toBe(true);
    await (await house.as('a.viewer')).post(`${path}/appeals/${appeal}/decision`, upheld('B1', '21')).expect(403);
  });

  it.each<[string, object, string, string | undefined]>([
    ['a criterion nobody appealed', upheld('A1', '51'), 'appeal.notAppealed', 'corrections[0].criterion'],
    ['more than the marks', upheld('B1', '25.01'), 'appeal.beyondMarks', 'corrections[0].points'],
    ['the points it has', upheld('B1', '20'), 'appeal.samePoints', 'corrections[0].points'],
    ['nothing', { outcome: 'upheld', reason: '属实' }, 'appeal.nothingCorrected', 'corrections'],
    [
      'a rejected appeal',
      { ...upheld('B1', '21'), outcome: 'rejected' },
      'appeal.correctionsOfRejected',
      'corrections',
    ],
  ])('does not correct %s', async (_, body, code, field) => {
    const refused = await decide(office, body).expect(422);
    expect(refused.body).toMatchObject({ code, errors: [{ field }] });
  });

  it('upheld, changes one score and leaves the rest: old and new stand side by side, ranks are made anew', async () => {
    const before = await sheets();
    const decided = await decide(office, upheld('B1', '22.5')).expect(201);
    expect(decided.body).toMatchObject({
      status: 'upheld',
      decidedBy: 'A administrator',
      decisionReason: '材料属实',
      corrections: [{ criterion: 'B1', old: '20.00', new: '22.50', reason: '补记两项' }],
    });
    const [one, two] = await sheets();
    const [oneBefore, twoBefore] = before;
    expect(criterion(one, 'B1')).toMatchObject({
      points: '22.50',
      corrections: [{ old: '20.00', new: '22.50', byName: 'A administrator', appealId: appeal }],
    });
    const others = ({ criteria }: { criteria: CriterionScoreView[] }) => criteria.filter(({ code }) => code !== 'B1');
    expect(others(one)).toEqual(others(oneBefore));
    expect(one).toMatchObject({ points: '82.50', base: '82.50', rank: 1 });
    expect(one.parts).toMatchObject([{ points: '50.00' }, { points: '32.50' }]);
    expect({ ...two, rank: 0, version: 0, gradeWords: null }).toEqual({
      ...twoBefore,
      rank: 0,
      version: 0,
      gradeWords: null,
    });
    expect([twoBefore.rank, two.rank]).toEqual([1, 2]);
  });

  it('stands in a publication of its own, beside the first one, and both are whole', async () => {
    const { body } = await office.get(`${path}/publications`).expect(200);
    expect(body.items).toMatchObject([
      { no: 1, kind: 'publication' },
      { no: 2, kind: 'correction', appealId: appeal, reason: '材料属实', publishedBy: 'A administrator' },
    ]);
    const correction = await office.get(`${path}/publications/2`).expect(200);
    expect(correction.body.standings).toMatchObject([
      { unionId: A1, points: '82.50', rank: 1, before: { points: '80.00', rank: 2 } },
      { unionId: A2, points: '81.00', rank: 2, before: { points: '81.00', rank: 1 } },
    ]);
    const inForce = async (no: number, union: string) =>
      (await office.get(`${path}/publications/${no}/sheets/${union}`).expect(200)).body;
    expect(await inForce(2, A1)).toMatchObject({ no: 2, sheet: { points: '82.50' } });
    expect(await inForce(2, A2)).toMatchObject({ no: 1, sheet: { points: '81.00' } });
    expect(await inForce(1, A1)).toMatchObject({ no: 1, sheet: { points: '80.00' } });
    for (const no of [1, 2])
      expect((await office.get(`${path}/publications/${no}/verification`).expect(200)).body).toMatchObject({
        whole: true,
      });
    await house.settled();
    const standings = await office.get('/platform/standings?year=2026&tier=community&by=score').expect(200);
    expect(standings.body.items).toMatchObject([
      { unionId: A1, rank: 1, score: '82.50' },
      { unionId: A2, rank: 2, score: '81.00' },
    ]);
    const feed = JSON.stringify((await own.get('/platform/feed?limit=100').expect(200)).body);
    expect(feed).toContain('甲一社区工联会对“社区考核”的申诉成立：材料属实');
    const siblings = await (await house.as('a2.viewer')).get('/platform/feed?limit=100').expect(200);
    expect(JSON.stringify(siblings.body)).not.toContain('申诉');
  });

  it('is decided once', async () => {
    for (const body of [upheld('B2', '11'), { outcome: 'rejected', reason: '不属实' }])
      expect((await decide(office, body).expect(409)).body.code).toBe('appeal.decided');
  });

  it('corrects the corrected: the last value counts, and each step stays', async () => {
    appeal = (await own.post('/community/appeals', given({ criteria: ['B1'] })).expect(201)).body.id;
    await decide(office, upheld('B1', '21')).expect(201);
    const [one] = await sheets();
    expect(criterion(one, 'B1')).toMatchObject({
      points: '21.00',
      corrections: [
        { old: '20.00', new: '22.50' },
        { old: '22.50', new: '21.00' },
      ],
    });
    expect(one).toMatchObject({ points: '81.00', rank: 1 });
    const { body } = await office.get(`${path}/publications/3`).expect(200);
    expect(body.standings).toMatchObject([
      { unionId: A1, points: '81.00', rank: 1, before: { points: '82.50', rank: 1 } },
      { unionId: A2, points: '81.00', rank: 1, before: { rank: 2 } },
    ]);
  });

  it('rejected, leaves everything as it is', async () => {
    const before = await sheets();
    appeal = (await own.post('/community/appeals', given()).expect(201)).body.id;
    const rejected = await decide(office, { outcome: 'rejected', reason: '与事实不符' }).expect(201);
    expect(rejected.body).toMatchObject({ status: 'rejected', corrections: [] });
    expect(await sheets()).toEqual(before);
    expect((await office.get(`${path}/publications`).expect(200)).body.total).toBe(3);
  });

  it('alone opens a published sheet, and only what follows from it: the database refuses the rest', async () => {
    const frozen = { code: '23514' };
    const { database } = house;
    for (const change of ['rank = 9', 'points = 1', 'grade = $$a$$', 'version = 99'])
      await expect(database.query(`update score_sheet set ${change}`)).rejects.toMatchObject(frozen);
    const correct = `
      insert into correction (district_id, id, assessment_id, appeal_id, sheet_id, criterion, old_points, new_points,
        reason, decided_by, decided_at)
      select district_id, gen_random_uuid(), assessment_id, id, sheet_id, $1, 21, $2, '更正', decided_by, now()
      from appeal where status = $3 order by filed_at limit 1`;
    const tried = (criterionCode: string, points: number, status: string, ...changes: string[]) =>
      database.transaction(async (tx) => {
        await tx.query(correct, [criterionCode, points, status]);
        for (const change of changes) await tx.query(change);
        throw new Error('taken back');
      });
    await expect(tried('B1', 1, 'rejected')).rejects.toMatchObject(frozen);
    await expect(tried('A1', 1, 'upheld')).rejects.toMatchObject(frozen);
    await expect(tried('B2', 15.01, 'upheld')).rejects.toMatchObject(frozen);
    for (const change of [
      'update score set points = 1',
      'update score_sheet set bonus = 1',
      'update score_sheet set class_code = $$x$$',
      `update score_sheet set points = 1 where union_id = '${A2}'`,
      'delete from score_sheet',
      'update correction set new_points = 3',
      'delete from correction',
      'update appeal set reason = $$x$$',
      'delete from appeal',
    ])
      await expect(tried('B2', 12, 'upheld', change)).rejects.toMatchObject({
        code: expect.stringMatching(/^(23514|42501)$/),
      });
    await expect(
      tried('B2', 12, 'upheld', `update score_sheet set points = 1, base = 1, rank = 7 where union_id = '${A1}'`),
    ).rejects.toThrow('taken back');
    await expect(tried('B2', 12, 'upheld', `update score_sheet set rank = 7`)).rejects.toThrow('taken back');
  });
});

describe('the window', () => {
  let house: House;
  let own: Door;
  let office: Door;
  let clock: AppealClock;
  beforeEach(async () => {
    house = await House.open();
    at(house, '2026-12-21T02:00:00Z');
    own = await house.as('a1.administrator');
    office = await house.as('a.administrator');
    clock = house.app.get(AppealClock);
  });
  afterEach(() => house.close());

  const published = () => {
    const { A1, A2 } = house.district.unions;
    return publishedInA(house, [
      [A1, { A1: '50', B1: '20', B2: '10' }],
      [A2, { A1: '46', B1: '22', B2: '13' }],
    ]);
  };
  const file = (id: string) => own.post('/community/appeals', { assessmentId: id, criteria: ['B1'], reason: '请复核' });
  const stepOf = async (id: string) => (await office.get(`/subdistrict/assessments/${id}`).expect(200)).body.step;
  const close = (id: string) => office.post(`/subdistrict/assessments/${id}/closing`);

  it('takes what is filed on its last day and nothing after it, by the clock of the database', async () => {
    const id = await published();
    at(house, '2026-12-28T15:59:59Z');
    const { body } = await file(id).expect(201);
    await own.delete(`/community/appeals/${body.id}`).expect(204);
    at(house, '2026-12-28T16:00:00Z');
    expect((await file(id).expect(409)).body).toMatchObject({
      code: 'appeal.windowOver',
      detail: '申诉期已于 2026-12-28 截止。',
    });
    expect((await own.get(`/community/publications/${id}`).expect(200)).body.appealable).toBe(false);
  });

  it('passed without an appeal, closes the assessment; passed once however many clocks tick', async () => {
    const id = await published();
    expect(await clock.tick()).toBe(0);
    expect((await close(id).expect(409)).body.code).toBe('assessment.windowRuns');
    at(house, '2026-12-29T02:00:00Z');
    expect((await Promise.all([1, 2, 3, 4].map(() => clock.tick()))).reduce((sum, n) => sum + n)).toBe(1);
    expect(await stepOf(id)).toBe('closed');
    await house.settled();
    const told: { n: number }[] = await house.database.query(
      `select count(*)::int as n from outbox_message where name = 'assessment.stepped'`,
    );
    expect(told).toEqual([{ n: 1 }]);
    expect((await close(id).expect(409)).body.code).toBe('assessment.closed');
  });

  it('passed with an appeal, waits for the answer, and the last answer closes', async () => {
    const id = await published();
    const { body } = await file(id).expect(201);
    at(house, '2026-12-29T02:00:00Z');
    expect(await clock.tick()).toBe(1);
    expect(await stepOf(id)).toBe('appeals');
    expect(await clock.tick()).toBe(0);
    expect((await close(id).expect(409)).body.code).toBe('assessment.undecided');
    const decision = { outcome: 'rejected', reason: '与事实不符' };
    await office.post(`/subdistrict/assessments/${id}/appeals/${body.id}/decision`, decision).expect(201);
    expect(await stepOf(id)).toBe('closed');
    const steps: { step: string; by: boolean }[] = await house.database.query(
      `select step, by is not null as by from assessment_step where assessment_id = $1 order by no`,
      [id],
    );
    expect(steps.slice(-3)).toEqual([
      { step: 'published', by: true },
      { step: 'appeals', by: false },
      { step: 'closed', by: true },
    ]);
  });

  it('passed, the last withdrawal closes too; and an officer may close before the clock does', async () => {
    const [one, other] = [await published(), await published()];
    const { body } = await file(one).expect(201);
    at(house, '2026-12-29T02:00:00Z');
    expect((await close(other).expect(201)).body.step).toBe('closed');
    expect(await clock.tick()).toBe(1);
    expect(await stepOf(one)).toBe('appeals');
    await own.delete(`/community/appeals/${body.id}`).expect(204);
    expect(await stepOf(one)).toBe('closed');
  });

  it('passed, is opened once more by two persons, for so many working days, and then passes again', async () => {
    const id = await published();
    const path = `/subdistrict/assessments/${id}`;
    const again = (more: object) => office.post(`${path}/reopenings`, { reason: '公示期间系统停用两天', ...more });
    expect((await again({ to: 'published', days: 2 }).expect(422)).body.code).toBe('reopening.notBack');
    at(house, '2026-12-29T02:00:00Z');
    await clock.tick();
    expect((await file(id).expect(409)).body.code).toBe('appeal.windowOver');
    expect((await again({ to: 'review' }).expect(409)).body.code).toBe('assessment.published');
    const asked = await again({ to: 'published', days: 2 }).expect(201);
    expect(asked.body).toMatchObject({ from: 'closed', to: 'published', status: 'proposed' });
    const confirm = (door: Door) => door.post(`${path}/reopenings/${asked.body.id}/confirmation`);
    expect((await confirm(office).expect(422)).body.code).toBe('reopening.samePerson');
    expect((await file(id).expect(409)).body.code).toBe('appeal.windowOver');
    const before = (await office.get(`${path}/publications`).expect(200)).body;
    await confirm(await colleague(house, 'a.administrator', 'a.deputy')).expect(201);
    expect((await office.get(path).expect(200)).body).toMatchObject({
      status: 'published',
      step: 'published',
      stepDue: '2026-12-31',
      appealUntil: '2026-12-31',
    });
    expect((await office.get(`${path}/publications`).expect(200)).body).toEqual(before);
    expect(await clock.tick()).toBe(0);
    const { body } = await file(id).expect(201);
    await own.delete(`/community/appeals/${body.id}`).expect(204);
    at(house, '2027-01-01T02:00:00Z');
    expect((await file(id).expect(409)).body.detail).toContain('2026-12-31');
    expect(await clock.tick()).toBe(1);
    expect(await stepOf(id)).toBe('closed');
    await house.settled();
    const feed = JSON.stringify((await office.get('/platform/feed?limit=100').expect(200)).body);
    expect(feed).toContain('公示期间系统停用两天');
  });
});
