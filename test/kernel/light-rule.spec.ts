/** Lights by the district's own rule: milestones, what has not begun, what caught up, what is parked, and when a light turns. */
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { addDays, addMonths, daysBetween } from '../../src/kernel/clock';
import { type LightGiven, judgeLight, lastRedDay, lightOf } from '../../src/kernel/light';
import { type LightRule, standardRule } from '../../src/kernel/light-rule';
import { turnOf } from '../../src/kernel/light-turn';

const year: LightGiven = { startOn: '2026-01-01', dueOn: '2026-12-31', status: 'signed', target: '365', done: '1' };
const judge = (change: Partial<LightGiven>, today: string, rule: Partial<LightRule> = {}) =>
  judgeLight({ ...year, ...change }, { ...standardRule, ...rule }, today);

describe('a plan with milestones', () => {
  const milestones = [
    { on: '2026-06-30', percent: '20' },
    { on: '2026-09-30', percent: '80.5' },
  ];
  it.each([
    ['2026-06-30', '20.0'],
    ['2026-09-30', '80.5'],
    ['2026-08-15', '50.3'], // 46 of the 92 days from 20 to 80.5
    ['2026-12-31', '100.0'],
    ['2027-03-01', '100.0'],
    ['2026-01-01', '0.1'],
  ])('goes straight from one to the next: %s', (today, planned) => {
    expect(judge({ milestones, target: '100', done: '20' }, today).planned).toBe(planned);
  });

  it('judges by them, and says elapsed time beside', () => {
    const light = judge({ milestones, target: '100', done: '20' }, '2026-06-30');
    expect(light).toMatchObject({ light: 'green', reason: 'onPlan', elapsed: '49.6', behind: '0.0', progress: '20.0' });
    expect(judge({ target: '100', done: '20' }, '2026-06-30')).toMatchObject({ light: 'yellow', behind: '29.6' });
  });

  it('takes no notice of what lies outside the days of the task', () => {
    const outside = [
      { on: '2025-12-31', percent: '50' },
      { on: '2026-12-31', percent: '60' },
    ];
    expect(judge({ milestones: outside }, '2026-07-19')).toEqual(judge({}, '2026-07-19'));
  });
});

describe('what has not begun', () => {
  const slow = { dueOn: '2030-12-31', target: '1000', done: '0' };
  it.each([
    ['2026-03-31', 'green', 'onPlan', 2],
    ['2026-04-01', 'red', 'notStarted', 3],
  ])('three months running is red: %s', (today, light, reason, idlePeriods) => {
    expect(judge(slow, today)).toMatchObject({ light, reason, idlePeriods });
  });

  it('is yellow after one, where the district says so, and counts quarters where it says so', () => {
    expect(judge(slow, '2026-02-01', { notStartedYellow: 1 })).toMatchObject({ light: 'yellow', reason: 'notStarted' });
    const quarters = { notStartedYellow: 1, notStartedRed: 2, period: 'quarter' as const };
    expect(judge(slow, '2026-03-31', quarters).light).toBe('green');
    expect(judge(slow, '2026-04-01', quarters).light).toBe('yellow');
    expect(judge(slow, '2026-07-01', quarters).light).toBe('red');
  });

  it('has begun with a first report, though nobody has accepted it yet', () => {
    expect(judge({ ...slow, pending: '1' }, '2026-06-01')).toMatchObject({ reason: 'onPlan', idlePeriods: 0 });
  });

  it('counts from the day of the month, or its last', () => {
    expect(judge({ ...slow, startOn: '2026-01-31' }, '2026-04-29').idlePeriods).toBe(2);
    expect(judge({ ...slow, startOn: '2026-01-31' }, '2026-04-30').idlePeriods).toBe(3);
  });
});

describe('a red light that caught up', () => {
  const caught = { done: '365', redOn: '2026-08-03' };
  it.each([
    ['2026-08-03', 'yellow', 'caughtUp'],
    ['2026-08-31', 'yellow', 'caughtUp'],
    ['2026-09-01', 'green', 'complete'],
  ])('is yellow until the month ends: %s', (today, light, reason) => {
    expect(judge(caught, today)).toMatchObject({ light, reason });
  });

  it('also where the red day was the first of the month, and not where it was the last of the month before', () => {
    expect(judge({ ...caught, redOn: '2026-08-01' }, '2026-08-31').light).toBe('yellow');
    expect(judge({ ...caught, redOn: '2026-07-31' }, '2026-08-01').light).toBe('green');
  });

  it('was red only where a day ended red', () => {
    const red = { light: 'red', since: '2026-08-03', redOn: null } as const;
    expect(lastRedDay(red, '2026-08-03')).toBeNull();
    expect(lastRedDay(red, '2026-08-05')).toBe('2026-08-04');
    expect(lastRedDay({ light: 'yellow', since: '2026-08-03', redOn: '2026-08-01' }, '2026-08-05')).toBe('2026-08-01');
  });

  it('until the quarter ends, or not at all, as the district says', () => {
    expect(judge(caught, '2026-09-30', { period: 'quarter' }).light).toBe('yellow');
    expect(judge(caught, '2026-08-04', { repaired: false }).light).toBe('green');
  });

  it('is red again at once when it falls behind again', () => {
    expect(judge({ done: '10', redOn: '2026-08-03' }, '2026-08-10')).toMatchObject({ light: 'red', reason: 'behind' });
  });
});

