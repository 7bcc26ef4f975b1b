import { Decimal } from 'decimal.js';
import { proportional } from '../../src/assessment/rules/proportional';
import type { TaskFact } from '../../src/assessment/facts';
import { taskFact } from './task-fact';

const score = (marks: string, tasks: TaskFact[], fullAt?: string) =>
  proportional.score({ kind: 'proportional', ...(fullAt === undefined ? {} : { fullAt }) }, new Decimal(marks), {
    tasks,
  });

describe('points in proportion to completion', () => {
  it.each([
    ['10', 1537, 1548, '9.93'],
    ['10', 68716, 70692, '9.72'],
    ['100', 1537, 1548, '99.29'],
    ['10', 0, 12, '0.00'],
    ['10', 12, 12, '10.00'],
    ['10', 15, 12, '10.00'],
    ['2.5', '333.33', '1000.00', '0.83'],
  ])('of %s marks, %s done of %s give %s', (marks, done, target, points) => {
    expect(score(marks, [taskFact(done, target)]).points).toBe(points);
  });

  it.each([
    ['10', 2, 3, '6.67'],
    ['1', 1, 200, '0.01'],
    ['1', '0.499', 100, '0.00'],
    ['1', '0.4999999999999999999999999999', 100, '0.00'],
    ['1', 1005, 1000000, '0.00'],
  ])('are rounded half up to two places, once: %s × %s ÷ %s is %s', (marks, done, target, points) => {
    expect(score(marks, [taskFact(done, target)]).points).toBe(points);
  });

  it.each([
    ['0.9', 90, '10.00'],
    ['0.9', 45, '5.00'],
    ['1.2', 100, '8.33'],
    ['1.2', 120, '10.00'],
    ['2', 100, '5.00'],
  ])('reach full marks at the rate the scheme names: full at %s, %s of 100 give %s', (fullAt, done, points) => {
    expect(score('10', [taskFact(done, 100)], fullAt).points).toBe(points);
  });

  it('do not let one task cover for another', () => {
    const tasks = [taskFact(30, 10, { taskId: 'a' }), taskFact(5, 10, { taskId: 'b' })];
    expect(score('10', tasks).points).toBe('7.50');
  });

  it('follow the weights of tasks whose measures differ', () => {
    const tasks = [taskFact(20, 30, { taskId: 'a', weight: '3' }), taskFact(5, 5, { taskId: 'b', unit: '人' })];
    expect(score('10', tasks).points).toBe('7.50');
  });

  it('let several tasks together reach a rate above their targets', () => {
    const tasks = [taskFact(12, 10, { taskId: 'a' }), taskFact(6, 5, { taskId: 'b' })];
    expect(score('10', tasks, '1.2').points).toBe('10.00');
  });

  it('keep thirds exact until the end', () => {
    const thirds = ['a', 'b', 'c'].map((taskId) => taskFact(1, 3, { taskId }));
    expect(score('0.01', [...thirds, taskFact(1, 1, { taskId: 'd' })]).points).toBe('0.01');
  });

  it.each([
    ['no task', []],
    ['a target of zero', [taskFact(3, 0)]],
    ['a target of 0.00', [taskFact(3, '0.00')]],
    ['a weight of zero', [taskFact(3, 5, { weight: '0' })]],
  ])('are not zero but absent, in words, with %s', (_, tasks) => {
    const { points, explanation, nextUnit } = score('10', tasks);
    expect(points).toBeNull();
    expect(nextUnit).toBeNull();
    expect(explanation.zh).toContain('没有完成率，尚不得分');
    expect(explanation.en).toContain('no points yet');
  });

  it('leave out a task without a target and say which', () => {
    const scored = score('10', [taskFact(5, 10, { taskId: 'a' }), taskFact(1, 0, { taskId: 'b', title: '走访' })]);
    expect(scored.points).toBe('5.00');
    expect(scored.explanation.zh).toContain('未计入：走访');
  });

  it('count accepted work only, show what is pending, and say where nobody has reported', () => {
    const scored = score('10', [taskFact(0, 10, { pending: '8', reportIds: [] })]);
    expect(scored.points).toBe('0.00');
    expect(scored.inputs).toMatchObject({ tasks: [{ done: '0', pending: '8', reportIds: [] }] });
    expect(scored.explanation.zh).toContain('尚无审核通过的填报：建会');
  });
});

describe('the explanation of proportional points', () => {
  it('is the arithmetic a person would write', () => {
    const { explanation } = score('10.00', [taskFact('1537.0000', '1548.0000')], '1.0');
    expect(explanation.zh).toBe('完成率 99.29%，得分 = 10 × min(1537 ÷ 1548, 1) = 9.93。');
    expect(explanation.en).toBe('Completion 99.29 %, points = 10 × min(1537 ÷ 1548, 1) = 9.93.');
  });

  it.each([
    [69, 100, '1', '0.10'],
    [68716, 70692, '32', '0.01'],
    [0, 1000, '1', '0.01'],
    ['9.5', 10, '1', '0.50'],
  ])('says what the next unit brings: at %s of %s, %s more bring %s', (done, target, more, gain) => {
    expect(score('10', [taskFact(done, target)]).nextUnit).toMatchObject({ more, gain });
  });

  it('takes the task that needs the fewest units, wherever it stands, and counts it up to its cap only', () => {
    const large = taskFact(0, 100_000, { taskId: 'a' });
    const small = taskFact(0, '0.5', { taskId: 'b' });
    for (const tasks of [
      [large, small],
      [small, large],
    ]) {
      const next = { taskId: 'b', more: '1', gain: '5.00', points: '5.00' };
      expect(score('10', tasks).nextUnit).toMatchObject(next);
    }
  });

  it('names the task where the next unit brings most, and stops at full marks', () => {
    const tasks = [taskFact(1, 100, { taskId: 'a' }), taskFact(1, 4, { taskId: 'b', title: '培训', unit: '人' })];
    expect(score('10', tasks).nextUnit).toMatchObject({
      taskId: 'b',
      words: { zh: '“培训”再完成 1 人，得分 +1.25。' },
    });
    expect(score('10', [taskFact(100, 100)]).nextUnit).toBeNull();
  });
});
