/** Every entity, by explicit list. */
import { Session } from '../access/session.entity';
import { SignInFailure } from '../access/sign-in-failure.entity';
import { Appeal } from '../assessment/appeal/appeal.entity';
import { Correction } from '../assessment/appeal/correction.entity';
import { AssessmentEntry } from '../assessment/assessment-entry.entity';
import { AssessmentEvidence } from '../assessment/assessment-evidence.entity';
import { AssessmentRun } from '../assessment/assessment-run.entity';
import { Assessment } from '../assessment/assessment.entity';
import { AssessmentOffice } from '../assessment/course/assessment-office.entity';
import { AssessmentReopening } from '../assessment/course/assessment-reopening.entity';
import { AssessmentStep } from '../assessment/course/assessment-step.entity';
import { SheetStage } from '../assessment/course/sheet-stage.entity';
import { Publication } from '../assessment/publication/publication.entity';
import { PublishedSheet } from '../assessment/publication/published-sheet.entity';
import { Scheme } from '../assessment/scheme.entity';
import { SchemeVersion } from '../assessment/scheme-version.entity';
import { Score } from '../assessment/score.entity';
import { ScoreSheet } from '../assessment/score-sheet.entity';
import { StageScore } from '../assessment/stage-score.entity';
import { WorkingDay } from '../calendar/working-day.entity';
import { Officer } from '../organization/officer.entity';
import { TradeUnion } from '../organization/trade-union.entity';
import { UnionLeader } from '../organization/union-leader.entity';
import { UnionPlacement } from '../organization/union-placement.entity';
import { AuditEntry } from '../outbox/audit-entry.entity';
import { AuditSeal } from '../outbox/audit-seal.entity';
import { AuditUnsealed } from '../outbox/audit-unsealed.entity';
import { OutboxMessage } from '../outbox/outbox-message.entity';
import { RememberedAnswer } from '../outbox/remembered-answer.entity';
import { EvidenceFile } from '../work/evidence-file.entity';
import { Evidence } from '../work/evidence.entity';
import { ProgressReport } from '../work/progress-report.entity';
import { ReportStep } from '../work/report-step.entity';
import { Signature } from '../work/signature.entity';
import { TaskChange } from '../work/task-change.entity';
import { Task } from '../work/task.entity';

export const entities = [
  TradeUnion,
  UnionLeader,
  UnionPlacement,
  Officer,
  WorkingDay,
  Session,
  SignInFailure,
  OutboxMessage,
  AuditEntry,
  AuditSeal,
  AuditUnsealed,
  RememberedAnswer,
  Task,
  Signature,
  TaskChange,
  ProgressReport,
  ReportStep,
  Evidence,
  EvidenceFile,
  Scheme,
  SchemeVersion,
  Assessment,
  ScoreSheet,
  Score,
  StageScore,
  AssessmentEntry,
  AssessmentEvidence,
  AssessmentStep,
  AssessmentReopening,
  AssessmentOffice,
  SheetStage,
  Publication,
  PublishedSheet,
  Appeal,
  Correction,
  AssessmentRun,
];