it('a parked task has no light until its day', () => {
  expect(judge({ parkedUntil: '2026-12-01' }, '2026-11-30')).toMatchObject({ light: null, reason: 'parked' });
  expect(judge({ parkedUntil: '2026-12-01' }, '2026-12-01').light).toBe('red');
});

it('exactly so many points behind is yellow, and red only beyond', () => {
  const hundred = { startOn: '2026-01-01', dueOn: '2026-04-10', target: '100' }; // a hundred days
  expect(judge({ ...hundred, done: '40' }, '2026-02-19')).toMatchObject({ light: 'yellow', behind: '10.0' });
  expect(judge({ ...hundred, done: '20' }, '2026-02-19')).toMatchObject({ light: 'yellow', behind: '30.0' });
  expect(judge({ ...hundred, done: '19' }, '2026-02-19')).toMatchObject({ light: 'red', behind: '31.0' });
});

it('the thresholds are those of the district', () => {
  const at = { done: '164' }; // 9.9 points behind on day 200 of 365
  expect(judge(at, '2026-07-19', { yellow: 9.8 }).light).toBe('yellow');
  expect(judge(at, '2026-07-19', { yellow: 5, red: 9.8 }).light).toBe('red');
});

// any task, any rule, any day
const start = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2025-11-03', days));
const anything = fc.record({
  startOn: start,
  days: fc.integer({ min: 0, max: 500 }),
  target: fc.integer({ min: 1, max: 40_000 }),
  done: fc.integer({ min: 0, max: 45_000 }),
  decimals: fc.constantFrom(0, 4),
  milestones: fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 9_999 })), {
    maxLength: 3,
    selector: ([day]) => day,
  }),
  parkedFor: fc.option(fc.integer({ min: 1, max: 60 })),
  redAgo: fc.option(fc.integer({ min: 0, max: 60 })),
  later: fc.integer({ min: -20, max: 520 }),
});
const rules = fc.record({
  yellow: fc.integer({ min: 1, max: 200 }).map((tenths) => tenths / 10),
  red: fc.integer({ min: 201, max: 600 }).map((tenths) => tenths / 10),
  period: fc.constantFrom('month' as const, 'quarter' as const),
  notStartedYellow: fc.option(fc.integer({ min: 1, max: 3 })),
  notStartedRed: fc.option(fc.integer({ min: 3, max: 6 })),
  repaired: fc.boolean(),
});

function made(drawn: typeof anything extends fc.Arbitrary<infer T> ? T : never): { given: LightGiven; today: string } {
  const { startOn, days, target, done, decimals, milestones, parkedFor, redAgo, later } = drawn;
  const scale = new Decimal(10).pow(decimals);
  const today = addDays(startOn, later);
  const percents = milestones.map(([, percent]) => percent).toSorted((a, b) => a - b);
  const ordered = milestones.toSorted(([a], [b]) => a - b);
  return {
    today,
    given: {
      startOn,
      dueOn: addDays(startOn, days),
      status: 'signed',
      target: new Decimal(target).div(scale).toFixed(),
      done: new Decimal(done).div(scale).toFixed(),
      milestones: ordered.map(([day], no) => ({
        on: addDays(startOn, day),
        percent: new Decimal(percents[no] ?? 0).div(100).toFixed(),
      })),
      parkedUntil: parkedFor === null ? null : addDays(today, parkedFor),
      redOn: redAgo === null ? null : addDays(today, -redAgo),
    },
  };
}

it('a light turns on the day it is said to, and on none before', () => {
  fc.assert(
    fc.property(anything, rules, (drawn, rule) => {
      const { given, today } = made(drawn);
      const [now, turn] = [judgeLight(given, rule, today).light, turnOf(given, rule, today)];
      const end = turn ?? addDays(today, 700);
      for (let day = addDays(today, 1); day < end; day = addDays(day, 1))
        if (judgeLight(given, rule, day).light !== now) return false;
      return turn === null || judgeLight(given, rule, turn).light !== now;
    }),
    { numRuns: 400 },
  );
});

it('what caught up and lies behind again when its period ends stays yellow on that day', () => {
  const given = { startOn: '2025-11-03', dueOn: '2026-01-01', status: 'signed', target: '4', done: '3' } as const;
  const rule = { ...standardRule, yellow: 0.1, red: 25, period: 'quarter' } as const;
  const caught = { ...given, redOn: '2025-11-03' };
  expect(judgeLight(caught, rule, '2025-11-03')).toMatchObject({ light: 'yellow', reason: 'caughtUp' });
  expect(judgeLight(caught, rule, '2026-01-01')).toMatchObject({ light: 'yellow', reason: 'behind' });
  expect(turnOf(caught, rule, '2025-11-03')).toBe('2026-01-02');
});

it('on a straight line the points are those of plain arithmetic', () => {
  fc.assert(
    fc.property(anything, (drawn) => {
      const { given, today } = made({ ...drawn, milestones: [], parkedFor: null });
      if (today < given.startOn) return true;
      const all = daysBetween(given.startOn, given.dueOn) + 1;
      const elapsed = new Decimal(Math.min(all, daysBetween(given.startOn, today) + 1)).times(100).div(all);
      const progress = Decimal.min(100, new Decimal(given.done).times(100).div(given.target));
      return lightOf(given, today).behind === Decimal.max(0, elapsed.minus(progress)).toFixed(1);
    }),
  );
});

it('months end where they end', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2027-11-30', 3)).toBe('2028-02-29');
  expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
});
