/** One submission (提交) judged by the rules of a report: what is written, told and answered. Pure. */
import type { Actor, Tier } from '../../kernel/actor';
import { plain } from '../../kernel/decimal';
import { NotFound, Refused } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import type { AnyAnnouncement } from '../../outbox/announce';
import {
  type Accepted,
  bestOf,
  checkReported,
  checkSubmission,
  reportingAfter,
  type Timeliness,
  timelinessOf,
} from '../progress';
import { alreadyOpen, reportedBelow, reportWords } from '../report-words';
import type { ReportView } from '../report.view';
import { requireSigned, type TaskStatus } from '../task-status';

export interface Submission {
  readonly done: string;
  readonly asOf?: string;
  readonly note?: string;
  readonly zeroReport?: boolean;
  /** Ids of files that the union handed in before. */
  readonly evidence?: readonly string[];
}

interface Proof {
  readonly sha256: string;
  readonly name: string;
}

/** What the database knows of it, once its task is locked. */
export interface Found {
  today: string;
  remembered: boolean;
  same: boolean | null;
  answer: ReportView | null;
  task: {
    path: string;
    tier: Tier;
    title: string;
    status: TaskStatus;
    startOn: string;
    dueOn: string;
    evidenceRule: 'none' | 'optional' | 'required';
    measureUnit: string;
    measureDecimals: number;
    divided: boolean;
  } | null;
  lastNo: number;
  open: number;
  otherTimeliness: Timeliness | null;
  accepted: Accepted | null;
  proofs: Proof[] | null;
}

/** A report as it is written, and what follows from it. */
export interface Submitted {
  readonly row: object;
  readonly announcement: AnyAnnouncement;
  answer(at: Date): ReportView;
}

/** Errors: those of a draft and of a submission; evidence.unknown (422). */
export function judged(actor: Actor, taskId: string, given: Submission, found: Found): Submitted {
  const { task, today, accepted } = found;
  if (task === null) throw new NotFound();
  requireSigned(task.status);
  if (task.tier === 'district' || task.divided) throw reportedBelow();
  if (found.open > 0) throw alreadyOpen();
  const { asOf = today, note = '', zeroReport = false } = given;
  const reported = { done: given.done, asOf, note };
  checkReported(task, { ...reported, zeroReport }, today);
  const proofs = proofsOf(given, found);
  checkSubmission({ ...reported, evidenceCount: proofs.length }, accepted, task.evidenceRule);
  const timeliness = timelinessOf(today, task.dueOn);
  const { districtId, unionId, officerId } = actor;
  const [id, no, done] = [newId(), found.lastNo + 1, plain(given.done)];
  const { path, dueOn } = task;
  const open = { reportId: id, status: 'submitted', done, asOf } as const;
  const row = { districtId, id, taskId, unionId, path, no, asOf, done, note, timeliness, dueOn, officerId };
  return {
    row: { ...row, proofs: proofs.map((proof) => ({ ...proof, id: newId() })) },
    announcement: {
      name: 'progress.submitted',
      unionId,
      path,
      subjectId: id,
      body: {
        reporting: reportingAfter({ taskId, unionId }, accepted, open, bestOf(timeliness, found.otherTimeliness)),
        report: reportWords({ id, done, task }, false, null),
      },
    },
    answer: (at) => ({
      ...{ id, taskId, unionId, taskTitle: task.title, no, asOf, done, zeroReport, note, status: 'submitted' },
      ...{ resubmitted: false, timeliness, submittedAt: at.toISOString(), version: 1 },
    }),
  };
}

/** The same bytes under the same name once. */
function proofsOf({ evidence = [] }: Submission, { proofs }: Found): Proof[] {
  const known = proofs ?? [];
  if (known.length < evidence.length) {
    throw new Refused(
      'evidence.unknown',
      {
        zh: '只能引用本单位此前提交过的佐证材料。',
        en: 'Only files that your union handed in before can be referred to.',
      },
      'evidence',
    );
  }
  return [...new Map(known.map((proof) => [`${proof.sha256} ${proof.name}`, proof])).values()];
}
