/** The appeal window (申诉期): how long it is, and whether it still runs. Days are civil days, `YYYY-MM-DD`. */
import type { Course } from '../scheme-types';

/** Where a scheme says nothing of its course. */
const USUAL_DAYS = 5;

/** Working days; 0: nobody appeals. */
export const appealDays = (course: Course | undefined): number =>
  course === undefined ? USUAL_DAYS : (course.appeal ?? 0);

/** What is filed on the last day still counts. */
export const windowRuns = (appealUntil: string | null, today: string): boolean =>
  appealUntil !== null && today <= appealUntil;
