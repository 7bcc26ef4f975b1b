/** Working days: the official calendar with its swapped weekends, what a district sets otherwise, and counting. */
import fc from 'fast-check';
import { isYearKnown, lastKnownYear, officialDaysOf } from '../../src/calendar/official-calendar';
import { mayTellNow, secondsUntilTold } from '../../src/calendar/telling-hours';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../src/calendar/working-days';
import { addDays } from '../../src/kernel/clock';

const none: ReadonlyMap<string, boolean> = new Map();

describe('a day of the official calendar', () => {
  it.each<[string, boolean, string]>([
    ['2025-01-01', false, 'New Year'],
    ['2025-01-26', true, 'a Sunday worked for the Spring Festival'],
    ['2025-01-27', true, 'a Monday between'],
    ['2025-01-28', false, 'New Year’s Eve'],
    ['2025-02-04', false, 'the last day of the Spring Festival'],
    ['2025-02-05', true, 'back at work'],
    ['2025-02-08', true, 'a Saturday worked for the Spring Festival'],
    ['2025-02-09', false, 'a plain Sunday'],
    ['2025-04-27', true, 'a Sunday worked for Labour Day'],
    ['2025-06-02', false, 'the Monday of the Dragon Boat Festival'],
    ['2025-09-28', true, 'a Sunday worked for National Day'],
    ['2025-10-06', false, 'Mid-autumn within the National Day week'],
    ['2025-10-08', false, 'the eighth day'],
    ['2025-10-09', true, 'back at work'],
    ['2025-10-11', true, 'a Saturday worked for National Day'],
    ['2026-01-04', true, 'a Sunday worked for New Year'],
    ['2026-02-14', true, 'a Saturday worked for the Spring Festival'],
    ['2026-02-15', false, 'the first of nine days off'],
    ['2026-02-23', false, 'the last of nine days off'],
    ['2026-02-24', true, 'back at work'],
    ['2026-02-28', true, 'a Saturday worked for the Spring Festival'],
    ['2026-03-03', true, 'a plain Tuesday'],
    ['2026-03-07', false, 'a plain Saturday'],
    ['2026-05-09', true, 'a Saturday worked for Labour Day'],
    ['2026-09-20', true, 'a Sunday worked for National Day'],
    ['2026-10-07', false, 'the seventh day'],
    ['2026-10-10', true, 'a Saturday worked for National Day'],
  ])('%s is a working day: %s (%s)', (day, working) => {
    expect(isWorkingDay(day, none)).toBe(working);
  });

  it.each([
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-13', 2, '2026-02-24'],
    ['2026-02-24', 5, '2026-03-02'],
    ['2026-09-30', 5, '2026-10-13'],
    ['2026-10-03', 1, '2026-10-08'],
    ['2025-01-24', 3, '2025-02-05'],
    ['2025-09-27', 0, '2025-09-27'],
  ])('from %s, %i working days on, is %s', (day, n, reached) => {
    expect(addWorkingDays(day, n, none)).toBe(reached);
  });

  it('is one of 248 worked in 2025 and in 2026', () => {
    expect(workingDaysBetween('2024-12-31', '2025-12-31', none)).toBe(248);
    expect(workingDaysBetween('2025-12-31', '2026-12-31', none)).toBe(248);
  });
});

describe('a year whose calendar is not announced', () => {
  it('is said to be unknown, and has weekends only', () => {
    expect(isYearKnown(2026)).toBe(true);
    expect(isYearKnown(2003)).toBe(false);
    const next = lastKnownYear + 1;
    expect(isYearKnown(next)).toBe(false);
    expect(officialDaysOf(next).filter(([day]) => day > `${next}-01-03`)).toEqual([]);
    expect(isWorkingDay('2199-10-01', none)).toBe(true);
    expect(isWorkingDay('2199-10-05', none)).toBe(false);
  });

  it('has the days that the district has set', () => {
    const overrides = new Map([
      ['2199-10-01', false],
      ['2199-10-05', true],
    ]);
    expect(isWorkingDay('2199-10-01', overrides)).toBe(false);
    expect(isWorkingDay('2199-10-05', overrides)).toBe(true);
    expect(addWorkingDays('2199-09-30', 1, overrides)).toBe('2199-10-02');
  });
});

