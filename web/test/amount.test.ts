/** Days are counted where the unions are, whatever the clock of the machine says. */
import { expect, it } from 'vitest';
import { dayOf } from '../src/parts/amount';

it('the civil day of a moment is that of Shanghai', () => {
  expect(dayOf('2026-11-24T15:59:59.000Z')).toBe('2026-11-24');
  expect(dayOf('2026-11-24T16:00:00.000Z')).toBe('2026-11-25');
});
