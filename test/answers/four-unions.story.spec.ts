/**
 * Four made-up unions scored through the API by a scheme of many rule kinds, to points that were worked out by hand.
 *
 * The scheme is written here from published practice: routine work counts 60 %, the year's end 40 %; interval between
 * a base and a challenge value, A to D coefficients 4-3-2-1 with interpolation, points by rank, points off per missing
 * percentage point and per occurrence, points per counted thing, a bonus for going beyond; bonuses with caps, and
 * vetoes that mean three different things.
 *
 * Every point by hand (marks × weight, rounded half up once):
 *
 *  P1 30 × done ÷ 40 at most 1, × 0.6   甲 46: 18.00    乙 40: 18.00    丙 30: 13.50        丁 12: 5.40
 *     beyond 100 %, each full 10 points  甲 115 %: ⌊15 ÷ 10⌋ × 0.5 = 0.50; nobody else
 *  P2 12 + 8 × (rate − 60) ÷ 30, × 0.6  甲 90 %: 12.00  乙 83.33 %: (12 + 8 × 23.3333 ÷ 30) × 0.6 = 10.9333 → 10.93
 *                                       丙 50 %: 12 × 0.6 = 7.20   丁 66.67 %: 13.7777… × 0.6 = 8.2666… → 8.27
 *  P3 by rank of 90, 100, 90, 45 %      乙 first 20, 甲 and 丙 both second 18, 丁 fourth 14; × 0.6
 *  P4 15 − 0.5 per point below 50 %     甲 50 %: 9.00   乙 45 %: 12.5 × 0.6   丙 40 %: 10 × 0.6   丁 0 %: the floor, 3 × 0.6
 *  P5 15 − 1 per late, 2 per wrong (at most 4)  甲 15 × 0.6   乙 two late 13 × 0.6   丙 three wrong 11 × 0.6   丁 nothing left
 *  Y1 40 × coefficient ÷ 4, × 0.4       甲 97.5 %: 4 → 16.00   乙 90 %: 3.5 → 14.00
 *                                       丙 72.5 %: 2 + 2.5 ÷ 15 = 2.1666… → 8.6666… → 8.67   丁 40 %: below D, 0
 *  Y2 ≥ 90 → 20, ≥ 80 → 12, ≥ 60 → 6, × 0.4   甲 88 %: 4.80   乙 90 %: 8.00   丙 59 %: 0   丁 60 %: 2.40
 *  Y3 city 5 each (at most 15), district 2 each, at most 20, × 0.4
 *                                       甲 4 and 1: 15 + 2 = 17 → 6.80   乙 2 and 9: 28, so 20 → 8.00   丙 3 of the district: 2.40   丁 0
 *  Y4 as judged × 0.4                   甲 17: 6.80   乙 15.5: 6.20   丙 12.25: 4.90   丁 5: 2.00
 *
 *  Base   甲 93.20   乙 92.43   丙 60.07   丁 28.27
 *  Bonus  甲 min(3 × 1.5, 3) + 1.25 + 0.50 = 4.75, at most 4.00   乙 0.8 + 1.5 = 2.3, at most 2.00   丁 1.50
 *  Penalty  乙 2.00   丁 3 × 2 = 6, at most 5.00
 *  Points 甲 97.20   乙 92.43 + 2.00 − 2.00 = 92.43   丙 60.07   丁 0.00, for its veto takes everything
 *  Grades 甲 is excellent and out of any award, so the one place (30 % of four) is left to 乙; 丙 could pass, but its
 *         veto caps the grade; 丁 fails.
 */
import type { ExplanationView } from '../../src/assessment/insight/whole.view';
import { recomputed } from '../assessment/recompute';
import { opened } from '../support/assessment';
import { codes, type Four, fourUnions, worked } from '../support/four-unions';
import { type Door, House } from '../support/house';
import { picture } from '../support/picture';

