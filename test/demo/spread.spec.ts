/** Shares of a figure add up to it exactly, however small it is. */
import { spread, spreadWithin, whim } from '../../src/demo/spread';

const total = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);

it.each([
  [1, [3, 2, 1], [1, 0, 0]],
  [4, [35, 30, 32, 22], [1, 1, 1, 1]],
  [10, [1, 1, 1], [4, 3, 3]],
  [1548, [9, 5, 8], [633, 352, 563]],
  [0, [1, 2], [0, 0]],
])('%d by largest remainder over %j', (whole, weights, parts) => {
  expect(spread(whole, weights)).toEqual(parts);
});

it('never gives a part more or less than one away from its due', () => {
  for (let no = 0; no < 500; no++) {
    const weights = Array.from({ length: 1 + whim(`n${no}`, 20) }, (_, each) => 1 + whim(`${no} ${each}`, 1000));
    const whole = whim(`t${no}`, 300_000);
    const parts = spread(whole, weights);
    expect(total(parts)).toBe(whole);
    parts.forEach((part, each) =>
      expect(Math.abs(part - (whole * (weights[each] ?? 0)) / total(weights))).toBeLessThan(1),
    );
  }
});

it('holds every part within its limit', () => {
  for (let no = 0; no < 500; no++) {
    const most = Array.from({ length: 17 }, (_, each) => whim(`${no} ${each}`, 60));
    const whole = whim(`w${no}`, total(most) + 1);
    const parts = spreadWithin(whole, most, String(no));
    expect(total(parts)).toBe(whole);
    parts.forEach((part, each) => expect(part).toBeLessThanOrEqual(most[each] ?? 0));
  }
});
