/** Counts (应报、按时、逾期、未报、免报): they add up, for every union and over its branches. */
import fc from 'fast-check';
import { branchesOf, type Standing, standings, tally } from '../../src/form/standing/tally';

const row = fc.record({
  branch: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null }),
  standing: fc.constantFrom<Standing>(...standings),
  unions: fc.nat(1000),
});

it('expected is on time and late and missing and exempted, at every union', () => {
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const whole = tally(rows);
      const branches = [...branchesOf(rows).values()];
      for (const { expected, onTime, late, missing, exempted } of [whole, ...branches])
        expect(expected).toBe(onTime + late + missing + exempted);
      for (const count of ['expected', 'onTime', 'late', 'missing', 'exempted'] as const)
        expect(branches.reduce((sum, branch) => sum + branch[count], 0)).toBe(whole[count]);
    }),
  );
});

it('each standing is counted where it belongs', () => {
  const rows = standings.map((standing, no) => ({ standing, unions: 10 ** no }));
  expect(tally(rows)).toEqual({ expected: 1111, onTime: 1, late: 10, missing: 100, exempted: 1000 });
});
