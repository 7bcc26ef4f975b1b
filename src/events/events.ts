/** The language between the writers and the platform: event name → body. Bodies carry the whole last known state. */
import type { Tier } from '../kernel/actor';
import type { Quantity } from '../kernel/decimal';
import type { Milestone } from '../kernel/light-plan';
import type { LightRule } from '../kernel/light-rule';
import type { AnnualReportEvents } from './annual-report-body';
import type { CaseEvents } from './case-body';
import type { EnterpriseEvents } from './enterprise-body';
import type { IndicatorEvents } from './indicator-body';
import type { FormEvents } from './form-body';
import type { LedgerEvents } from './ledger-body';
import type { LightBody } from './light-body';
import type { TargetEvents } from './target-body';

/** What a union is formed by (工会类型): an area, an industry, one enterprise. */
export type UnionKind = 'area' | 'industry' | 'enterprise';

export interface UnionBody {
  unionId: string;
  parentId: string | null;
  tier: Tier;
  code: string;
  name: string;
  path: string;
  openedOn: string;
  closedOn: string | null;
  /** Neither stands in announcements from before unions had them. */
  kind?: UnionKind;
  workers?: number | null;
}

export interface MeasureBody {
  name: string;
  unit: string;
  kind: 'flow' | 'stock';
  decimals: number;
}

/** A task (工作任务) as it stands after the deed. */
export interface TaskBody {
  taskId: string;
  rootId: string;
  parentId: string | null;
  unionId: string;
  assignerId: string;
  path: string;
  tier: Tier;
  year: number;
  code: string | null;
  title: string;
  programme: string;
  measure: MeasureBody;
  target: Quantity;
  weight: Quantity;
  keptTarget: Quantity | null;
  shortfallReason: string | null;
  startOn: string;
  dueOn: string;
  /** Before any extension (延期), and until when it is parked (挂账): neither stands in older announcements. */
  firstDueOn?: string | null;
  parkedUntil?: string | null;
  status: 'assigned' | 'signed' | 'withdrawn';
  signedAt: string | null;
  milestones?: readonly Milestone[] | null;
}

/** What a task's own reports say after the deed: the accepted state and the one open report. */
export interface ReportingBody {
  taskId: string;
  unionId: string;
  acceptedReportId: string | null;
  acceptedDone: Quantity | null;
  acceptedAsOf: string | null;
  openReportId: string | null;
  openStatus: 'submitted' | 'returned' | null;
  /** What acceptance of the open report would add (submitted only; may be negative for a correction). */
  pending: Quantity | null;
  timeliness: 'on_time' | 'late' | null;
}

/** What the feed needs to say a progress deed in words. */
export interface ReportWords {
  reportId: string;
  title: string;
  unit: string;
  done: Quantity;
  zero: boolean;
  resubmitted: boolean;
  reason: string | null;
}

/** Where the course of an assessment stands (考核流程). */
export type Step = 'opened' | 'self_score' | 'review' | 'final' | 'published' | 'appeals' | 'closed';

export interface SheetBody {
  unionId: string;
  points: Quantity;
  rank: number;
  /** The class of comparable unions; left out or null where the scheme has none. */
  classCode?: string | null;
  classRank?: number | null;
  /** The name of the grade. */
  grade?: string | null;
  /** The points of each criterion by its code. */
  criteria?: Record<string, Quantity>;
}

/** A sheet while it is being scored: provisional, for the tier that scores and above. */
export interface ProvisionalBody {
  unionId: string;
  classCode: string | null;
  points: Quantity;
  openCriteria: number;
  criteria: Record<string, Quantity | null>;
}

/** What the feed needs to say what happened to an entry. */
export interface EntryWords {
  entryId: string;
  kind: 'occurrence' | 'bonus' | 'penalty' | 'veto';
  name: string;
  count: number;
  words: string;
  outcome: 'approved' | 'refused';
}

export interface AssessmentBody {
  assessmentId: string;
  title: string;
  year: number;
  forTier: Tier;
  ownerId: string;
}

/** What a scheme names (考核方案): how the scoreboard calls criteria and classes. */
export interface Outline {
  fullMarks: Quantity;
  criteria: { code: string; name: string; marks: Quantity }[];
  classes: { code: string; name: string }[];
}

/** An urge (催办): by which union, about what, for how many officers. */
export interface UrgeBody {
  urgeId: string;
  taskId: string;
  unionId: string;
  title: string;
  words: string;
  officers: number;
}

