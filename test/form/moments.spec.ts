/** The moments of periods (时点): by the working calendar, one after another. */
import fc from 'fast-check';
import { daysOf, stageOn, timelinessOn } from '../../src/form/period/moments';
import { addDays } from '../../src/kernel/clock';

it('moments count working days after the period, over holidays and what the district sets otherwise', () => {
  const moments = { opensAfter: 0, dueAfter: 5, locksAfter: 10 };
  // 6 April 2026 is a holiday (清明节)
  expect(daysOf('2026-03', moments, new Map())).toEqual({
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
  expect(daysOf('2026-03', moments, own).dueOn).toBe('2026-04-08');
  expect(daysOf('2026-03', { opensAfter: null, dueAfter: 0, locksAfter: null }, own)).toMatchObject({
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
      const days = daysOf('2026-09', moments, new Map());
      const on = addDays(days.startsOn, offset);
      const [today, tomorrow] = [stageOn(days, on), stageOn(days, addDays(on, 1))];
      expect(order.indexOf(tomorrow)).toBeGreaterThanOrEqual(order.indexOf(today));
      if (today === 'open') expect(timelinessOn(days, on)).toBe('on_time');
      if (today === 'overdue') expect(timelinessOn(days, on)).toBe('late');
    }),
  );
});
