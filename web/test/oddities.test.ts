/** What a reviewer's eye should fall on, and in which order. */
import { expect, it } from 'vitest';
import { inOrder, isOdd, oddities } from '../src/review/oddities';

const usual = {
  done: '40',
  accepted: '30',
  target: '60',
  timeliness: 'on_time',
  evidenceRule: 'optional',
  evidenceCount: 1,
} as const;

it('finds what is more than the target, less than before, a leap, late or without evidence', () => {
  expect(oddities(usual)).toEqual([]);
  expect(oddities({ ...usual, accepted: null, done: '60' })).toEqual([]);
  expect(oddities({ ...usual, done: '61' })).toEqual(['over', 'jump']);
  expect(oddities({ ...usual, done: '29' })).toEqual(['less']);
  expect(oddities({ ...usual, done: '61', accepted: '60' })).toEqual(['over']);
  expect(oddities({ ...usual, timeliness: 'late', evidenceCount: 0 })).toEqual(['late', 'none']);
});

it('asks no evidence of what needs none, nor of a zero report', () => {
  expect(oddities({ ...usual, evidenceRule: 'none', evidenceCount: 0 })).toEqual([]);
  expect(oddities({ ...usual, accepted: null, done: '0', evidenceCount: 0 })).toEqual([]);
});

it('puts a wrong figure before a late one, and leaves the rest as it was handed in', () => {
  const queue = [
    { ...usual, id: 'plain' },
    { ...usual, id: 'late', timeliness: 'late' as const },
    { ...usual, id: 'plain too' },
    { ...usual, id: 'over', done: '600' },
  ];
  const ids = (odd: 'first' | 'only' | undefined) => inOrder(queue, odd).map(({ id }) => id);
  expect(ids(undefined)).toEqual(['plain', 'late', 'plain too', 'over']);
  expect(ids('first')).toEqual(['over', 'late', 'plain', 'plain too']);
  expect(ids('only')).toEqual(['over', 'late']);
});

it('counts missing evidence as nothing odd where it is optional', () => {
  expect(isOdd({ ...usual, evidenceCount: 0 })).toBe(false);
  expect(isOdd({ ...usual, evidenceCount: 0, timeliness: 'late' })).toBe(true);
});
