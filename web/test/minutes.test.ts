// @vitest-environment jsdom
/** 填报用时: what the field says by itself, and what is sent. */
import { expect, it } from 'vitest';
import { minutesSince, saidMinutes } from '../src/burden/minutes';

it.each([
  [0, '1'],
  [20_000, '1'],
  [95_000, '2'],
  [120 * 60_000, '120'],
  [121 * 60_000, ''],
])('%i ms after the form was opened it says “%s”', (passed, says) => {
  expect(minutesSince(1_000, 1_000 + passed)).toBe(says);
});

it.each([
  ['12', 12],
  [' １２ ', 12],
  ['', undefined],
  ['0', undefined],
  ['601', undefined],
  ['1.5', undefined],
  ['一会儿', undefined],
])('“%s” sends %s', (text, minutes) => {
  expect(saidMinutes(text)).toBe(minutes);
});