const definition = {
  fullMarks: '100',
  parts: [
    {
      code: 'P',
      name: '平时工作',
      marks: '100',
      weight: '0.6',
      criteria: [
        {
          code: 'P1',
          name: '建会进度',
          marks: '30',
          rule: { kind: 'proportional', beyond: { per: '10', points: '0.5', cap: '2' } },
          tasks: { codes: ['found'] },
          scorer: 'computed',
        },
        {
          code: 'P2',
          name: '职工入会率',
          marks: '20',
          rule: { kind: 'interval', over: 'stated', base: '60', challenge: '90', basePoints: '12' },
          scorer: 'office',
        },
        {
          code: 'P3',
          name: '培训名次',
          marks: '20',
          rule: { kind: 'rank', points: ['20', '18', '16', '14'] },
          tasks: { codes: ['train'] },
          scorer: 'computed',
        },
        {
          code: 'P4',
          name: '经审覆盖',
          marks: '15',
          rule: { kind: 'shortfall', from: '50', per: '1', points: '0.5', floor: '3' },
          tasks: { codes: ['audit'] },
          scorer: 'computed',
        },
        {
          code: 'P5',
          name: '报送质量',
          marks: '15',
          rule: {
            kind: 'deduction',
            grounds: [
              { code: 'late', name: '迟报', points: '1' },
              { code: 'wrong', name: '数据差错', points: '2', most: '4' },
            ],
          },
          scorer: 'computed',
        },
      ],
    },
    {
      code: 'Y',
      name: '年终考核',
      marks: '100',
      weight: '0.4',
      criteria: [
        {
          code: 'Y1',
          name: '集体协商建制率',
          marks: '40',
          rule: {
            kind: 'coefficients',
            over: 'stated',
            steps: [
              { at: '50', coefficient: '1' },
              { at: '70', coefficient: '2' },
              { at: '85', coefficient: '3' },
              { at: '95', coefficient: '4' },
            ],
          },
          scorer: 'office',
        },
        {
          code: 'Y2',
          name: '职工满意度',
          marks: '20',
          rule: {
            kind: 'bands',
            over: 'stated',
            bands: [
              { atLeast: '90', points: '20' },
              { atLeast: '80', points: '12' },
              { atLeast: '60', points: '6' },
            ],
          },
          scorer: 'office',
        },
        {
          code: 'Y3',
          name: '品牌活动',
          marks: '20',
          rule: {
            kind: 'counted',
            kinds: [
              { code: 'city', name: '市级品牌', points: '5', cap: '15' },
              { code: 'dist', name: '区级品牌', points: '2' },
            ],
          },
          scorer: 'office',
        },
        { code: 'Y4', name: '特色工作', marks: '20', rule: { kind: 'manual' }, scorer: 'office' },
      ],
    },
  ],
  bonuses: {
    cap: '4',
    kinds: [
      { code: 'J1', name: '上级表彰', each: '1.5', cap: '3' },
      { code: 'J2', name: '创新成果', cap: '2' },
    ],
  },
  penalties: { cap: '5', kinds: [{ code: 'K1', name: '通报批评', each: '2', cap: '5' }] },
  vetoes: [
    { code: 'V1', name: '重大责任事故', effect: 'zero' },
    { code: 'V2', name: '经费违规', effect: 'gradeCapped', grade: 'fail' },
    { code: 'V3', name: '漏缴会费', effect: 'awardLost' },
  ],
  grading: {
    grades: [
      { code: 'excellent', name: '优秀', atLeast: '90', quota: '30' },
      { code: 'good', name: '良好', atLeast: '80' },
      { code: 'pass', name: '合格', atLeast: '60' },
      { code: 'fail', name: '不合格' },
    ],
    quotaTies: 'out',
  },
};

/** What each union has in each criterion, worked out by hand as said on top. */
const byHand: Readonly<Record<string, readonly [string, string, string, string]>> = {
  P1: ['18.00', '18.00', '13.50', '5.40'],
  P2: ['12.00', '10.93', '7.20', '8.27'],
  P3: ['10.80', '12.00', '10.80', '8.40'],
  P4: ['9.00', '7.50', '6.00', '1.80'],
  P5: ['9.00', '7.80', '6.60', '0.00'],
  Y1: ['16.00', '14.00', '8.67', '0.00'],
  Y2: ['4.80', '8.00', '0.00', '2.40'],
  Y3: ['6.80', '8.00', '2.40', '0.00'],
  Y4: ['6.80', '6.20', '4.90', '2.00'],
};

