/** A reporting period (报告期) in a path, a query or a body. */
import { field } from '../../http/field';
import { pathParam } from '../../http/path-param';
import { isPeriod, PERIOD_PATTERN } from '../../kernel/period';

const period = pathParam({
  is: (value): value is string => isPeriod(value),
  format: 'period',
  example: '2026-03',
  read: (value) => value,
});

export const PathPeriod = (name = 'period'): ParameterDecorator => period(name);

export const Period = (): PropertyDecorator =>
  field({
    code: 'period',
    words: {
      zh: '应为报告期：2026-03（月）、2026Q1（季度）、2026H1（半年）或 2026（年）。',
      en: 'It should be a period: 2026-03 (month), 2026Q1 (quarter), 2026H1 (half) or 2026 (year).',
    },
    check: (value) => isPeriod(value),
    schema: { type: 'string', pattern: PERIOD_PATTERN, minLength: 4, maxLength: 7, example: '2026-03' },
  });
