/** Periods (周期、报告期): one way to name them, and they follow one another without a gap. */
import fc from 'fast-check';
import { addDays } from '../../src/kernel/clock';
import {
  isPeriod,
  type PeriodKind,
  periodAfter,
  periodBefore,
  periodKinds,
  periodNamed,
  periodOn,
  periodsBetween,
  periodWords,
  readPeriod,
  yearBefore,
} from '../../src/kernel/period';

const kind = fc.constantFrom<PeriodKind>(...periodKinds);
const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('2000-01-01', days));

it('every day lies in exactly one period of each kind, and periods follow one another without a gap', () => {
  fc.assert(
    fc.property(kind, day, (of, on) => {
      const period = periodOn(of, on);
      expect(isPeriod(period.name, of)).toBe(true);
      expect(periodNamed(period.name)).toEqual(period);
      expect(period.from <= on && on <= period.to).toBe(true);
      const next = periodAfter(period);
      expect(next.from).toBe(addDays(period.to, 1));
      expect(next.name > period.name).toBe(true);
      expect(periodBefore(next)).toEqual(period);
      expect(periodsBetween(of, on, next.from)).toEqual([period, next]);
    }),
  );
});

it.each<[PeriodKind, string, string, string, string]>([
  ['month', '2028-02', '2028-02-01', '2028-02-29', '2028年2月'],
  ['quarter', '2026Q4', '2026-10-01', '2026-12-31', '2026年第四季度'],
  ['half', '2026H2', '2026-07-01', '2026-12-31', '2026年下半年'],
  ['half', '2014H1', '2014-01-01', '2014-06-30', '2014年上半年'],
  ['year', '2014', '2014-01-01', '2014-12-31', '2014年'],
])('a %s is %s, from %s to %s, %s', (of, name, from, to, words) => {
  const period = periodNamed(name);
  expect(period).toEqual({ kind: of, name, from, to });
  expect(periodWords(period).zh).toBe(words);
  expect(yearBefore(period).name.slice(4)).toBe(name.slice(4));
});

it.each(['2026-13', '2026-00', '2026Q5', '2026q1', '2026H3', '26', '1948', '2201', '2026-1', '2026--Q1', ''])(
  '%s is no period',
  (text) => {
    expect(isPeriod(text)).toBe(false);
    expect(readPeriod(text)).toBeNull();
  },
);

it.each([
  ['2014-Q3', '2014Q3'],
  ['2014-H1', '2014H1'],
])('%s, as it was once written, is read as %s and never written again', (former, now) => {
  expect(readPeriod(former)?.name).toBe(now);
  expect(isPeriod(former)).toBe(false);
});
