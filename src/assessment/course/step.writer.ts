/** Entering a step (进入阶段): its last day by the district's calendar; kept, and told to the tier that scores. */
import type { EntityManager } from 'typeorm';
import { type Overrides, addWorkingDays } from '../../calendar/working-days';
import type { Step } from '../../events/events';
import { announce, type Teller } from '../../outbox/announce';
import type { Assessment } from '../assessment.entity';
import { bump } from '../assessment.reader';
import { dueDay } from './course';

/** Where the days come from that a district has set otherwise: the CalendarService. */
export interface Calendar {
  overrides(tx: EntityManager, districtId: string, from?: string, to?: string): Promise<Overrides>;
}

export interface Entering {
  readonly step: Step;
  /** Why it went there; null where the course alone says so. */
  readonly reason: string | null;
  /** Working days, where they are not those of the scheme. */
  readonly days?: number | null;
}

const record = `
  insert into assessment_step (district_id, assessment_id, no, step, entered_at, due_on, by, reason)
  select $1, $2, coalesce(max(no), 0) + 1, $3, app_now(), $4, $5, $6
  from assessment_step where district_id = $1 and assessment_id = $2`;

/** The last day of a step that begins today; null: open-ended. */
export async function lastDay(
  tx: EntityManager,
  calendar: Calendar,
  { districtId, definition }: Pick<Assessment, 'districtId' | 'definition'>,
  { step, days }: Pick<Entering, 'step' | 'days'>,
): Promise<string | null> {
  const [{ today }]: [{ today: string }] = await tx.query('select app_today()::text as today');
  const overrides = await calendar.overrides(tx, districtId, today);
  const after = (day: string, n: number): string => addWorkingDays(day, n, overrides);
  return typeof days === 'number' ? after(today, days) : dueDay(definition.course, step, today, after);
}

/** Keeps that an assessment entered the step in which it is. */
export async function recordStep(
  tx: EntityManager,
  { districtId, id, step, stepDue }: Assessment,
  by: string | null,
  reason: string | null,
): Promise<void> {
  await tx.query(record, [districtId, id, step, stepDue, by, reason]);
}

/** Moves a locked assessment to a step, on or back. */
export async function enterStep(
  tx: EntityManager,
  calendar: Calendar,
  teller: Teller,
  assessment: Assessment,
  entering: Entering,
): Promise<void> {
  const { step, reason } = entering;
  const before = { step: assessment.step, stepDue: assessment.stepDue };
  const stepDue = await lastDay(tx, calendar, assessment, entering);
  await bump(tx, assessment, { step, stepDue });
  await recordStep(tx, assessment, teller.officerId, reason);
  await announce(tx, teller, {
    name: 'assessment.stepped',
    unionId: assessment.ownerId,
    path: assessment.path,
    subjectId: assessment.id,
    before,
    body: { assessment: assessment.body(), step, dueOn: stepDue, reason },
  });
}
