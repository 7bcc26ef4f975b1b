/** A rule is tried in the browser with the engine's own arithmetic, and with nothing where it is not complete. */
import { expect, it } from 'vitest';
import type { Rule } from '../src/assessment/definition';
import { exampleOf, highestOf } from '../src/assessment/example';
import { newRule, ruleOf } from '../src/assessment/rule-draft';

const tried = { percent: 82, counts: { '1': 2 }, points: '7.5', words: { task: '示例', unit: '件', reason: '示例' } };
const ground = { code: '1', name: '未建档', points: '2' };

it.each<[Rule, string]>([
  [{ kind: 'proportional' }, '8.20'],
  [{ kind: 'proportional', over: 'punctuality' }, '8.20'],
  [{ kind: 'proportional', over: 'quality' }, '8.20'],
  [{ kind: 'proportional', over: 'stated' }, '8.20'],
  [{ kind: 'bands', bands: [{ atLeast: '80', points: '10' }] }, '10.00'],
  [{ kind: 'threshold', atLeast: '90' }, '0.00'],
  [{ kind: 'interval', base: '60', challenge: '100' }, '5.50'],
  [
    {
      kind: 'coefficients',
      steps: [
        { at: '80', coefficient: '3' },
        { at: '90', coefficient: '4' },
      ],
    },
    '8.00',
  ],
  [{ kind: 'shortfall', from: '100', per: '1', points: '0.5' }, '1.00'],
  [{ kind: 'deduction', grounds: [ground] }, '6.00'],
  [{ kind: 'counted', kinds: [ground] }, '4.00'],
  [{ kind: 'rank', points: ['10', '9', '8', '7'] }, '8.00'],
  [{ kind: 'relative' }, '8.63'],
  [{ kind: 'manual' }, '7.50'],
])('%j', (rule, points) => {
  const example = exampleOf(rule, '10', '1', tried);
  expect(example).toMatchObject({ points, most: '10.00' });
  expect(example?.explanation.zh).not.toBe('');
});

it('by the weight of the part', () => {
  expect(exampleOf({ kind: 'proportional' }, '10', '0.3', tried)).toMatchObject({ points: '2.46', most: '3.00' });
});

it('shows nothing while the rule or the marks cannot be read', () => {
  for (const kind of ['bands', 'threshold', 'rank', 'deduction', 'counted', 'coefficients', 'interval'] as const) {
    expect(exampleOf(ruleOf({ ...newRule(), kind }), '10', '1', tried)).toBeNull();
  }
  for (const marks of ['', '0', '十', '1e3']) expect(exampleOf({ kind: 'relative' }, marks, '1', tried)).toBeNull();
  expect(exampleOf({ kind: 'manual' }, '5', '1', tried)).toBeNull();
});

it('is turned only as far as the rate can go', () => {
  expect(highestOf({ kind: 'relative', over: 'quality' })).toBe(100);
  expect(highestOf({ kind: 'relative' })).toBe(200);
});
