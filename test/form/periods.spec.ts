/** Periods and their moments (报告期、时点): they follow one another without a gap, by the working calendar. */
import fc from 'fast-check';
import { type PeriodKind, periodKinds } from '../../src/form/definition/definition';
import { daysOf, stageOn, timelinessOn } from '../../src/form/period/moments';
import { endOf, isPeriod, periodAfter, periodOn, periodWords, startOf } from '../../src/form/period/period';
import { addDays } from '../../src/kernel/clock';

const kind = fc.constantFrom<PeriodKind>(...periodKinds);
const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('2000-01-01', days));

it('every day lies in exactly one period of each kind, and periods follow one another without a gap', () => {
  fc.assert(
    fc.property(kind, day, (of, on) => {
      const period = periodOn(of, on);
      expect(isPeriod(period, of)).toBe(true);
      expect(startOf(of, period) <= on && on <= endOf(of, period)).toBe(true);
      const next = periodAfter(of, period);
      expect(startOf(of, next)).toBe(addDays(endOf(of, period), 1));
      expect(next > period).toBe(true);
      expect(periodAfter(of, next, -1)).toBe(period);
    }),
  );
});

it.each<[PeriodKind, string, string, string, string]>([
  ['month', '2028-02', '2028-02-01', '2028-02-29', '2028年2月'],
  ['quarter', '2026Q4', '2026-10-01', '2026-12-31', '2026年第四季度'],
  ['half', '2026H2', '2026-07-01', '2026-12-31', '2026年下半年'],
  ['year', '2014', '2014-01-01', '2014-12-31', '2014年'],
])('a %s is %s, from %s to %s, %s', (of, period, from, to, words) => {
  expect([startOf(of, period), endOf(of, period), periodWords(of, period).zh]).toEqual([from, to, words]);
});

it.each(['2026-13', '2026-00', '2026Q5', '2026q1', '2026H3', '26', '1999', '2200', '2026-1', ''])(
  '%s is no period',
  (text) => {
    expect(isPeriod(text)).toBe(false);
  },
);

it('moments count working days after the period, over holidays and what the district sets otherwise', () => {
  const moments = { opensAfter: 0, dueAfter: 5, locksAfter: 10 };
  // 6 April 2026 is a holiday (清明节)
  expect(daysOf('month', '2026-03', moments, new Map())).toEqual({
    startsOn: '2026-03-01',
    endsOn: '2026-03-31',
    opensOn: '2026-03-31',
    dueOn: '2026-04-08',
    locksOn: '2026-04-15',
  });
  const own = new Map([
    ['2026-04-01', false],
    ['2026-04-06', true],
  ]);
  expect(daysOf('month', '2026-03', moments, own).dueOn).toBe('2026-04-08');
  expect(daysOf('month', '2026-03', { opensAfter: null, dueAfter: 0, locksAfter: null }, own)).toMatchObject({
    opensOn: '2026-03-01',
    dueOn: '2026-03-31',
    locksOn: null,
  });
});

it('a period is not open, open, overdue and locked, in this order and at all times in one of them', () => {
  const moment = fc.option(fc.integer({ min: 0, max: 9 }), { nil: null });
  const given = fc.record({ opensAfter: moment, after: fc.nat(9), lock: moment }).map(({ opensAfter, after, lock }) => {
    const dueAfter = (opensAfter ?? 0) + after;
    return { opensAfter, dueAfter, locksAfter: lock === null ? null : dueAfter + lock };
  });
  const order = ['notOpen', 'open', 'overdue', 'locked'];
  fc.assert(
    fc.property(given, fc.integer({ min: -5, max: 60 }), (moments, offset) => {
      const days = daysOf('month', '2026-09', moments, new Map());
      const on = addDays(days.startsOn, offset);
      const [today, tomorrow] = [stageOn(days, on), stageOn(days, addDays(on, 1))];
      expect(order.indexOf(tomorrow)).toBeGreaterThanOrEqual(order.indexOf(today));
      if (today === 'open') expect(timelinessOn(days, on)).toBe('on_time');
      if (today === 'overdue') expect(timelinessOn(days, on)).toBe('late');
    }),
  );
});
