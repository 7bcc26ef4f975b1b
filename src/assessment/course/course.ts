/** The course of an assessment (考核流程): which steps its scheme has, which follows which, and the last day of each. */
import type { Step } from '../../events/events';
import { criteriaOf, type Course, type SchemeDefinition } from '../scheme-types';

/** Every step there is, in order. */
export const STEPS: readonly Step[] = ['opened', 'self_score', 'review', 'final', 'published', 'appeals', 'closed'];

/** Steps a scheme cannot leave out; one that was opened ahead of its day begins with `opened`. */
const ALWAYS: ReadonlySet<Step> = new Set(['opened', 'final', 'published', 'closed']);

/** Working days of a step; null: open-ended. */
export function daysOf(course: Course | undefined, step: Step): number | null {
  const days: Partial<Record<Step, number | undefined>> = {
    self_score: course?.selfScore,
    review: course?.review,
    final: course?.final,
    published: course?.appeal,
    appeals: course?.decide,
  };
  return days[step] ?? null;
}

/** The steps of a course in order; those it has no days for are skipped, but for those that always are. */
export function stepsOf(course: Course | undefined): Step[] {
  return STEPS.filter((step) => ALWAYS.has(step) || daysOf(course, step) !== null);
}

/** The first step in which somebody scores. */
export const firstStep = (course: Course | undefined): Step => nextStep(course, 'opened') ?? 'final';

/** The step after this one; null after the last. */
export function nextStep(course: Course | undefined, step: Step): Step | null {
  const after = STEPS.indexOf(step);
  return stepsOf(course).find((each) => STEPS.indexOf(each) > after) ?? null;
}

/** Whether `to` comes later in the whole course than `from`. */
export const isLater = (to: Step, from: Step): boolean => STEPS.indexOf(to) > STEPS.indexOf(from);

/** The last day of a step that begins on `from`; null: open-ended. `after(day, n)` is the n-th working day after a day. */
export function dueDay(
  course: Course | undefined,
  step: Step,
  from: string,
  after: (day: string, days: number) => string,
): string | null {
  const days = daysOf(course, step);
  return days === null ? null : after(from, days);
}

/** Where an officer may move an assessment on to before it is published. */
export function onwardFrom(course: Course | undefined, step: Step): Step[] {
  return stepsOf(course).filter((each) => isLater(each, step) && !isLater(each, 'final'));
}

/** Where an assessment may be reopened to: after its publication only to a second appeal window. */
export function backFrom(course: Course | undefined, step: Step): Step[] {
  if (isLater(step, 'published')) return ['published'];
  if (step === 'published') return [];
  return stepsOf(course).filter((each) => each !== 'opened' && isLater(step, each));
}

/** Whether the scored unions give something themselves: points of their own, or bonuses they propose. */
export function takesFromUnions(definition: SchemeDefinition): boolean {
  const { course, bonuses } = definition;
  return (
    course?.selfScore !== undefined ||
    bonuses !== undefined ||
    criteriaOf(definition).some(({ criterion }) => criterion.scorer === 'self')
  );
}

/** Whether a union may still score itself, and if not why; what is given after the step of the self-score is late. */
export type SelfScoreDoor = { open: true; late: boolean } | { open: false; why: 'notYet' | 'over' | 'reviewed' };

/**
 * Open during the self-score and, late, until the review of the sheet is finished or the assessment leaves the step
 * in which others score first: the review or, without one, the final scores.
 */
export function selfScoreDoor(course: Course | undefined, step: Step, reviewed: boolean): SelfScoreDoor {
  if (step === 'opened') return { open: false, why: 'notYet' };
  if (step === 'self_score') return { open: true, late: false };
  if (step !== firstScoring(course)) return { open: false, why: 'over' };
  if (reviewed) return { open: false, why: 'reviewed' };
  return { open: true, late: daysOf(course, 'self_score') !== null };
}

/** The step in which somebody else than the union scores first. */
export const firstScoring = (course: Course | undefined): Step =>
  daysOf(course, 'review') === null ? 'final' : 'review';
