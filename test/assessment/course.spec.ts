/** The course of an assessment: its steps, what follows what, the last day of each, and when a union may score itself. */
import fc from 'fast-check';
import {
  backFrom,
  dueDay,
  firstScoring,
  firstStep,
  isLater,
  nextStep,
  onwardFrom,
  selfScoreDoor,
  STEPS,
  stepsOf,
  takesFromUnions,
} from '../../src/assessment/course/course';
import type { Course } from '../../src/assessment/scheme-types';
import { addWorkingDays, isWorkingDay } from '../../src/calendar/working-days';
import { addDays } from '../../src/kernel/clock';
import { SCHEME_EXAMPLE } from '../../src/assessment/scheme-example';
import { courseDefinition } from '../support/course';

const days = fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined });
const course: fc.Arbitrary<Course | undefined> = fc.option(
  fc.record({ selfScore: days, review: days, final: days, appeal: days, decide: days }),
  { nil: undefined },
);
const step = fc.constantFrom(...STEPS);
const day = fc.integer({ min: 0, max: 2000 }).map((n) => addDays('2024-01-01', n));
const after = (from: string, n: number): string => addWorkingDays(from, n, new Map());

it('a course is walked from its first step to its close, each step once and in order', () => {
  fc.assert(
    fc.property(course, (given) => {
      const walked = [firstStep(given)];
      for (
        let next = nextStep(given, walked[0] ?? 'final');
        next !== null;
        next = nextStep(given, walked.at(-1) ?? 'closed')
      )
        walked.push(next);
      expect(walked).toEqual(stepsOf(given).filter((each) => each !== 'opened'));
      expect(walked).toEqual(expect.arrayContaining(['final', 'published', 'closed']));
      expect(walked.at(-1)).toBe('closed');
    }),
  );
});

it.each<[string, Course | undefined, string[]]>([
  ['none', undefined, ['final', 'published', 'closed']],
  ['only the review', { review: 3 }, ['review', 'final', 'published', 'closed']],
  ['all', { selfScore: 1, review: 1, final: 1, appeal: 5, decide: 3 }, STEPS.slice(1)],
])('a scheme with %s goes the steps it has', (_, given, steps) => {
  expect(stepsOf(given).filter((each) => each !== 'opened')).toEqual(steps);
});

it('the last day of a step is a working day, its days after the first; without days it is open-ended', () => {
  fc.assert(
    fc.property(course, step, day, (given, now, from) => {
      const due = dueDay(given, now, from, after);
      const few = { self_score: 'selfScore', review: 'review', final: 'final', published: 'appeal', appeals: 'decide' };
      const n = given?.[few[now as keyof typeof few] as keyof Course];
      expect(due).toBe(n === undefined ? null : after(from, n));
      if (due !== null) expect([due > from, isWorkingDay(due, new Map())]).toEqual([true, true]);
    }),
  );
});

it('an officer moves it only forward and only up to the final scores; a reopening only back, and never to a step it lacks', () => {
  fc.assert(
    fc.property(course, step, (given, now) => {
      const has = new Set(stepsOf(given));
      for (const to of onwardFrom(given, now)) {
        expect([has.has(to), isLater(to, now), isLater(to, 'final')]).toEqual([true, true, false]);
      }
      for (const to of backFrom(given, now)) {
        const before = isLater(now, 'published') ? ['published'] : ['self_score', 'review'];
        expect([has.has(to), isLater(now, to), before.includes(to)]).toEqual([true, true, true]);
      }
      if (isLater(now, 'final')) expect(onwardFrom(given, now)).toEqual([]);
      expect(backFrom(given, now).includes('published')).toBe(isLater(now, 'published'));
    }),
  );
});

it('a union scores itself on time in its step, late until its sheet is reviewed, and then no more', () => {
  fc.assert(
    fc.property(course, step, fc.boolean(), (given, now, reviewed) => {
      const door = selfScoreDoor(given, now, reviewed);
      if (now === 'self_score') expect(door).toEqual({ open: true, late: false });
      else if (now === 'opened') expect(door).toEqual({ open: false, why: 'notYet' });
      else if (now !== firstScoring(given)) expect(door).toEqual({ open: false, why: 'over' });
      else if (reviewed) expect(door).toEqual({ open: false, why: 'reviewed' });
      else expect(door).toEqual({ open: true, late: given?.selfScore !== undefined });
    }),
  );
});

it('takes something from its unions only where the scheme has a self-score or bonuses to propose', () => {
  expect([takesFromUnions(SCHEME_EXAMPLE), takesFromUnions(courseDefinition)]).toEqual([false, true]);
});
