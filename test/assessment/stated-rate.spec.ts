import { Refused } from '../../src/kernel/errors';
import type { Judgement } from '../../src/assessment/facts';
import type { RuleParams } from '../../src/assessment/rules/rules';
import { facts } from './arbitrary-rules';
import { scored } from './rule-laws';

const RATE: RuleParams = { kind: 'proportional', over: 'stated' };
const given = (judgement?: Partial<Judgement>) =>
  facts({
    awaited: true,
    ...(judgement && { judgement: { reason: '据年报', by: 'officer-1', at: '2026-12-20T08:00:00Z', ...judgement } }),
  });

function refusal(params: RuleParams, judgement: Record<string, unknown>): string {
  try {
    scored(params, '10', given(judgement));
  } catch (error) {
    if (error instanceof Refused) return error.errors[0]?.field ?? '';
  }
  throw new Error('was not refused');
}

describe('a rate a scorer states', () => {
  it('scores like any other, with who stated it and why among the inputs', () => {
    const score = scored(RATE, '10', given({ numerator: '128', denominator: '160' }));
    expect(score).toMatchObject({
      points: '8.00',
      explanation: { zh: '填报比率 80.00%，得分 = 10 × min(128 ÷ 160, 1) = 8.00。理由：据年报' },
      inputs: {
        over: 'stated',
        judgement: { numerator: '128', denominator: '160', reason: '据年报', by: 'officer-1' },
      },
      nextUnit: { taskId: null, more: '1', gain: '0.06', points: '8.06', words: { zh: '分子再增加 1，得分 +0.06。' } },
    });
  });

  it('is open while nobody has stated it, and has no value over zero', () => {
    const silent = scored(RATE, '10', given());
    expect(silent.points).toBeNull();
    expect(silent.explanation.zh).toBe('没有填报比率，尚不得分。评分人尚未填写分子和分母。');
    const nothing = scored(RATE, '10', given({ numerator: '0', denominator: '0.00' }));
    expect(nothing.points).toBeNull();
    expect(nothing.explanation.zh).toContain('分母为零，没有比率。');
  });

  it('of nothing out of something is zero, which is a value', () => {
    expect(scored(RATE, '10', given({ numerator: '0', denominator: '40' })).points).toBe('0.00');
  });

  it.each([
    ['without a numerator', { denominator: '1' }, 'numerator'],
    ['without a denominator', { numerator: '1' }, 'denominator'],
    ['below zero', { numerator: '-1', denominator: '1' }, 'numerator'],
    ['as a number', { numerator: 1, denominator: '1' }, 'numerator'],
    ['of five places', { numerator: '1', denominator: '1.00001' }, 'denominator'],
    ['beyond reason', { numerator: '1'.repeat(16), denominator: '1' }, 'numerator'],
    ['without a reason', { numerator: '1', denominator: '1', reason: ' ' }, 'reason'],
    ['above the whole', { numerator: '2', denominator: '1' }, 'numerator'],
  ])('is refused %s', (_, judgement, field) => {
    expect(refusal(RATE, judgement)).toBe(field);
  });

  it('may be above the whole only where the rule counts beyond it', () => {
    const more = given({ numerator: '120', denominator: '100' });
    expect(scored({ ...RATE, fullAt: '1.2' }, '10', more).points).toBe('10.00');
    expect(scored({ ...RATE, beyond: { per: '10', points: '1', cap: '3' } }, '10', more).bonus?.points).toBe('2.00');
    expect(refusal({ kind: 'threshold', over: 'stated', atLeast: '90' }, { numerator: '2', denominator: '1' })).toBe(
      'numerator',
    );
  });
});
