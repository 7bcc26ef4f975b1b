/** A period (周期) in a body or a query: its name. */
import { PERIOD_PATTERN, readPeriod } from '../kernel/period';
import { field } from './field';

/** A year, half, quarter or month by name, from 1949 to 2200. */
export const PeriodName = (): PropertyDecorator =>
  field({
    code: 'period',
    words: {
      zh: '应为周期：年（2026）、半年（2026H1）、季度（2026Q3）或月（2026-06）。',
      en: 'It should be a period: a year (2026), half (2026H1), quarter (2026Q3) or month (2026-06).',
    },
    check: (value) => typeof value === 'string' && readPeriod(value) !== null,
    schema: { type: 'string', pattern: PERIOD_PATTERN, example: '2026' },
  });