/** What the feed needs to say of an application for another due day (延期). */
export interface ExtensionWords {
  extensionId: string;
  needs: 'above' | 'district';
  beforeOn: string;
  proposedOn: string;
  dueOn: string | null;
  reason: string;
  decisionReason: string | null;
}

/** How grave an order is (督办等级): 蓝、橙、红. */
export type Degree = 'blue' | 'orange' | 'red';
export type OrderStatus = 'issued' | 'signed' | 'answered' | 'returned' | 'closed' | 'withdrawn';

/** A supervision order (督办单) as it stands after the deed. */
export interface OrderWords {
  orderId: string;
  /** `督〔2026〕1号` */
  number: string;
  title: string;
  unionId: string;
  issuerId: string;
  taskId: string | null;
  degree: Degree;
  status: OrderStatus;
  limitOn: string;
}

/** An order with why, or with the measures of an answer; null where nothing was said. */
export interface OrderTold {
  order: OrderWords;
  reason: string | null;
}

export interface Events
  extends EnterpriseEvents, LedgerEvents, IndicatorEvents, FormEvents, TargetEvents, AnnualReportEvents, CaseEvents {
  'union.opened': { union: UnionBody };
  'union.changed': { union: UnionBody };
  'union.moved': { union: UnionBody; fromParentId: string | null; reason: string };
  'union.closed': { union: UnionBody; reason: string };
  'task.created': { task: TaskBody };
  'task.assigned': { task: TaskBody };
  'task.signed': { task: TaskBody };
  'task.cascaded': { task: TaskBody };
  'task.changed': { task: TaskBody; field: string; before: string; after: string; reason: string };
  'task.withdrawn': { task: TaskBody; reason: string };
  /** Urged by hand from above (催办), with words. */
  'task.urged': UrgeBody;
  'task.sentBack': { task: TaskBody; reason: string };
  'task.sendBackRefused': { task: TaskBody; reason: string };
  'task.parked': { task: TaskBody; reason: string };
  'task.unparked': { task: TaskBody; reason: string };
  'extension.requested': { task: TaskBody; extension: ExtensionWords };
  /** With what the task's reports say, where one of them is on time by the new day. */
  'extension.approved': { task: TaskBody; extension: ExtensionWords; reporting: ReportingBody | null };
  'extension.refused': { task: TaskBody; extension: ExtensionWords };
  'order.issued': OrderTold;
  'order.signed': OrderTold;
  'order.answered': OrderTold;
  'order.returned': OrderTold;
  'order.closed': OrderTold;
  'order.raised': OrderTold;
  'order.withdrawn': OrderTold;
  'interview.recorded': {
    interview: { interviewId: string; unionId: string; heldOn: string; agreed: string; orderId: string | null };
  };
  'progress.submitted': { reporting: ReportingBody; report: ReportWords };
  'progress.returned': { reporting: ReportingBody; report: ReportWords };
  'progress.accepted': { reporting: ReportingBody; report: ReportWords };
  'assessment.opened': { assessment: AssessmentBody; outline?: Outline };
  'score.recorded': { assessment: AssessmentBody; unionId: string; criterion: string; points: Quantity };
  /** Provisional sheets: at most a hundred in one announcement. */
  'sheet.scored': { assessment: AssessmentBody; sheets: ProvisionalBody[] };
  'assessment.stepped': { assessment: AssessmentBody; step: Step; dueOn: string | null; reason: string | null };
  'selfScore.submitted': { assessment: AssessmentBody; unionId: string; late: boolean };
  'entry.decided': { assessment: AssessmentBody; unionId: string; entry: EntryWords };
  /** With the digest of what was published: the sealed audit trail keeps it too. */
  'assessment.published': { assessment: AssessmentBody; sheets: SheetBody[]; digest?: string };
  'appeal.filed': { assessment: AssessmentBody; unionId: string; appealId: string; criteria: string[]; reason: string };
  'appeal.decided': {
    assessment: AssessmentBody;
    unionId: string;
    appealId: string;
    outcome: 'upheld' | 'rejected';
    reason: string;
  };
  /** All sheets as they stand after the correction. */
  'assessment.corrected': { assessment: AssessmentBody; sheets: SheetBody[]; reason: string; digest?: string };
  'light.changed': { light: LightBody };
  'lightRule.set': { rule: LightRule; no: number; reason: string };
  'system.canary': { sentAt: string };
}

export type EventName = keyof Events;
