/** An entry (考核记录) as it is answered: what happened, who recorded it, who decided, and its evidence. */
import { EvidenceView } from '../../work/report.view';

export class EntryView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  assessmentId!: string;
  /** The union it is about. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  unionId!: string;
  /** @example "田心社区工联会" */
  unionName!: string;
  /** occurrence of a criterion, bonus, penalty, or veto. @example "bonus" */
  kind!: 'occurrence' | 'bonus' | 'penalty' | 'veto';
  /** Only of an occurrence. @example null */
  criterion!: string | null;
  /** The code of the ground, the kind, or the veto. @example "J1" */
  ground!: string;
  /** @example "市级以上荣誉" */
  groundName!: string;
  /** @example 1 */
  count!: number;
  /** Only where the kind leaves the points to the entry. @example null */
  points!: string | null;
  /** @example "2026-06-12" */
  occurredOn!: string;
  /** @example "获评市级模范职工之家" */
  words!: string;
  /** @example "proposed" */
  status!: 'proposed' | 'approved' | 'refused' | 'withdrawn';
  /** Whether the scored union proposed it itself. @example true */
  proposedByUnion!: boolean;
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  recordedBy!: string;
  /** @example "李娜" */
  recordedByName!: string;
  /** @example "2026-12-16T02:00:00.000Z" */
  recordedAt!: string;
  /** null while nobody has decided. @example null */
  decidedBy!: string | null;
  /** @example null */
  decidedByName!: string | null;
  /** @example null */
  decidedAt!: string | null;
  /** Why it was refused. @example null */
  decisionReason!: string | null;
  evidence!: EvidenceView[];
  /** @example 1 */
  version!: number;
}

export class EntryList {
  items!: EntryView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 1 */
  total!: number;
}
