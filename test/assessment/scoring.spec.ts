import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { Refused } from '../../src/kernel/errors';
import { scoreCriterion, scoreSheet } from '../../src/assessment/scoring';
import { validateScheme } from '../../src/assessment/scheme-definition';
import { criteriaOf } from '../../src/assessment/scheme-types';
import { judgement, taskFact } from './task-fact';
import { TOWN } from './town-scheme';

const facts = {
  tasks: [
    taskFact(1537, 1548, { taskId: '1', code: 'found', title: '建会', reportIds: ['r1', 'r2'] }),
    taskFact(68716, 70692, { taskId: '2', code: 'join', title: '入会', unit: '人' }),
    taskFact(85, 100, { taskId: '3', code: 'legal', programme: '法人登记' }),
    taskFact(69, 100, { taskId: '4', code: 'home', programme: '职工之家', timeliness: 'late' }),
    taskFact(0, 0, { taskId: '5', code: 'later', programme: '帮困', timeliness: null }),
  ],
};

describe('a score sheet', () => {
  // A1: 20 × (1537 ÷ 1548 + 68716 ÷ 70692) ÷ 2 = 19.6494; A2: 85 %; A5: 69 %; B2: 3 of 4 on time = 75 %.
  it('scores every criterion by its rule and adds up exactly', () => {
    const sheet = scoreSheet(TOWN, facts, { B1: judgement('3.25') });
    expect(sheet.criteria.map(({ code, points }) => [code, points])).toEqual([
      ['A1', '19.65'],
      ['A2', '2.00'],
      ['A5', '2.00'],
      ['B1', '3.25'],
      ['B2', '0.00'],
    ]);
    expect(sheet).toMatchObject({ fullMarks: '40.00', points: '26.90', openCriteria: [] });
    expect(sheet.parts.map(({ code, points, marks }) => [code, points, marks])).toEqual([
      ['A', '23.65', '26.00'],
      ['B', '3.25', '14.00'],
    ]);
  });

  it('leaves open what is not scored yet and adds up the rest', () => {
    const sheet = scoreSheet(TOWN, { tasks: facts.tasks.slice(0, 2) }, {});
    expect(sheet.openCriteria).toEqual(['A2', 'A5', 'B1']);
    expect(sheet.points).toBe('29.65');
    expect(sheet.criteria[1]).toMatchObject({
      points: null,
      explanation: { zh: '没有完成率，尚不得分。没有任务适用本项。' },
    });
  });

  it('leads from every point to its inputs, the accepted reports and who gave it', () => {
    const [founding, , , judged] = scoreSheet(TOWN, facts, { B1: judgement('3.25') }).criteria;
    expect(founding).toMatchObject({
      part: 'A',
      marks: '20.00',
      inputs: { tasks: [{ taskId: '1', reportIds: ['r1', 'r2'] }, { taskId: '2' }] },
      source: { scorer: 'computed', by: null, at: null, reason: null },
    });
    expect(judged?.source).toEqual({
      scorer: 'office',
      by: 'officer-1',
      at: '2014-12-20T08:00:00Z',
      reason: '台账齐全',
    });
  });

  it('reads the same whatever the order of the facts', () => {
    const turned = { tasks: facts.tasks.toReversed() };
    expect(JSON.stringify(scoreSheet(TOWN, turned, {}))).toBe(JSON.stringify(scoreSheet(TOWN, facts, {})));
  });

  it.each([['Z9'], ['constructor']])('refuses a judgement of %s, which the scheme does not have', (code) => {
    const deed = () => scoreSheet(TOWN, facts, { [code]: judgement('1') });
    expect(deed).toThrow(Refused);
    expect(deed).toThrow(
      expect.objectContaining({
        errors: [expect.objectContaining({ field: `judgements.${code}` })],
      }),
    );
  });

  it('refuses a judgement of what is computed from facts, and lets it give way to facts that came later', () => {
    const placed = criteriaOf(TOWN).find(({ criterion }) => criterion.code === 'A1');
    if (placed === undefined) throw new Error('no A1');
    expect(() => scoreCriterion(placed, { tasks: facts.tasks, judgement: judgement('1') })).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ field: 'judgements.A1' })] }),
    );
    const given = { A1: judgement('7') };
    expect(scoreSheet(TOWN, { tasks: [] }, given).criteria[0]).toMatchObject({ points: '7.00' });
    expect(scoreSheet(TOWN, facts, given).criteria[0]).toMatchObject({ points: '19.65' });
  });

  it('names the field of a judgement that cannot stand', () => {
    const placed = criteriaOf(TOWN).find(({ criterion }) => criterion.code === 'B1');
    if (placed === undefined) throw new Error('no B1');
    expect(() => scoreCriterion(placed, { tasks: [], judgement: judgement('4.01') })).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ field: 'points' })] }),
    );
  });

  it('never gives more than the full marks, and its parts add up to the whole', () => {
    const quantity = fc.integer({ min: 0, max: 99_999 });
    const task = fc.record({
      done: quantity,
      target: quantity,
      timeliness: fc.constantFrom('on_time' as const, 'late' as const, 'missing' as const, null),
      code: fc.constantFrom('legal', 'home', 'found'),
      programme: fc.constantFrom('组织建设', '帮困'),
    });
    fc.assert(
      fc.property(fc.array(task, { maxLength: 8 }), fc.integer({ min: 0, max: 400 }), (all, given) => {
        const tasks = all.map(({ done, target, ...rest }, i) => taskFact(done, target, { taskId: `${i}`, ...rest }));
        const sheet = scoreSheet(TOWN, { tasks }, { B1: judgement((given / 100).toFixed(2)) });
        const add = (points: (string | null)[]) =>
          points.reduce((sum, one) => sum.plus(one ?? 0), new Decimal(0)).toFixed(2);
        expect(add(sheet.criteria.map(({ points }) => points))).toBe(sheet.points);
        expect(add(sheet.parts.map(({ points }) => points))).toBe(sheet.points);
        for (const { points, marks } of sheet.criteria) expect(Number(points)).toBeLessThanOrEqual(Number(marks));
      }),
    );
  });

  it('gives the full marks when everything is done on time', () => {
    expect(validateScheme(TOWN)).toEqual([]);
    const done = facts.tasks
      .slice(0, 4)
      .map((task) => ({ ...task, done: task.target, timeliness: 'on_time' as const }));
    expect(scoreSheet(TOWN, { tasks: done }, { B1: judgement('4') }).points).toBe('40.00');
  });
});