const rate = (numerator: string, denominator: string) => ({ numerator, denominator });

const given: Four<Record<string, object>> = {
  A: {
    P2: rate('270', '300'),
    Y1: rate('39', '40'),
    Y2: rate('88', '100'),
    Y3: { counts: { city: 4, dist: 1 } },
    Y4: { points: '17' },
  },
  B: {
    P2: rate('250', '300'),
    Y1: rate('36', '40'),
    Y2: rate('90', '100'),
    Y3: { counts: { city: 2, dist: 9 } },
    Y4: { points: '15.5' },
  },
  C: {
    P2: rate('150', '300'),
    Y1: rate('29', '40'),
    Y2: rate('59', '100'),
    Y3: { counts: { dist: 3 } },
    Y4: { points: '12.25' },
  },
  E: { P2: rate('200', '300'), Y1: rate('16', '40'), Y2: rate('60', '100'), Y3: { counts: {} }, Y4: { points: '5' } },
};

const happened: Four<readonly object[]> = {
  A: [
    { kind: 'bonus', ground: 'J1', count: 3 },
    { kind: 'bonus', ground: 'J2', points: '1.25' },
    { kind: 'veto', ground: 'V3' },
  ],
  B: [
    { kind: 'occurrence', criterion: 'P5', ground: 'late', count: 2 },
    { kind: 'bonus', ground: 'J2', points: '0.8' },
    { kind: 'bonus', ground: 'J2', points: '1.5' },
    { kind: 'penalty', ground: 'K1' },
  ],
  C: [
    { kind: 'occurrence', criterion: 'P5', ground: 'wrong', count: 3 },
    { kind: 'veto', ground: 'V2' },
  ],
  E: [
    { kind: 'occurrence', criterion: 'P5', ground: 'late', count: 20 },
    { kind: 'occurrence', criterion: 'P5', ground: 'wrong' },
    { kind: 'bonus', ground: 'J1' },
    { kind: 'penalty', ground: 'K1', count: 3 },
    { kind: 'veto', ground: 'V1' },
  ],
};

