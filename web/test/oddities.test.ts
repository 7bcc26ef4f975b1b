import { expect, it } from 'vitest';
import { oddities } from '../src/review/oddities';

const plain = { done: '40', accepted: '30', target: '60', timeliness: 'on_time', evidenceCount: 1 } as const;

it('points at what a reviewer should look at twice', () => {
  expect(oddities(plain)).toEqual([]);
  expect(oddities({ ...plain, accepted: null, done: '60' })).toEqual([]);
  expect(oddities({ ...plain, done: '61' })).toEqual(['over', 'jump']);
  expect(oddities({ ...plain, done: '29' })).toEqual(['less']);
  expect(oddities({ ...plain, timeliness: 'late', evidenceCount: 0 })).toEqual(['late', 'none']);
});
