import { Refused } from '../../src/kernel/errors';
import type { RuleParams } from '../../src/assessment/rules/rules';
import { facts, occurrence } from './arbitrary-rules';
import { keepsTheLaws, scored } from './rule-laws';

const TOWN: RuleParams = {
  kind: 'deduction',
  grounds: [
    { code: 'a', name: '未完成年度组建任务', points: '5' },
    { code: 'b', name: '会员底数不清', points: '2', most: '3' },
  ],
};
const PRESS: RuleParams = {
  kind: 'counted',
  kinds: [
    { code: 'city', name: '市级宣传稿', points: '2' },
    { code: 'district', name: '区级宣传稿', points: '0.5', cap: '3' },
  ],
};
const stated = (counts: unknown, reason = '据检查') =>
  facts({
    awaited: true,
    judgement: { counts: counts as Record<string, number>, reason, by: 'o', at: '2026-12-20T08:00:00Z' },
  });

describe('a deduction per occurrence', () => {
  it.each([
    [0, 0, '10.00', '10'],
    [1, 0, '5.00', 'max(10 − 1 × 5, 0)'],
    [0, 1, '8.00', 'max(10 − min(1 × 2, 3), 0)'],
    [0, 9, '7.00', 'max(10 − min(9 × 2, 3), 0)'],
    [1, 2, '2.00', 'max(10 − 1 × 5 − min(2 × 2, 3), 0)'],
    [3, 0, '0.00', 'max(10 − 3 × 5, 0)'],
  ])('%s and %s times leaves %s', (a, b, points, arithmetic) => {
    const score = scored(TOWN, '10', facts({ occurrences: [occurrence('a', a), occurrence('b', b)] }));
    expect(score.points).toBe(points);
    expect(score.explanation.zh).toContain(`得分 = ${arithmetic} = ${points}。`);
    keepsTheLaws(score, '10');
  });

  it('stops at its floor', () => {
    const score = scored({ ...TOWN, floor: '4' }, '10', facts({ occurrences: [occurrence('a', 3)] }));
    expect(score.points).toBe('4.00');
  });

  it('names each entry it counted: when, what, with how much evidence and who approved it', () => {
    const { inputs } = scored(TOWN, '10', facts({ occurrences: [occurrence('a', 1), occurrence('x', 7)] }));
    expect(inputs['entries']).toEqual([
      expect.objectContaining({
        entryId: 'entry-a',
        occurredOn: '2026-03-01',
        words: '检查发现',
        approvedBy: 'officer-2',
      }),
    ]);
    expect(inputs['counts']).toEqual({ a: 1, b: 0 });
  });
});

describe('points per counted thing', () => {
  it.each([
    [0, 0, '0.00', '0', { more: '1', gain: '2.00', points: '2.00' }],
    [2, 3, '5.50', 'min(2 × 2 + min(3 × 0.5, 3), 10)', { more: '1', gain: '2.00', points: '7.50' }],
    [1, 8, '5.00', 'min(1 × 2 + min(8 × 0.5, 3), 10)', { more: '1', gain: '2.00', points: '7.00' }],
    [9, 1, '10.00', 'min(9 × 2 + min(1 × 0.5, 3), 10)', null],
  ])('%s and %s give %s', (city, district, points, arithmetic, next) => {
    const score = scored(
      PRESS,
      '10',
      facts({ occurrences: [occurrence('city', city), occurrence('district', district)] }),
    );
    expect(score.points).toBe(points);
    expect(score.explanation.zh).toContain(`得分 = ${arithmetic} = ${points}。`);
    if (next === null) expect(score.nextUnit).toBeNull();
    else expect(score.nextUnit).toMatchObject(next);
  });
});

describe('what a scorer states', () => {
  it('adds to what was entered and approved', () => {
    const both = { ...stated({ a: 1 }), occurrences: [occurrence('b', 1)] };
    expect(scored(TOWN, '10', both)).toMatchObject({
      points: '3.00',
      inputs: { counts: { a: 1, b: 1 }, judgement: { counts: { a: 1 }, by: 'o' } },
    });
  });

  it('is a value when nothing happened; silence is not', () => {
    expect(scored(TOWN, '10', stated({ a: 0, b: 0 })).points).toBe('10.00');
    const silent = scored(TOWN, '10', facts({ awaited: true, occurrences: [occurrence('a', 1)] }));
    expect(silent).toMatchObject({ points: null, nextUnit: null });
    expect(silent.explanation.zh).toContain('尚未评分');
    expect(scored(TOWN, '10', facts()).points).toBe('10.00');
    expect(scored(PRESS, '10', facts()).points).toBe('0.00');
  });

  it.each([
    ['an unknown ground', { x: 1 }, '据检查', 'counts.x'],
    ['a ground named like a method', { constructor: 1 }, '据检查', 'counts.constructor'],
    ['fewer than none', { a: -1 }, '据检查', 'counts.a'],
    ['half a time', { a: 0.5 }, '据检查', 'counts.a'],
    ['a text', { a: '1' }, '据检查', 'counts.a'],
    ['more than anybody can count', { a: 100_001 }, '据检查', 'counts.a'],
    ['nothing at all', undefined, '据检查', 'counts'],
    ['a list', [1], '据检查', 'counts'],
    ['no reason', { a: 1 }, '　', 'reason'],
  ])('is refused with %s', (_, counts, reason, field) => {
    expect(() => scored(TOWN, '10', stated(counts, reason))).toThrow(Refused);
    expect(() => scored(TOWN, '10', stated(counts, reason))).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ field })] }),
    );
  });
});