describe('whatever the day and whatever a district sets', () => {
  const day = fc.integer({ min: 0, max: 9_000 }).map((no) => addDays('2010-01-01', no));
  const overrides = fc
    .array(fc.tuple(day, fc.boolean()), { maxLength: 60 })
    .map((set): ReadonlyMap<string, boolean> => new Map(set));
  const few = fc.integer({ min: 0, max: 60 });
  const holds = (law: (day: string, n: number, set: ReadonlyMap<string, boolean>) => boolean) =>
    fc.assert(fc.property(day, few, overrides, law));

  it('the district has the last word', () => {
    fc.assert(
      fc.property(
        day,
        overrides,
        (each, set) => isWorkingDay(each, set) === (set.get(each) ?? isWorkingDay(each, none)),
      ),
    );
  });

  it('the n-th working day is a working day, and as many lie between', () => {
    holds((from, n, set) => {
      const reached = addWorkingDays(from, n, set);
      return workingDaysBetween(from, reached, set) === n && (n === 0 ? reached === from : isWorkingDay(reached, set));
    });
  });

  it('going on from where one arrived is going at once', () => {
    fc.assert(
      fc.property(
        day,
        few,
        few,
        overrides,
        (from, n, m, set) => addWorkingDays(addWorkingDays(from, n, set), m, set) === addWorkingDays(from, n + m, set),
      ),
    );
  });

  it('a day off more brings the end no nearer', () => {
    fc.assert(
      fc.property(
        day,
        few,
        overrides,
        day,
        (from, n, set, off) => addWorkingDays(from, n, new Map([...set, [off, false]])) >= addWorkingDays(from, n, set),
      ),
    );
  });

  it('counting adds up over any day between, and backwards is the same with a minus', () => {
    const near = fc.tuple(day, fc.integer({ min: -400, max: 400 }), fc.integer({ min: -400, max: 400 }));
    fc.assert(
      fc.property(near, overrides, ([a, to, then], set) => {
        const [b, c] = [addDays(a, to), addDays(a, then)];
        const count = (from: string, until: string) => workingDaysBetween(from, until, set);
        return count(a, b) + count(b, c) === count(a, c) && count(a, b) + count(b, a) === 0;
      }),
    );
  });

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('%d working days are none', (n) => {
    expect(() => addWorkingDays('2026-03-03', n, none)).toThrow(RangeError);
  });
});

describe('when people are told', () => {
  const hour = 3600;
  it.each<[string, string, number, boolean, number]>([
    ['at once on a working day', '2026-11-20', 10 * hour, false, 0],
    ['at nine, of what comes at night', '2026-11-20', 7 * hour, false, 2 * hour],
    ['on Monday, of what comes on a Friday evening', '2026-11-20', 20 * hour, false, 61 * hour],
    ['on a day off where it is urgent', '2026-11-21', 10 * hour, true, 0],
    ['but never at night', '2026-11-21', 22 * hour, true, 11 * hour],
    ['after the Spring Festival', '2026-02-14', 20 * hour, false, (9 * 24 + 13) * hour],
    ['on a weekend that is worked', '2026-02-14', 10 * hour, false, 0],
  ])('%s', (_, day, second, urgent, wait) => {
    expect(secondsUntilTold(day, second, urgent, none)).toBe(wait);
  });

  it('and then it may be', () => {
    const near = fc.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 86_399 }), fc.boolean());
    fc.assert(
      fc.property(near, ([days, second, urgent]) => {
        const day = addDays('2025-06-01', days);
        const end = second + secondsUntilTold(day, second, urgent, none);
        return mayTellNow(addDays(day, Math.floor(end / 86_400)), Math.floor((end % 86_400) / 3600), urgent, none);
      }),
    );
  });
});
