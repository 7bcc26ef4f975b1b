/** Marks add up exactly, or it is said by how much they do not. */
import { expect, it } from 'vitest';
import { fractionOf, percentOf, sumOf } from '../src/assessment/sums';

it.each([
  ['100', ['60', '40'], 'exact', '100', '0'],
  ['0.3', ['0.1', '0.2'], 'exact', '0.3', '0'],
  ['100', ['60', '20'], 'less', '80', '20'],
  ['１００', ['60.5', '40'], 'over', '100.5', '0.5'],
  ['100', ['60', ''], 'unread', '60', '0'],
  ['', ['60'], 'unread', '60', '0'],
  ['100', [], 'less', '0', '100'],
])('of %s the marks %j are %s', (whole, marks, state, sum, by) => {
  expect(sumOf(whole, marks)).toMatchObject({ state, sum, by });
});

it.each([
  ['100', '1'],
  ['90', '0.9'],
  ['99.99', '0.9999'],
  ['150', '1.5'],
])('%s %% is %s of the target', (percent, fraction) => {
  expect(fractionOf(percent)).toBe(fraction);
  expect(percentOf(fraction)).toBe(percent);
});
