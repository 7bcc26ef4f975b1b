import { fraction } from '../../src/assessment/fraction';
import type { RuleParams } from '../../src/assessment/rules/rules';
import { facts } from './arbitrary-rules';
import { keepsTheLaws, scored } from './rule-laws';
import { taskFact } from './task-fact';

const RANKS: RuleParams = { kind: 'rank', points: ['60', '57', '54', '51', '48'], rest: '45' };
const peers = (...percents: (number | null)[]) =>
  percents.map((one) => (one === null ? null : { top: BigInt(one), bottom: 100n }));
const at = (percent: number, all: ReturnType<typeof peers>) =>
  facts({ tasks: percent < 0 ? [] : [taskFact(percent, 100)], peers: all });

describe('rank points in a class', () => {
  const CLASS = peers(95, 88, 88, 70, null, 60, 50);

  it.each([
    [95, '60.00', 1],
    [88, '57.00', 2],
    [70, '51.00', 4],
    [60, '48.00', 5],
    [50, '45.00', 6],
  ])('at %s %% give %s', (percent, points, place) => {
    const score = scored(RANKS, '60', at(percent, CLASS));
    expect(score).toMatchObject({ points, inputs: { place, of: 6 } });
    keepsTheLaws(score, '60');
  });

  it('by mean share what the places they take up would give', () => {
    const score = scored({ ...RANKS, ties: 'mean' }, '60', at(88, CLASS));
    expect(score.points).toBe('55.50');
    expect(score.explanation.zh).toBe(
      '完成率 88 ÷ 100 = 88.00%，在本组有数据的 6 家中列第 2 名（与另 1 家并列），得分 = (57 + 54) ÷ 2 = 55.50。',
    );
    const last = scored({ ...RANKS, points: ['60', '57'], ties: 'mean' }, '60', at(50, peers(90, 50, 50, 50)));
    expect(last).toMatchObject({ points: '49.00' });
    expect(last.explanation.zh).toContain('(57 + 45 × 2) ÷ 3');
  });

  it('are open without a value, for whom nobody has to stand behind', () => {
    expect(scored(RANKS, '60', at(-1, CLASS)).points).toBeNull();
  });

  it('say what drawing level with the next one would bring', () => {
    expect(scored(RANKS, '60', at(60, CLASS)).nextUnit).toMatchObject({ more: '10', gain: '3.00', points: '51.00' });
    expect(scored({ ...RANKS, rest: '0', points: ['60'] }, '60', at(50, CLASS)).nextUnit).toMatchObject({
      more: '45',
      points: '60.00',
    });
    expect(scored(RANKS, '60', at(95, CLASS)).nextUnit).toBeNull();
  });

  it('alone in its class a union is the first', () => {
    expect(scored(RANKS, '60', facts({ tasks: [taskFact(1, 100)] })).points).toBe('60.00');
  });
});

describe('points in proportion to the best', () => {
  const CLASS = peers(80, 60, null, 20);
  const BEST: RuleParams = { kind: 'relative' };

  it.each([
    [80, '10.00', '10'],
    [60, '7.50', '10 × (60 ÷ 100 ÷ (4 ÷ 5))'],
    [20, '2.50', '10 × (20 ÷ 100 ÷ (4 ÷ 5))'],
  ])('at %s %% are %s', (percent, points, arithmetic) => {
    const score = scored(BEST, '10', at(percent, CLASS));
    expect(score.points).toBe(points);
    expect(score.explanation.zh).toContain(`得分 = ${arithmetic} = ${points}。本组有数据的 3 家中最高 80.00%`);
    keepsTheLaws(score, '10');
  });

  it('are nothing for all where the best is nothing: nobody is divided by zero', () => {
    const score = scored(BEST, '10', at(0, peers(0, 0)));
    expect(score).toMatchObject({ points: '0.00', nextUnit: { more: '1', points: '10.00' } });
  });

  it('count a surplus up to twice the target', () => {
    const values = [...peers(100), fraction('2')];
    expect(scored(BEST, '10', at(500, values)).points).toBe('10.00');
    expect(scored(BEST, '10', at(100, values)).points).toBe('5.00');
  });
});
