import type { RuleParams } from '../../src/assessment/rules/rules';
import { facts } from './arbitrary-rules';
import { keepsTheLaws, scored } from './rule-laws';
import { taskFact } from './task-fact';

const stated = (numerator: string, denominator = '100') =>
  facts({
    judgement: { numerator, denominator, reason: '据年报', by: 'o', at: '2026-12-20T08:00:00Z' },
    awaited: true,
  });
const done = (n: string | number, of: string | number = 100) => facts({ tasks: [taskFact(n, of)] });

const GRADED: RuleParams = {
  kind: 'coefficients',
  steps: [
    { at: '90', coefficient: '4' },
    { at: '60', coefficient: '1' },
    { at: '80', coefficient: '3' },
    { at: '70', coefficient: '2' },
  ],
};

describe('points worked out by hand', () => {
  it.each<[RuleParams, string, string | number, string, string]>([
    [{ kind: 'threshold', atLeast: '98' }, '5', 98, '5.00', '[98 ÷ 100 × 100 | ≥ 98 → 5]'],
    [{ kind: 'threshold', atLeast: '98' }, '5', '97.999', '0.00', '[97.999 ÷ 100 × 100 | ≥ 98 → 5]'],
    // 3 points below at 0.5 each
    [{ kind: 'shortfall', from: '98', per: '1', points: '0.5' }, '10', 95, '8.50', '3'],
    [{ kind: 'shortfall', from: '98', per: '1', points: '0.5' }, '10', '95.5', '8.75', '2.5'],
    [{ kind: 'shortfall', from: '98', per: '1', points: '0.5', wholeSteps: true }, '10', '95.5', '9.00', '2'],
    [{ kind: 'shortfall', from: '98', per: '1', points: '0.5', wholeSteps: true }, '10', '97.01', '10.00', '0'],
    [{ kind: 'shortfall', from: '100', per: '5', points: '1' }, '10', 60, '2.00', '8'],
    [{ kind: 'shortfall', from: '100', per: '5', points: '1', floor: '4' }, '10', 60, '4.00', 'floor'],
    [{ kind: 'shortfall', from: '100', per: '1', points: '1' }, '10', 10, '0.00', 'never below nothing'],
    [{ kind: 'shortfall', from: '98', per: '1', points: '0.5' }, '10', 120, '10.00', 'never more'],
    [{ kind: 'interval', base: '60', challenge: '90' }, '10', 60, '0.00', 'at the base'],
    [{ kind: 'interval', base: '60', challenge: '90' }, '10', 59, '0.00', 'below it'],
    [{ kind: 'interval', base: '60', challenge: '90' }, '10', 80, '6.67', '20 of 30'],
    [{ kind: 'interval', base: '60', challenge: '90', basePoints: '6' }, '10', 75, '8.00', 'half of the 4'],
    [{ kind: 'interval', base: '60', challenge: '90', basePoints: '6' }, '10', 10, '6.00', 'base points'],
    [{ kind: 'interval', base: '60', challenge: '90' }, '10', 130, '10.00', 'beyond the challenge'],
    [{ kind: 'interval', base: '100', challenge: '120' }, '10', 110, '5.00', 'beyond the target'],
    [GRADED, '10', '59.99', '0.00', 'below the lowest'],
    [GRADED, '10', 60, '2.50', '1 of 4'],
    [GRADED, '10', '72.5', '5.63', '2.25 of 4, 5.625'],
    [GRADED, '10', 90, '10.00', '4 of 4'],
    [GRADED, '10', 100, '10.00', 'above the highest'],
  ])('%j of %s marks at %s %% gives %s (%s)', (params, marks, percent, points) => {
    const score = scored(params, marks, done(percent));
    expect(score.points).toBe(points);
    keepsTheLaws(score, marks);
  });

  it('where less is better: from 5 % down to 1 % complaints', () => {
    const params: RuleParams = { kind: 'interval', over: 'stated', base: '5', challenge: '1' };
    const at = (numerator: string) => scored(params, '8', stated(numerator));
    expect([at('6'), at('5'), at('4'), at('2.5'), at('1'), at('0')].map(({ points }) => points)).toEqual([
      '0.00',
      '0.00',
      '2.00',
      '5.00',
      '8.00',
      '8.00',
    ]);
    expect(at('4').nextUnit).toMatchObject({ more: '-1', gain: '2.00', words: { zh: '分子再减少 1，得分 +2。' } });
    expect(at('4').explanation.zh).toBe(
      '填报比率 4.00%，得分 = 8 × min(max((5 − 4 ÷ 100 × 100) ÷ (5 − 1), 0), 1) = 2.00。理由：据年报',
    );
  });

  it('for going beyond: every full 10 points above 100 % bring 0.5, at most 2', () => {
    const params: RuleParams = { kind: 'proportional', beyond: { per: '10', points: '0.5', cap: '2' } };
    const bonus = (percent: number) => scored(params, '10', done(percent)).bonus?.points;
    expect([90, 100, 109, 110, 125, 140, 200].map(bonus)).toEqual([
      '0.00',
      '0.00',
      '0.00',
      '0.50',
      '1.00',
      '2.00',
      '2.00',
    ]);
    const { explanation, points } = scored(params, '10', done(125));
    expect(points).toBe('10.00');
    expect(explanation.zh).toContain('超额加分 = min(⌊max(125 ÷ 100 × 100 − 1 × 100, 0) ÷ 10⌋ × 0.5, 2) = 1.00。');
  });

  it('for going beyond with several tasks: no surplus covers for what is missing elsewhere', () => {
    const params: RuleParams = { kind: 'proportional', beyond: { per: '10', points: '0.5', cap: '2' } };
    const two = (a: number, b: number) =>
      scored(params, '10', facts({ tasks: [taskFact(a, 10, { taskId: 'a' }), taskFact(b, 10, { taskId: 'b' })] }));
    expect(two(14, 8)).toMatchObject({ points: '9.00', bonus: { points: '0.00' } });
    expect(two(14, 10)).toMatchObject({ points: '10.00', bonus: { points: '1.00' } });
  });

  it('by weight are rounded once, after it', () => {
    const params: RuleParams = { kind: 'proportional' };
    expect(scored(params, '10', { ...done(1, 3), weight: '0.3' })).toMatchObject({ points: '1.00' });
    const banded: RuleParams = { kind: 'bands', bands: [{ atLeast: '50', points: '3' }] };
    const score = scored(banded, '3', { ...done(60), weight: '0.125' });
    expect(score.points).toBe('0.38');
    expect(score.explanation.zh).toBe('完成率 60 ÷ 100 = 60.00%，达到 50% 一档，得 3 分，按权重计 0.38 分。');
  });
});

