/** What stands in the metrics for each figure of the database; what each asks of the operator stands in docs/operations.md. */
import type { Figures, SlowFigures } from './figures.reader';

interface Shown {
  readonly name: string;
  readonly help: string;
  readonly of: (figures: Figures & SlowFigures) => number | null;
}

export const gauges: readonly Shown[] = [
  {
    name: 'sanji_outbox_open',
    help: 'Announcements that have not arrived on the boards yet.',
    of: (f) => f.outboxOpen,
  },
  {
    name: 'sanji_outbox_oldest_seconds',
    help: 'Age of the oldest open announcement; so old the boards are.',
    of: (f) => f.outboxOldest ?? 0,
  },
  {
    name: 'sanji_outbox_retrying',
    help: 'Open announcements that failed before and are tried again.',
    of: (f) => f.outboxRetrying,
  },
  {
    name: 'sanji_outbox_parked',
    help: 'Announcements that failed twelve times and wait for a person.',
    of: (f) => f.parked,
  },
  {
    name: 'sanji_projection_last_seconds',
    help: 'Since something last arrived on the boards; a probe does every 15 s.',
    of: (f) => f.lastArrival,
  },
  { name: 'sanji_canary_age_seconds', help: 'Since a probe last came through the queue.', of: (f) => f.canaryAge },
  { name: 'sanji_canary_missed', help: 'Probes in a row that did not come through.', of: (f) => f.canaryMissed },
  { name: 'sanji_audit_unsealed', help: 'Audit entries that wait for their seal.', of: (f) => f.auditUnsealed },
  {
    name: 'sanji_webhook_open',
    help: 'Deliveries that wait, of endpoints that are not paused.',
    of: (f) => f.webhookOpen,
  },
  {
    name: 'sanji_webhook_oldest_seconds',
    help: 'Age of the oldest of them.',
    of: (f) => f.webhookOldest ?? 0,
  },
  { name: 'sanji_dispatch_open', help: 'Mails and messages of group robots that wait.', of: (f) => f.dispatchOpen },
  {
    name: 'sanji_dispatch_late_seconds',
    help: 'By how much the most overdue of them is late.',
    of: (f) => f.dispatchLate ?? 0,
  },
  { name: 'sanji_intakes_open', help: 'Spreadsheets that are being taken in, or wait to be.', of: (f) => f.intakes },
  { name: 'sanji_intake_oldest_seconds', help: 'Age of the oldest of them.', of: (f) => f.intakeOldest ?? 0 },
  { name: 'sanji_assessment_runs_open', help: 'Computations of assessments under way.', of: (f) => f.runs },
  {
    name: 'sanji_sign_in_failures_recent',
    help: 'Failed sign-ins that still count against an account and network (15 minutes).',
    of: (f) => f.signInFailures,
  },
  { name: 'sanji_evidence_files', help: 'Files of evidence.', of: (f) => f.evidenceFiles },
  { name: 'sanji_evidence_bytes', help: 'Bytes of evidence as recorded.', of: (f) => f.evidenceBytes },
  { name: 'sanji_api_keys_ending', help: 'Keys of programs that end within 14 days.', of: (f) => f.keysEnding },
];
