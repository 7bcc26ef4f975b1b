// @vitest-environment jsdom
/** The working calendar in lines: days that follow each other and are alike are one, a district's own stand alone. */
import { expect, it } from 'vitest';
import { monthsOf, runsOf } from '../src/administration/calendar-data';

const day = (on: string, zh: string | null, more: object = {}) => ({
  day: on,
  working: false,
  name: zh === null ? null : { zh, en: zh },
  source: 'official' as const,
  otherwise: false,
  reason: null,
  setAt: null,
  ...more,
});
const lines = (days: Parameters<typeof runsOf>[0]) =>
  runsOf(days).map(({ first, last, days: count }) => [first.day, last.day, count]);

it('a holiday is one line, over the end of a month too, and the next holiday another', () => {
  const days = [
    day('2025-01-31', '春节'),
    day('2025-02-01', '春节'),
    day('2025-10-05', '国庆节'),
    day('2025-10-06', '中秋'),
    day('2025-10-07', '国庆节'),
  ];
  expect(lines(days)).toEqual([
    ['2025-01-31', '2025-02-01', 2],
    ['2025-10-05', '2025-10-05', 1],
    ['2025-10-06', '2025-10-06', 1],
    ['2025-10-07', '2025-10-07', 1],
  ]);
  expect(monthsOf(days).map(([month, runs]) => [month, runs.length])).toEqual([
    ['2025-01', 1],
    ['2025-10', 3],
  ]);
});

it('a weekend that is worked and a day the district has set stand by themselves', () => {
  const set = { source: 'district', reason: '防汛' };
  expect(
    lines([
      day('2026-10-01', '国庆节'),
      day('2026-10-02', '国庆节', { ...set, working: true }),
      day('2026-10-03', '国庆节', set),
      day('2026-10-04', '国庆节', set),
      day('2026-10-05', '国庆节', { working: true }),
    ]),
  ).toHaveLength(5);
});

it('a year without a day has no month', () => expect(monthsOf([])).toEqual([]));