describe('points by a rate of another source', () => {
  const half: RuleParams = { kind: 'proportional', over: 'quality' };

  it('count how many reports were never returned', () => {
    const tasks = [
      taskFact(1, 1, { taskId: 'a', received: 6, returned: 1 }),
      taskFact(1, 1, { taskId: 'b', received: 2, returned: 1 }),
      taskFact(1, 1, { taskId: 'c', received: 0, returned: 0 }),
    ];
    const score = scored(half, '10', facts({ tasks }));
    expect(score.points).toBe('7.50');
    expect(score.explanation.zh).toBe('填报质量 75.00%，得分 = 10 × min((8 − 2) ÷ 8, 1) = 7.50。');
    expect(score.inputs).toMatchObject({
      received: 8,
      returned: 2,
      tasks: [{ taskId: 'a', received: 6 }, { taskId: 'b' }],
    });
    expect(score.nextUnit).toBeNull();
  });

  it('are open where nothing was received', () => {
    const score = scored(half, '10', facts({ tasks: [taskFact(0, 5, { received: 0, reportIds: [] })] }));
    expect(score.points).toBeNull();
    expect(score.explanation.zh).toBe('没有填报质量，尚不得分。尚无提交的填报。');
  });

  it('count being on time in proportion', () => {
    const tasks = (['on_time', 'on_time', 'late', 'missing', null] as const).map((timeliness) =>
      taskFact(0, 1, { timeliness }),
    );
    expect(scored({ kind: 'proportional', over: 'punctuality' }, '10', facts({ tasks })).points).toBe('5.00');
  });
});
