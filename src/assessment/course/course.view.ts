/** The course of an assessment (考核流程) as it is answered: where it went, what lies ahead, what was reopened, who scores. */
import type { Step } from '../../events/events';

/** A step the assessment entered. */
export class CourseStepView {
  /** @example 2 */
  no!: number;
  /** @example "review" */
  step!: Step;
  /** @example "2026-12-21T02:00:00.000Z" */
  enteredAt!: string;
  /** Its last day as it was set then; null: open-ended. @example "2026-12-28" */
  dueOn!: string | null;
  /** The officer who moved it on; null: the clock. @example null */
  by!: string | null;
  /** @example null */
  byName!: string | null;
  /** @example null */
  reason!: string | null;
}

/** A step of the scheme's course. */
export class PlannedStepView {
  /** @example "review" */
  step!: Step;
  /** Working days; null: open-ended. @example 5 */
  days!: number | null;
  /** Behind, at hand, or ahead. @example "now" */
  state!: 'done' | 'now' | 'ahead';
  /** The last day of the step at hand; for one that is opened ahead its first day. @example "2026-12-28" */
  on!: string | null;
}

export class CourseView {
  /** Every step the assessment entered, the first first. */
  items!: CourseStepView[];
  /** The steps of its scheme, in order. */
  plan!: PlannedStepView[];
}

/** A reopening (重新开启), asked for by one officer and decided by another. */
export class ReopeningView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  assessmentId!: string;
  /** @example "final" */
  from!: Step;
  /** @example "review" */
  to!: Step;
  /** @example "初评时漏看两份台账" */
  reason!: string;
  /** Working days of the reopened step; null: as the scheme says. @example 3 */
  days!: number | null;
  /** @example "proposed" */
  status!: 'proposed' | 'confirmed' | 'refused';
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  proposedBy!: string;
  /** @example "王芳" */
  proposedByName!: string;
  /** @example "2026-12-22T02:00:00.000Z" */
  proposedAt!: string;
  /** null while nobody has decided. @example null */
  decidedBy!: string | null;
  /** @example null */
  decidedByName!: string | null;
  /** @example null */
  decidedAt!: string | null;
  /** Why it was refused. @example null */
  decisionReason!: string | null;
}

export class ReopeningList {
  /** The latest first. */
  items!: ReopeningView[];
}

export class OfficeMemberView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** @example "王芳" */
  name!: string;
}

/** A named office (负责考核部门) with the officers who score for it in this assessment. */
export class OfficeView {
  /** @example "ZZ" */
  code!: string;
  /** @example "组织部" */
  name!: string;
  /** Who scores its criteria; while there is nobody, nobody can. */
  officers!: OfficeMemberView[];
  /** The codes of its criteria. @example ["A1"] */
  criteria!: string[];
}

export class OfficeList {
  items!: OfficeView[];
  /** Who may be named: the scoring officers of the union. */
  candidates!: OfficeMemberView[];
}
