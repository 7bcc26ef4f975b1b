import { Decimal } from 'decimal.js';
import { Refused } from '../../src/kernel/errors';
import type { Judgement } from '../../src/assessment/facts';
import { manual } from '../../src/assessment/rules/manual';
import { judgement } from './task-fact';

const score = (given?: Judgement, limits: { min?: string; max?: string } = {}) =>
  manual.score({ kind: 'manual', ...limits }, new Decimal('10'), {
    tasks: [],
    ...(given && { judgement: given }),
  });

const refusal = (given: Judgement, limits = {}): Refused => {
  try {
    score(given, limits);
  } catch (error) {
    if (error instanceof Refused) return error;
  }
  throw new Error('was not refused');
};

describe('points a scorer gives', () => {
  it.each([
    ['0', '0.00'],
    ['7.5', '7.50'],
    ['10', '10.00'],
    ['10.00', '10.00'],
  ])('stand within the limits: %s is %s', (given, points) => {
    const scored = score(judgement(given, '资料完整'));
    expect(scored.points).toBe(points);
    expect(scored.explanation.zh).toBe(`评分人评定 ${points} 分（限 0 至 10 分）。理由：资料完整`);
    expect(scored.inputs).toMatchObject({
      judgement: { points, reason: '资料完整', by: 'officer-1' },
    });
  });

  it('are not zero but open while nobody has judged', () => {
    expect(score()).toMatchObject({ points: null, nextUnit: null });
    expect(score().explanation.en).toBe('Not scored yet: the scorer gives 0 to 10 points with a reason.');
  });

  it.each([['10.01'], ['-1'], ['7.555'], ['1e1'], [''], ['NaN'], ['９']])(
    'are refused outside the limits: %j',
    (points) => {
      expect(refusal(judgement(points))).toMatchObject({
        code: 'pointsOutsideLimits',
        errors: [{ field: 'points' }],
      });
    },
  );

  it('are refused below the least a scorer may give', () => {
    expect(refusal(judgement('3.99'), { min: '4' }).errors[0]?.words.en).toContain('Give 4 to 10 points');
    expect(score(judgement('4'), { min: '4' }).points).toBe('4.00');
  });

  it.each([[''], ['  '], ['\n　']])('are refused without a reason: %j', (reason) => {
    expect(refusal(judgement('5', reason))).toMatchObject({
      code: 'reasonMissing',
      errors: [{ field: 'reason' }],
    });
  });
});

describe('the limits of a scorer', () => {
  const check = (limits: object) => manual.validate({ kind: 'manual', ...limits }, new Decimal(10), 'rule');

  it.each([[{}], [{ min: '0' }], [{ min: '4', max: '10.00' }]])('may be %j', (limits) => {
    expect(check(limits)).toEqual([]);
  });

  it.each([
    [{ max: '9' }, 'rule.max', 'notFullMarks'],
    [{ max: '11' }, 'rule.max', 'notFullMarks'],
    [{ min: '10' }, 'rule.min', 'outOfRange'],
    [{ min: '-1' }, 'rule.min', 'notADecimal'],
    [{ minimum: '1' }, 'rule.minimum', 'unknownField'],
  ])('may not be %j', (limits, field, code) => {
    expect(check(limits)).toEqual([expect.objectContaining({ field, code })]);
  });
});
