/** The language between the writers and the platform: event name → body. Bodies carry the whole last known state. */
import type { Tier } from '../kernel/actor';
import type { Quantity } from '../kernel/decimal';

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
  status: 'assigned' | 'signed' | 'withdrawn';
  signedAt: string | null;
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

export interface Events {
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
  'system.canary': { sentAt: string };
}

export type EventName = keyof Events;

/** Every event name, for the check at boot that each has its handlers. */
export const eventNames: readonly EventName[] = Object.keys({
  'union.opened': 0,
  'union.changed': 0,
  'union.moved': 0,
  'union.closed': 0,
  'task.created': 0,
  'task.assigned': 0,
  'task.signed': 0,
  'task.cascaded': 0,
  'task.changed': 0,
  'task.withdrawn': 0,
  'progress.submitted': 0,
  'progress.returned': 0,
  'progress.accepted': 0,
  'assessment.opened': 0,
  'score.recorded': 0,
  'sheet.scored': 0,
  'assessment.stepped': 0,
  'selfScore.submitted': 0,
  'entry.decided': 0,
  'assessment.published': 0,
  'appeal.filed': 0,
  'appeal.decided': 0,
  'assessment.corrected': 0,
  'system.canary': 0,
} satisfies Record<EventName, 0>) as EventName[];
