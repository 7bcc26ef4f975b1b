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

export interface SheetBody {
  unionId: string;
  points: Quantity;
  rank: number;
}

export interface AssessmentBody {
  assessmentId: string;
  title: string;
  year: number;
  forTier: Tier;
  ownerId: string;
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
  'assessment.opened': { assessment: AssessmentBody };
  'score.recorded': { assessment: AssessmentBody; unionId: string; criterion: string; points: Quantity };
  'assessment.published': { assessment: AssessmentBody; sheets: SheetBody[] };
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
  'assessment.published': 0,
  'system.canary': 0,
} satisfies Record<EventName, 0>) as EventName[];
