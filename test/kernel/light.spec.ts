/** Lights (红黄绿灯): progress against elapsed time, never typed in. */
import fc from 'fast-check';
import { lightOf, thresholds } from '../../src/kernel/light';

const year = { startOn: '2026-01-01', dueOn: '2026-12-31', status: 'signed' as const, target: '365' };

describe('a light compares progress with elapsed time', () => {
  it.each([
    // 2026-07-19 is day 200 of 365: 54.8 % of the time has passed.
    ['ahead of time', '365', '2026-07-19', 'green', '0.0'],
    ['exactly on time', '200', '2026-07-19', 'green', '0.0'],
    ['just under ten points behind', '164', '2026-07-19', 'green', '9.9'],
    ['just over ten points behind', '163', '2026-07-19', 'yellow', '10.1'],
    ['just under thirty points behind', '91', '2026-07-19', 'yellow', '29.9'],
    ['more than thirty points behind', '90', '2026-07-19', 'red', '30.1'],
    ['nothing done on the first day', '0', '2026-01-01', 'green', '0.3'],
    ['complete on the last day', '365', '2026-12-31', 'green', '0.0'],
    ['more than asked for, late', '400', '2027-02-01', 'green', '0.0'],
  ])('%s', (_words, done, today, light, behind) => {
    expect(lightOf({ ...year, done }, today)).toMatchObject({ light, behind, overdueDays: 0 });
  });

  it('past its due day and not complete it is red, however little is missing, and says for how many days', () => {
    expect(lightOf({ ...year, done: '364' }, '2027-01-05')).toMatchObject({ light: 'red', overdueDays: 5 });
  });

  it.each([
    ['before its start', { done: '0' }, '2025-12-31'],
    ['withdrawn', { done: '0', status: 'withdrawn' as const }, '2026-07-01'],
    ['with nothing to reach', { done: '0', target: '0' }, '2026-07-01'],
  ])('a task %s has no light', (_words, change, today) => {
    expect(lightOf({ ...year, ...change }, today).light).toBeNull();
  });

  it('more work never makes it worse', () => {
    const rank = { green: 0, yellow: 1, red: 2 };
    const day = fc
      .integer({ min: 0, max: 800 })
      .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.nat(500), fc.nat(100), day, (done, more, today) => {
        const before = lightOf({ ...year, done: String(done) }, today).light ?? 'green';
        const after = lightOf({ ...year, done: String(done + more) }, today).light ?? 'green';
        return rank[after] <= rank[before];
      }),
    );
    expect(thresholds).toEqual({ yellow: 10, red: 30 });
  });
});
