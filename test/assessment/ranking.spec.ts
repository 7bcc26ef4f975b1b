import fc from 'fast-check';
import { rankByPoints } from '../../src/assessment/ranking';

const ranked = (points: string[]) =>
  rankByPoints(
    points.map((p, i) => ({ p, i })),
    (row) => row.p,
  );

describe('the ranking', () => {
  it.each([
    [[], []],
    [['9.00'], [1]],
    [
      ['90.00', '95.50', '90.00', '80.00'],
      [1, 2, 2, 4],
    ],
    [
      ['5.00', '5.00', '5.00'],
      [1, 1, 1],
    ],
    [
      ['9.50', '10.00', '100.00'],
      [1, 2, 3],
    ],
    [
      ['7.5', '7.50', '7.49'],
      [1, 1, 3],
    ],
  ])('of %j is %j', (points, ranks) => {
    expect(ranked(points).map(({ rank }) => rank)).toEqual(ranks);
  });

  it('puts the highest first and keeps the order of equals', () => {
    expect(ranked(['90.00', '95.50', '90.00', '100.00']).map(({ i }) => i)).toEqual([3, 1, 0, 2]);
  });

  it('leaves the rows it was given as they were', () => {
    const rows = [{ p: '1.00' }, { p: '2.00' }];
    rankByPoints(rows, ({ p }) => p);
    expect(rows).toEqual([{ p: '1.00' }, { p: '2.00' }]);
  });

  it('gives everybody one more than the number of those with more points', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 })), (hundredths) => {
        const points = hundredths.map((n) => (n / 10).toFixed(2));
        for (const { p, rank } of ranked(points)) {
          expect(rank).toBe(1 + points.filter((other) => Number(other) > Number(p)).length);
        }
      }),
    );
  });
});