describe('four unions, worked out by hand', () => {
  let house: House;
  let office: Door;
  let four: Awaited<ReturnType<typeof fourUnions>>;
  let id: string;
  let audits: Four<string>;

  beforeAll(async () => {
    house = await House.open();
    house.clock.set(new Date('2026-12-20T02:00:00Z'));
    [office, four] = [await house.as('d.administrator'), await fourUnions(house)];
    const done = (A: string, B: string, C: string, E: string): Four<string> => ({ A, B, C, E });
    await worked(house, four, {
      code: 'found',
      title: '新建工会',
      unit: '家',
      target: '40',
      done: done('46', '40', '30', '12'),
    });
    await worked(house, four, {
      code: 'train',
      title: '职工培训',
      unit: '人次',
      target: '200',
      done: done('180', '200', '180', '90'),
    });
    audits = await worked(house, four, {
      code: 'audit',
      title: '经费审查',
      unit: '家',
      target: '20',
      done: done('10', '9', '8', '0'),
    });
    ({ id } = await opened(office, 'district', { year: 2026, title: '2026 年度综合考核', definition }));
    for (const each of codes) {
      const sheet = `/district/assessments/${id}/score-sheets/${four.unions[each]}`;
      for (const [criterion, what] of Object.entries(given[each]))
        await office.put(`${sheet}/scores/${criterion}`, { ...what, reason: '据年终核查' }).expect(200);
      for (const entry of happened[each]) await entered(`${sheet}/entries`, entry);
    }
  }, 400_000);
  afterAll(() => house.close());

  async function entered(path: string, entry: object): Promise<void> {
    const what = { ...entry, occurredOn: '2026-06-12', words: '有据可查' };
    const { body } = await office.post(path, what).expect(201);
    if (body.status === 'approved') return;
    const at = `/district/assessments/${id}/entries/${body.id}`;
    await office
      .post(`${at}/evidence`)
      .attach('file', await picture(), '证书.jpg')
      .expect(201);
    await (await house.as('d.reviewer')).post(`${at}/approval`).expect(201);
  }

  const explained = async (each: keyof Four<string>): Promise<ExplanationView> =>
    (await office.get(`/district/assessments/${id}/score-sheets/${four.unions[each]}/explanation`).expect(200)).body;

  it('have the points that were worked out, in every criterion', async () => {
    const found: Record<string, (string | null)[]> = {};
    for (const each of codes)
      for (const { code, points } of (await explained(each)).criteria) (found[code] ??= []).push(points);
    expect(found).toEqual(byHand);
  });

  it('have bonuses and penalties up to their caps, and what their vetoes leave', async () => {
    const totals: unknown[] = [];
    for (const each of codes) {
      const { whole } = await explained(each);
      totals.push([whole.base.points, whole.bonus.points, whole.penalty.points, whole.points.points]);
    }
    expect(totals).toEqual([
      ['93.20', '4.00', '0.00', '97.20'],
      ['92.43', '2.00', '2.00', '92.43'],
      ['60.07', '0.00', '0.00', '60.07'],
      ['28.27', '1.50', '5.00', '0.00'],
    ]);
  });

  it('are explained by texts that work out again to every point and every sum', async () => {
    let worked = 0;
    for (const each of codes) {
      const { whole, parts, criteria } = await explained(each);
      const { base, bonus, penalty, points } = whole;
      for (const sum of [base, bonus, penalty, points, ...whole.lines, ...parts, ...criteria]) {
        const [formula = '', result] = (sum.arithmetic ?? '').split(' = ');
        expect([sum.arithmetic, recomputed(formula), result]).toEqual([sum.arithmetic, sum.points, sum.points]);
        worked += 1;
      }
    }
    expect(worked).toBe(4 * (4 + 2 + 9) + 7);
  });

  it('lead to the reports and the entries that count, and tell what the next unit would bring', async () => {
    const sheet = await explained('C');
    const [p1, , , p4, p5] = sheet.criteria;
    expect(p1).toMatchObject({
      arithmetic: '30 × min(30 ÷ 40, 1) × 0.6 = 13.50',
      tasks: [{ title: '新建工会', done: '30', target: '40', unit: '家', reports: 1 }],
      nextUnit: { more: '1', gain: '0.45', words: { zh: '“新建工会”再完成 1 家，得分 +0.45。' } },
    });
    expect(p4).toMatchObject({ nextUnit: { more: '1', gain: '1.50' } });
    expect(p5?.entryIds).toHaveLength(1);
    expect(sheet.sources.reports).toHaveLength(3);
    expect(sheet.sources.entries).toMatchObject([
      { kind: 'occurrence', ground: 'wrong', count: 3, recordedBy: 'D administrator' },
      { kind: 'veto', ground: 'V2', approvedBy: 'D reviewer', evidence: [{ name: '证书.jpg' }] },
    ]);
    expect(sheet.whole.vetoes).toMatchObject([{ code: 'V2', effect: 'gradeCapped' }]);
  });

  it('would have other points and places with other facts', async () => {
    const whatIf = { tasks: [{ taskId: audits.C, done: '10' }], entries: [{ kind: 'bonus', ground: 'J1', count: 1 }] };
    const { body } = await office
      .post(`/district/assessments/${id}/score-sheets/${four.unions.C}/simulation`, whatIf)
      .expect(200);
    expect(body).toMatchObject({
      before: '60.07',
      points: '64.57',
      difference: '+4.50',
      rank: { before: 3, after: 3, of: 4 },
      grade: { before: 'fail', after: 'fail' },
    });
  });

  it('are ranked and graded: a lost award takes no place, a capped grade stays below', async () => {
    await office.post(`/district/assessments/${id}/publication`).expect(201);
    const { body } = await office.get(`/district/assessments/${id}/score-sheets`).expect(200);
    expect(body.items).toMatchObject([
      { unionId: four.unions.A, points: '97.20', rank: 1, grade: 'excellent', awardLost: true },
      { unionId: four.unions.B, points: '92.43', rank: 2, grade: 'excellent', awardLost: false },
      { unionId: four.unions.C, points: '60.07', rank: 3, grade: 'fail' },
      { unionId: four.unions.E, points: '0.00', rank: 4, grade: 'fail' },
    ]);
  });
});
