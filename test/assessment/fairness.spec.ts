/** The fairness report: distribution, criteria that say nothing, judgement, scorers who differ, ranks by rounding. */
import fc from 'fast-check';
import { closePairs } from '../../src/assessment/insight/close-ranks';
import { binsOf, distributionOf } from '../../src/assessment/insight/distribution';
import { criterionFairness, type GivenPoints, judgedShare } from '../../src/assessment/insight/fairness';
import { type Scoring, scorersOf } from '../../src/assessment/insight/scorers';

const points = fc.integer({ min: 0, max: 12_000 }).map((hundredths) => (hundredths / 100).toFixed(2));

describe('a distribution', () => {
  it('is told with quartiles between the values at their place', () => {
    expect(distributionOf(['60', '70', '80', '100'])).toEqual({
      count: 4,
      lowest: '60.00',
      lowerQuartile: '67.50',
      median: '75.00',
      upperQuartile: '85.00',
      highest: '100.00',
      mean: '77.50',
      deviation: '14.79',
    });
    expect(distributionOf([])).toBeNull();
  });

  it('puts every union into one of ten bins, the full marks and what lies beyond into the last', () => {
    const bins = binsOf(['0', '9.99', '10.00', '100', '103.5'], '100');
    expect(bins.map(({ count }) => count)).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 2]);
    expect(bins[9]).toEqual({ from: '90.00', below: '100.00', count: 2 });
  });

  it('rises from the lowest to the highest and loses nobody', () => {
    fc.assert(
      fc.property(fc.array(points, { minLength: 1, maxLength: 40 }), (all) => {
        const found = distributionOf(all);
        if (found === null) throw new Error('nothing');
        const { lowest, lowerQuartile, median, upperQuartile, highest } = found;
        const steps = [lowest, lowerQuartile, median, upperQuartile, highest].map(Number);
        expect(steps).toEqual(steps.toSorted((a, b) => a - b));
        expect(Number(found.mean)).toBeGreaterThanOrEqual(Number(lowest));
        expect(Number(found.mean)).toBeLessThanOrEqual(Number(highest));
        expect(Number(found.deviation) === 0).toBe(Number(highest) - Number(lowest) < 0.005);
        expect(binsOf(all, '100').reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
      }),
    );
  });
});

const criterion = (given: readonly (string | null)[], more: Partial<GivenPoints> = {}): GivenPoints => ({
  code: 'A1',
  name: '建会',
  marks: '20.00',
  judged: false,
  points: given,
  ...more,
});

describe('a criterion', () => {
  it.each([
    [
      ['8', '8', '8'],
      ['same', 'failed'],
    ],
    [
      ['20', '20'],
      ['same', 'full'],
    ],
    [['12', '12'], ['same']],
    [['11.99', '0'], ['failed']],
    [['12', '11'], []],
    [['20', null, '19.99'], []],
    [['20'], []],
    [[null, null], []],
  ] as const)('with %j is flagged %j', (given, flags) => {
    expect(criterionFairness(criterion(given)).flags).toEqual(flags);
  });
});

describe('the share that rests on judgement', () => {
  it('is of the marks, of the points, and of the differences between unions', () => {
    const computed = criterion(['20', '10'], { marks: '80' });
    const judged = criterion(['20', '5'], { code: 'B1', judged: true });
    expect(judgedShare([computed, judged])).toEqual({ ofMarks: '20.00', ofPoints: '45.45', ofDifferences: '60.00' });
  });

  it('is nothing where nobody differs, and all where only judgement tells them apart', () => {
    const same = criterion(['10', '10', '10']);
    expect(judgedShare([same]).ofDifferences).toBeNull();
    expect(judgedShare([same, criterion(['3', '4', '7'], { judged: true })]).ofDifferences).toBe('100.00');
  });
});

