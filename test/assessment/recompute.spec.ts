import { recomputed } from './recompute';

describe('arithmetic is worked out again', () => {
  it.each([
    ['60 × min(90 ÷ 120, 1)', '45.00'],
    ['10 × min(1537 ÷ 1548, 1)', '9.93'],
    ['2 ÷ 3 ÷ (4 ÷ 5)', '0.83'],
    ['[33 ÷ 40 × 100 | ≥ 90 → 3, ≥ 80 → 2]', '2.00'],
    ['[1 ÷ 40 × 100 | ≥ 90 → 3, ≥ 80 → 2]', '0.00'],
    ['max(10 − 3 × 5, 2)', '2.00'],
    ['max(10 − ⌊max(100 − 39 ÷ 40 × 100, 0) ÷ 1⌋ × 0.5, 0)', '9.00'],
    ['10 − (3 − 1) − 1', '7.00'],
    ['1 − 3', '0.00'],
    ['1 ÷ 200', '0.01'],
    ['0.0049', '0.00'],
  ])('%s is %s', (text, points) => {
    expect(recomputed(text)).toBe(points);
  });

  it.each([['1 ÷ 0'], ['(1'], ['1 2'], ['1 + x'], ['']])('but not from %j', (text) => {
    expect(() => recomputed(text)).toThrow(Error);
  });
});
