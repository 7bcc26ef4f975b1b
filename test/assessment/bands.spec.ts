import { Decimal } from 'decimal.js';
import type { TaskFact } from '../../src/assessment/facts';
import type { BandsParams } from '../../src/assessment/rules/bands';
import { bands } from '../../src/assessment/rules/bands';
import { taskFact } from './task-fact';

const ladder = (...steps: [string, string][]) => steps.map(([atLeast, points]) => ({ atLeast, points }));
const HOME = ladder(['70', '3'], ['60', '2'], ['50', '1']);
const CONTRACT = ladder(['80', '4'], ['75', '3'], ['70', '2'], ['65', '1']);
const AUDIT = ladder(['98', '2']);

const score = (marks: string, steps: BandsParams['bands'], tasks: TaskFact[], over?: BandsParams['over']) =>
  bands.score({ kind: 'bands', bands: steps, ...(over && { over }) }, new Decimal(marks), {
    tasks,
  });

describe('points by percentage band', () => {
  it.each([
    [HOME, 100, '3.00'],
    [HOME, 70, '3.00'],
    [HOME, '69.999', '2.00'],
    [HOME, 60, '2.00'],
    [HOME, 50, '1.00'],
    [HOME, '49.99', '0.00'],
    [HOME, 0, '0.00'],
    [HOME, 130, '3.00'],
    [CONTRACT, 80, '4.00'],
    [CONTRACT, 79, '3.00'],
    [CONTRACT, 65, '1.00'],
    [CONTRACT, 64, '0.00'],
    [AUDIT, 98, '2.00'],
    [AUDIT, 97, '0.00'],
  ])('are those of the highest band reached (%#: %s of 100)', (steps, done, points) => {
    expect(score(steps[0]?.points ?? '', steps, [taskFact(done, 100)]).points).toBe(points);
  });

  it('take real figures exactly: 1,537 of 1,548 passes 98 %, 68,716 of 70,692 does not', () => {
    expect(score('2', AUDIT, [taskFact(1537, 1548)]).points).toBe('2.00');
    expect(score('2', AUDIT, [taskFact(68716, 70692)]).points).toBe('0.00');
  });

  it('do not depend on the order in which the bands are written', () => {
    expect(score('3', HOME.toReversed(), [taskFact(65, 100)]).points).toBe('2.00');
  });

  it('reach a band exactly, however the thirds fall', () => {
    const thirds = ['a', 'b', 'c'].map((taskId) => taskFact(1, 3, { taskId }));
    expect(score('1', ladder(['50', '1']), [...thirds, taskFact(1, 1, { taskId: 'd' })]).points).toBe('1.00');
  });

  it('let several tasks together reach a band above their targets', () => {
    const tasks = [taskFact(12, 10, { taskId: 'a' }), taskFact(6, 5, { taskId: 'b' })];
    expect(score('5', ladder(['120', '5'], ['100', '4']), tasks).points).toBe('5.00');
  });

  it('are absent, not zero, while there is no percentage', () => {
    expect(score('3', HOME, [taskFact(5, 0)])).toMatchObject({ points: null, nextUnit: null });
    expect(score('3', HOME, [taskFact(5, 9, { timeliness: null })], 'punctuality')).toMatchObject({
      points: null,
      explanation: { zh: '没有按时率，尚不得分。尚无到期的任务。' },
    });
  });

  it('never show a percentage that would belong to another band', () => {
    const { explanation, inputs } = score('3', HOME, [taskFact('69.999', 100)]);
    expect(inputs['percent']).toBe('69.99');
    expect(explanation.zh).toBe('完成率 69.999 ÷ 100 = 69.99%，达到 60% 一档，得 2 分。');
  });

  it.each([
    [62, 100, { more: '8', gain: '1.00', points: '3.00' }],
    [7, 15, { more: '1', gain: '1.00', points: '1.00' }],
    [4, 15, { more: '4', gain: '1.00', points: '1.00' }],
    [70, 100, null],
  ])('say how many units are missing to the next band: at %s of %s %j', (done, target, next) => {
    const { nextUnit } = score('3', HOME, [taskFact(done, target)]);
    if (next === null) expect(nextUnit).toBeNull();
    else expect(nextUnit).toMatchObject(next);
  });
});

describe('points by punctuality', () => {
  const facts = (onTime: number, late: number, missing: number, open = 0) =>
    (['on_time', 'late', 'missing', null] as const).flatMap((timeliness, i) =>
      Array.from({ length: [onTime, late, missing, open][i] ?? 0 }, () => taskFact(0, 1, { timeliness })),
    );

  it.each([
    [7, 2, 1, 0, '3.00'],
    [6, 4, 0, 0, '2.00'],
    [6, 0, 4, 5, '2.00'],
    [0, 1, 0, 0, '0.00'],
    [1, 0, 0, 9, '3.00'],
  ])('count %s on time, %s late, %s missing, %s not due: %s', (onTime, late, missing, open, points) => {
    expect(score('3', HOME, facts(onTime, late, missing, open), 'punctuality').points).toBe(points);
  });

  it('say the three states', () => {
    const scored = score('3', HOME, facts(6, 3, 1), 'punctuality');
    expect(scored.explanation.en).toBe('The punctuality is 6 ÷ (6 + 3 + 1) = 60.00%, at least 60 %: 2 points.');
    expect(scored.inputs).toMatchObject({ onTime: 6, late: 3, missing: 1 });
  });

  it('name the tasks that are due, with how each was met and the reports it rests on', () => {
    const tasks = [
      taskFact(1, 1, { taskId: 't1', title: '建会', timeliness: 'on_time', reportIds: ['r1'] }),
      taskFact(0, 1, { taskId: 't2', title: '培训', timeliness: 'missing', reportIds: [] }),
      taskFact(0, 1, { taskId: 't3', title: '帮扶', timeliness: null, reportIds: [] }),
    ];
    expect(score('3', HOME, tasks, 'punctuality').inputs).toMatchObject({
      tasks: [
        { taskId: 't1', title: '建会', timeliness: 'on_time', reportIds: ['r1'] },
        { taskId: 't2', title: '培训', timeliness: 'missing', reportIds: [] },
      ],
    });
  });
});
