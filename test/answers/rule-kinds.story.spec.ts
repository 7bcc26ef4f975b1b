/** Every kind of rule over HTTP: a scheme written through the API, fed by scorers, scored as worked out by hand. */
import { RULE_KINDS } from '../../src/assessment/rules/rules';
import type { CriterionScoreView } from '../../src/assessment/score-sheet.view';
import { recomputed } from '../assessment/recompute';
import { type Door, House } from '../support/house';

type Given = Record<string, unknown>;

const rate = (numerator: number, denominator: number): Given => ({
  numerator: String(numerator),
  denominator: String(denominator),
});
const stated = { over: 'stated' };

/** Each criterion has 10 marks: its rule, what A and B hand in, and their points. */
const kinds: Record<string, { rule: Given; a: [Given, string]; b: [Given, string] }> = {
  // 10 × 45 ÷ 60; B reaches 120 %: full marks and 2 × 0.5 beyond them
  proportional: {
    rule: { ...stated, beyond: { per: '10', points: '0.5', cap: '2' } },
    a: [rate(45, 60), '7.50'],
    b: [rate(12, 10), '10.00'],
  },
  bands: {
    rule: {
      ...stated,
      bands: [
        { atLeast: '90', points: '10' },
        { atLeast: '60', points: '4' },
      ],
    },
    a: [rate(89, 99), '4.00'],
    b: [rate(59, 100), '0.00'],
  },
  threshold: { rule: { ...stated, atLeast: '98' }, a: [rate(98, 100), '10.00'], b: [rate(97, 100), '0.00'] },
  // 10 − 2 × 1.5 − 4; B: 10 − 9 × 1.5 would be below the floor of 1
  deduction: {
    rule: {
      grounds: [
        { code: 'late', name: '迟报', points: '1.5' },
        { code: 'none', name: '未报', points: '4', most: '4' },
      ],
      floor: '1',
    },
    a: [{ counts: { late: 2, none: 1 } }, '3.00'],
    b: [{ counts: { late: 9 } }, '1.00'],
  },
  // 92.5 %: 7.5 points short, 0.4 each; B: 60 % costs 16, down to nothing
  shortfall: {
    rule: { ...stated, from: '100', per: '1', points: '0.4' },
    a: [rate(37, 40), '7.00'],
    b: [rate(3, 5), '0.00'],
  },
  // 2 + 8 × (75 − 60) ÷ (90 − 60); B is beyond the challenge value
  interval: {
    rule: { ...stated, base: '60', challenge: '90', basePoints: '2' },
    a: [rate(3, 4), '6.00'],
    b: [rate(19, 20), '10.00'],
  },
  // 3 × 1 + min(4 × 2.5, 7.5) is 10.5, more than the marks
  counted: {
    rule: {
      kinds: [
        { code: 'visit', name: '走访', points: '1' },
        { code: 'case', name: '案例', points: '2.5', cap: '7.5' },
      ],
    },
    a: [{ counts: { visit: 3, case: 4 } }, '10.00'],
    b: [{ counts: { visit: 2 } }, '2.00'],
  },
  rank: { rule: { ...stated, points: ['10', '7'] }, a: [rate(50, 100), '7.00'], b: [rate(51, 100), '10.00'] },
  // the best, 80 %, has the full marks: 10 × 50 ÷ 80
  relative: { rule: stated, a: [rate(4, 5), '10.00'], b: [rate(1, 2), '6.25'] },
  // 72.5 % lies between 2 (70 %) and 3 (80 %): 10 × 2.25 ÷ 4; B is below the lowest step
  coefficients: {
    rule: {
      ...stated,
      steps: [
        { at: '60', coefficient: '1' },
        { at: '70', coefficient: '2' },
        { at: '80', coefficient: '3' },
        { at: '90', coefficient: '4' },
      ],
    },
    a: [rate(29, 40), '5.63'],
    b: [rate(59, 100), '0.00'],
  },
  manual: { rule: { min: '2' }, a: [{ points: '8.25' }, '8.25'], b: [{ points: '2' }, '2.00'] },
};

const names = Object.keys(kinds);
const definition = {
  fullMarks: String(names.length * 10),
  bonuses: { kinds: [], cap: '2' },
  parts: [
    {
      code: 'P',
      name: '全部规则',
      marks: String(names.length * 10),
      criteria: names.map((kind) => ({
        code: kind,
        name: kind,
        marks: '10',
        rule: { kind, ...kinds[kind]?.rule },
        scorer: 'office',
      })),
    },
  ],
};

describe('every kind of rule', () => {
  let house: House;
  let office: Door;
  let sheets: Record<'A' | 'B', { criteria: CriterionScoreView[] } & Record<string, unknown>>;

  beforeAll(async () => {
    house = await House.open();
    house.clock.set(new Date('2026-12-20T02:00:00Z'));
    office = await house.as('d.administrator');
    const { body: scheme } = await office
      .post('/district/schemes', { year: 2026, title: '全部规则', definition })
      .expect(201);
    const { body: assessment } = await office.post('/district/assessments', { schemeId: scheme.id }).expect(201);
    const path = (code: 'A' | 'B') =>
      `/district/assessments/${assessment.id}/score-sheets/${house.district.unions[code]}`;
    for (const [kind, { a, b }] of Object.entries(kinds)) {
      for (const [code, [given]] of [
        ['A', a],
        ['B', b],
      ] as const)
        await office.put(`${path(code)}/scores/${kind}`, { ...given, reason: '年底核查' }).expect(200);
    }
    sheets = {
      A: (await office.get(path('A')).expect(200)).body,
      B: (await office.get(path('B')).expect(200)).body,
    };
  });
  afterAll(() => house.close());

  it('stands in this story', () => {
    expect(names.toSorted()).toEqual([...RULE_KINDS].toSorted());
  });

  it.each(names)('%s gives the points worked out by hand, and its arithmetic works out to them', (kind) => {
    for (const code of ['A', 'B'] as const) {
      const found = sheets[code].criteria.find((each) => each.code === kind);
      const expected = kinds[kind]?.[code === 'A' ? 'a' : 'b'][1];
      expect([code, found?.points]).toEqual([code, expected]);
      expect(recomputed(found?.arithmetic ?? '')).toBe(expected);
      expect(found?.rule.zh).not.toBe('');
    }
  });

  it('adds what goes beyond the full marks to the bonuses', () => {
    // 7.5 + 4 + 10 + 3 + 7 + 6 + 10 + 7 + 10 + 5.63 + 8.25
    expect(sheets.A).toMatchObject({ base: '78.38', bonus: '0.00', points: '78.38' });
    // 10 + 0 + 0 + 1 + 0 + 10 + 2 + 10 + 6.25 + 0 + 2, and 2 × 0.5
    expect(sheets.B).toMatchObject({ base: '41.25', bonus: '1.00', points: '42.25' });
  });
});