describe('scorers', () => {
  const gave = (officer: string, sheetId: string, given: string, code = 'B1'): Scoring => ({
    officerId: officer,
    officer,
    sheetId,
    criterion: code,
    points: given,
    marks: '20',
  });
  const sheets = ['s1', 's2', 's3', 's4', 's5'];
  const all = (officer: string, given: string, code?: string): Scoring[] =>
    sheets.map((sheet) => gave(officer, sheet, given, code));

  it('who differ clearly from the others on the same criteria are flagged', () => {
    const [high, low] = scorersOf([...all('甲', '18'), ...all('乙', '15')]).toSorted(
      (a, b) => Number(b.mean) - Number(a.mean),
    );
    expect(high).toMatchObject({
      officer: '甲',
      sheets: 5,
      mean: '90.00',
      deviation: '0.00',
      others: { scorings: 5, mean: '75.00' },
      difference: '15.00',
      apart: true,
    });
    expect(low).toMatchObject({ difference: '-15.00', apart: true });
  });

  it.each([
    ['by ten points or less', [...all('甲', '17'), ...all('乙', '15')]],
    ['with fewer than five scorings', [...all('甲', '18').slice(0, 4), ...all('乙', '10')]],
    ['where the others have fewer', [...all('甲', '18'), ...all('乙', '10').slice(0, 4)]],
    ['on criteria that nobody else scores', [...all('甲', '18', 'B2'), ...all('乙', '10')]],
  ])('are not flagged %s', (_, scorings) => {
    expect(scorersOf(scorings).filter(({ apart }) => apart)).toEqual([]);
  });

  it('of fewer than three sheets are not told about', () => {
    expect(scorersOf([gave('甲', 's1', '1'), gave('甲', 's2', '1'), gave('甲', 's2', '1', 'B2')])).toEqual([]);
  });
});

describe('neighbours in a ranking', () => {
  const at = (unionId: string, given: string, exact: string | null) => ({
    unionId,
    unionName: unionId,
    points: given,
    exact,
  });

  it.each([
    ['the exact points turn them round', ['66.67', '66.6650'], ['66.66', '66.6660'], 'reversed'],
    ['they are equal by rounding only', ['66.67', '66.6666666667'], ['66.67', '66.6650'], 'tied'],
    ['the gap is no larger than what rounding moved', ['66.67', '66.6640'], ['66.66', '66.6540'], 'within'],
    ['they are equal exactly', ['66.67', '66.6666666667'], ['66.67', '66.6666666667'], undefined],
    ['the gap is clear', ['66.70', '66.7000'], ['66.66', '66.6640'], undefined],
  ])('where %s', (_, one, other, closeness) => {
    const [first, second] = [at('甲', one[0] ?? '', one[1] ?? null), at('乙', other[0] ?? '', other[1] ?? null)];
    expect(closePairs([second, first]).map((pair) => pair.closeness)).toEqual(
      closeness === undefined ? [] : [closeness],
    );
  });

  it('of which the exact points are not known are left out', () => {
    expect(closePairs([at('甲', '66.67', null), at('乙', '66.67', '66.6650')])).toEqual([]);
  });

  it('are flagged exactly where the order is not certain by what stands on the sheets', () => {
    const union = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: -4999, max: 4999 })).map(([no, off]) => ({
      points: (no / 100).toFixed(2),
      // What rounding took away or added, in millionths.
      millionths: no * 10_000 + off,
    }));
    fc.assert(
      fc.property(union, union, (one, other) => {
        const [a, b] = [one, other].map(({ points: given, millionths }, i) =>
          at(String(i), given, (millionths / 1_000_000).toFixed(10)),
        );
        const pairs = closePairs([a, b].flatMap((each) => each ?? []));
        const [gap, exact] = [Number(one.points) - Number(other.points), one.millionths - other.millionths];
        if (Math.sign(Math.round(gap * 100)) !== Math.sign(exact)) expect(pairs).toHaveLength(1);
        if (Math.abs(gap) > 0.0100001) expect(pairs).toEqual([]);
      }),
    );
  });
});
