/** A sheet explains itself: every point leads to its rule, its inputs, the accepted report and its evidence. */
import type { ExplainedCriterionView } from '../../src/assessment/insight/explanation.view';
import type { ExplanationView } from '../../src/assessment/insight/whole.view';
import { recomputed } from '../assessment/recompute';
import { judged, opened, yearOfWork } from '../support/assessment';
import { openedByA } from '../support/course';
import { type Door, House } from '../support/house';

describe('the explanation of a sheet', () => {
  let house: House;
  let office: Door;
  let a: Door;
  let id: string;
  let reports: { a1: string; a2: string; b: string };

  beforeAll(async () => {
    house = await House.open();
    house.clock.set(new Date('2026-12-20T02:00:00Z'));
    office = await house.as('d.administrator');
    a = await house.as('a.administrator');
    reports = await yearOfWork(house);
    ({ id } = await opened(office, 'district'));
    await judged(office, 'district', id, house.district.unions.A, '12.5');
  });
  afterAll(() => house.close());

  const explained = async (union: 'A' | 'B'): Promise<ExplanationView> =>
    (
      await office
        .get(`/district/assessments/${id}/score-sheets/${house.district.unions[union]}/explanation`)
        .expect(200)
    ).body;
  const own = async (door: Door): Promise<ExplanationView> =>
    (await door.get(`/subdistrict/score-sheets/${id}/explanation`).expect(200)).body;
  const criterion = ({ criteria }: ExplanationView, code: string): ExplainedCriterionView => {
    const found = criteria.find((each) => each.code === code);
    if (found === undefined) throw new Error(`no ${code}`);
    return found;
  };

  it('says for each point the rule, the arithmetic with its result, and what the next unit brings', async () => {
    expect(criterion(await explained('A'), 'A1')).toMatchObject({
      points: '40.00',
      rule: { zh: expect.stringContaining('按完成率计分'), en: expect.stringContaining('In proportion') },
      arithmetic: '60 × min(40 ÷ 60, 1) = 40.00',
      nextUnit: { more: '1', gain: '1.00', words: { zh: expect.stringMatching(/再完成 1 人，得分 \+1。/) } },
    });
  });

  it('leads from the task to the accepted reports: whose, on which day accepted, by whom', async () => {
    const sheet = await explained('A');
    const [task] = criterion(sheet, 'A1').tasks;
    expect(task).toMatchObject({ done: '40', target: '60', pending: '5', reports: 2 });
    expect(task?.reportIds.toSorted()).toEqual([reports.a1, reports.a2].toSorted());
    expect(sheet.sources.reports).toMatchObject([
      { id: reports.a1, unionName: '甲一社区工联会', done: '30', acceptedOn: '2026-12-20', acceptedBy: 'A reviewer' },
      { id: reports.a2, unionName: '甲二社区工联会', done: '10', acceptedOn: '2026-12-20', evidence: [] },
    ]);
  });

  it('names who judged, when and why', async () => {
    expect(criterion(await explained('A'), 'B1').judgement).toMatchObject({
      stage: 'final',
      points: '12.50',
      byName: 'D administrator',
      reason: '特色工作有成效',
      at: '2026-12-20T02:00:00.000Z',
    });
  });

  it('works out again from its own text, every point and every sum', async () => {
    for (const sheet of [await explained('A'), await explained('B')]) {
      const { base, bonus, penalty, points } = sheet.whole;
      const sums = [base, bonus, penalty, points, ...sheet.whole.lines, ...sheet.parts, ...sheet.criteria];
      for (const { points, arithmetic } of sums) {
        if (points === null) continue;
        const [formula = '', result] = (arithmetic ?? '').split(' = ');
        expect([recomputed(formula), result]).toEqual([points, points]);
      }
      expect(points.points).toBe(sheet.points);
    }
  });

  it('adds up in words', async () => {
    expect((await explained('B')).whole.words).toEqual({
      zh: '各部分得分合计：80.00 + 0.00 = 80.00。总分 = max(80.00 + 0.00 − 0.00, 0.00) = 80.00。另有 1 项没有得分，未计入。',
      en: 'The parts add up: 80.00 + 0.00 = 80.00. Points = max(80.00 + 0.00 − 0.00, 0.00) = 80.00. Criteria without points, not counted: 1.',
    });
  });

  it('shows the scored union before publication what is computed, and nothing of what the tier above gave', async () => {
    const sheet = await own(a);
    expect(sheet).toMatchObject({ status: 'open', points: '60.00', rank: null, openCriteria: 1 });
    expect(criterion(sheet, 'A1')).toMatchObject({ points: '40.00' });
    expect(criterion(sheet, 'B1')).toMatchObject({ points: null, judgement: null, arithmetic: null });
    expect(JSON.stringify(sheet)).not.toMatch(/12\.5|特色工作有成效|D administrator/);
    await (await house.as('a1.administrator')).get(`/community/score-sheets/${id}/explanation`).expect(404);
  });

  it('shows it in full once published, and keeps it whatever is accepted later', async () => {
    await judged(office, 'district', id, house.district.unions.B, '8');
    await office.post(`/district/assessments/${id}/publication`).expect(201);
    const sheet = await own(a);
    expect(sheet).toMatchObject({ status: 'published', points: '72.50', rank: 2, openCriteria: 0 });
    expect(criterion(sheet, 'B1').judgement).toMatchObject({ reason: '特色工作有成效' });
    expect(sheet).toEqual(await explained('A'));
  });

  it('keeps the arithmetic of what was published beside what an upheld appeal made of it', async () => {
    const { body: appeal } = await a
      .post('/subdistrict/appeals', { assessmentId: id, criteria: ['B1'], reason: '请复核' })
      .expect(201);
    const corrections = [{ criterion: 'B1', points: '15', reason: '补充材料有效' }];
    await (
      await house.as('d.reviewer')
    )
      .post(`/district/assessments/${id}/appeals/${appeal.id}/decision`, {
        outcome: 'upheld',
        reason: '属实',
        corrections,
      })
      .expect(201);
    const sheet = await own(a);
    expect(sheet).toMatchObject({ points: '75.00', whole: { points: { points: '75.00' } } });
    expect(criterion(sheet, 'B1')).toMatchObject({
      points: '15.00',
      arithmetic: '12.5 = 12.50',
      corrections: [{ old: '12.50', new: '15.00', reason: '补充材料有效', byName: 'D reviewer' }],
    });
    const fairness = await office.get(`/district/assessments/${id}/fairness`).expect(200);
    expect(fairness.body.criteria).toMatchObject([{}, {}, { code: 'B1', highest: '15.00' }]);
  });
});

it('shows a union its own self-score before it hands it in, and the tier above not yet', async () => {
  const house = await House.open();
  try {
    house.clock.set(new Date('2026-12-10T02:00:00Z'));
    const { a, id } = await openedByA(house);
    const reporter = await house.as('a1.reporter');
    const rate = { numerator: '30', denominator: '40', reason: '培训 30 人' };
    await reporter.put(`/community/self-scores/${id}/scores/A2`, rate).expect(200);
    const found = ({ criteria }: ExplanationView) => criteria.find(({ code }) => code === 'A2');
    const mine = await reporter.get(`/community/score-sheets/${id}/explanation`).expect(200);
    expect(found(mine.body)).toMatchObject({
      points: '15.00',
      arithmetic: '20 × min(30 ÷ 40, 1) = 15.00',
      self: { reason: '培训 30 人' },
      judgement: { stage: 'self' },
    });
    const { unions } = house.district;
    const theirs = await a.get(`/subdistrict/assessments/${id}/score-sheets/${unions.A1}/explanation`).expect(200);
    expect(found(theirs.body)).toMatchObject({ points: null, self: null, judgement: null });
    expect(JSON.stringify(theirs.body)).not.toContain('培训 30 人');
  } finally {
    await house.close();
  }
});
