/** An indicator while it is written: what is sent of it, and what a rate brings with it. */
import { expect, it } from 'vitest';
import { blank, definitionOf, draftOf, turned } from '../src/indicators/draft';

const rate = {
  ...definitionOf(blank),
  ...{ name: '建会率', programme: 'S05', measure: { name: '建会企业', unit: '%' } },
  ...{ numerator: '1', denominator: '2', factor: '100', decimals: 1, by: 'kind' },
  limits: { notAbove: 'whole', change: '50' },
};

it('what is there already comes back as it was', () => {
  expect(definitionOf(draftOf(rate))).toEqual(rate);
});

it('what is left empty is none; what is counted is called as the indicator where it is not said', () => {
  const sent = definitionOf({ ...blank, name: '慰问', unit: '人次', denominator: '3', by: ' ', notAbove: '' });
  expect(sent).toMatchObject({ denominator: null, by: null, limits: { notAbove: null, change: null } });
  expect(sent.measure).toEqual({ name: '慰问', unit: '人次' });
});

it('a number of decimals that is none is sent as what the API refuses, never as zero', () => {
  expect(definitionOf({ ...blank, decimals: '' }).decimals).toBe(-1);
  expect(definitionOf({ ...blank, decimals: '2' }).decimals).toBe(2);
});

it('a rate is in percent with one decimal unless something else was said; and back', () => {
  const asRate = turned(blank, true);
  expect(asRate).toMatchObject({ isRate: true, factor: '100', unit: '%', decimals: '1' });
  expect(turned({ ...blank, unit: '元/人', factor: '1' }, true)).toMatchObject({ unit: '元/人', factor: '1' });
  expect(turned(asRate, false)).toEqual(blank);
});
