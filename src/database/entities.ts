/** Every entity, by explicit list. */
import { ApiKey } from '../access/key/api-key.entity';
import { Application } from '../access/key/application.entity';
import { KeyPace } from '../access/key/key-pace.entity';
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
import { ReportMinutes } from '../burden/report-minutes.entity';
import { WorkingDayGone } from '../calendar/working-day-gone.entity';
import { WorkingDay } from '../calendar/working-day.entity';
import { ChasingRound } from '../chasing/chasing-round.entity';
import { Ladder } from '../chasing/ladder.entity';
import { Message } from '../chasing/message.entity';
import { ReminderSetting } from '../chasing/reminder-setting.entity';
import { ReminderTurn } from '../chasing/reminder-turn.entity';
import { UrgeOfficer } from '../chasing/urge-officer.entity';
import { Urge } from '../chasing/urge.entity';
import { Dispatch } from '../dispatch/dispatch.entity';
import { MessageTemplate } from '../dispatch/message-template.entity';
import { MailAddress } from '../dispatch/mail-address.entity';
import { OutwardChannel } from '../dispatch/outward-channel.entity';
import { ApiKeyTold } from '../chasing/api-key-told.entity';
import { Robot } from '../dispatch/robot.entity';
import { RobotNews } from '../dispatch/robot-news.entity';
import { LightChange } from '../light/light-change.entity';
import { LightRuleVersion } from '../light/light-rule.entity';
import { LightStale } from '../light/light-stale.entity';
import { TaskLight } from '../light/task-light.entity';
import { Officer } from '../organization/officer.entity';
import { TradeUnion } from '../organization/trade-union.entity';
import { UnionLeader } from '../organization/union-leader.entity';
import { UnionPlacement } from '../organization/union-placement.entity';
import { AuditEntry } from '../outbox/audit-entry.entity';
import { AuditSeal } from '../outbox/audit-seal.entity';
import { AuditUnsealed } from '../outbox/audit-unsealed.entity';
import { OutboxLease } from '../outbox/outbox-lease.entity';
import { OutboxMessage } from '../outbox/outbox-message.entity';
import { RememberedAnswer } from '../outbox/remembered-answer.entity';
import { EvidenceFile } from '../work/evidence-file.entity';
import { EvidenceRemoved } from '../work/evidence-removed.entity';
import { Evidence } from '../work/evidence.entity';
import { ProgressReport } from '../work/progress-report.entity';
import { ReportSource } from '../work/report-source.entity';
import { ReportStep } from '../work/report-step.entity';
import { Signature } from '../work/signature.entity';
import { TaskChange } from '../work/task-change.entity';
import { Task } from '../work/task.entity';
import { SendBack } from '../work/send-back.entity';
import { Extension } from '../supervision/extension/extension.entity';
import { SupervisionOrder } from '../supervision/order/supervision-order.entity';
import { OrderNumber } from '../supervision/order/order-number.entity';
import { OrderStep } from '../supervision/order/order-step.entity';
import { OrderFile } from '../supervision/order/order-file.entity';
import { Interview } from '../supervision/interview/interview.entity';
import { Intake } from '../intake/intake.entity';
import { IntakeResult } from '../intake/intake-result.entity';
import { IntakeFault } from '../intake/intake-fault.entity';
import { Enterprise } from '../enterprise/enterprise.entity';
import { EnterpriseChange } from '../enterprise/enterprise-change.entity';
import { EnterpriseCount } from '../enterprise/enterprise-count.entity';
import { EnterpriseFormerFact } from '../enterprise/enterprise-former-fact.entity';
import { EnterpriseHeadcount } from '../enterprise/enterprise-headcount.entity';
import { EnterprisePlacement } from '../enterprise/enterprise-placement.entity';
import { EnterpriseVerification } from '../enterprise/verification/enterprise-verification.entity';
import { VerificationFile } from '../enterprise/verification/verification-file.entity';
import { EntryFile } from '../ledger/entry/entry-file.entity';
import { EntryStep } from '../ledger/entry/entry-step.entity';
import { LedgerEntry } from '../ledger/entry/ledger-entry.entity';
import { LedgerRework } from '../ledger/rework/ledger-rework.entity';
import { PersonalRecord } from '../ledger/personal/personal-record.entity';
import { LedgerCode } from '../ledger/coded/ledger-code.entity';
import { LedgerTaken } from '../ledger/intake/ledger-taken.entity';
import { LedgerType } from '../ledger/type/ledger-type.entity';
import { LedgerVersion } from '../ledger/type/ledger-version.entity';
import { IndicatorClosure } from '../indicator/closure/indicator-closure.entity';
import { ExternalValue } from '../indicator/external/external-value.entity';
import { Indicator } from '../indicator/definition/indicator.entity';
import { IndicatorVersion } from '../indicator/definition/indicator-version.entity';
import { IndicatorStale } from '../indicator/value/indicator-stale.entity';
import { IndicatorTurn } from '../indicator/value/indicator-turn.entity';
import { IndicatorValue } from '../indicator/value/indicator-value.entity';
import { FormVersion } from '../form/definition/form-version.entity';
import { Form } from '../form/definition/form.entity';
import { FormException } from '../form/exception/form-exception.entity';
import { FormOwing } from '../form/owing/form-owing.entity';
import { FormPeriodGone } from '../form/period/form-period-gone.entity';
import { FormPeriod } from '../form/period/form-period.entity';
import { FormReturnStep } from '../form/return/form-return-step.entity';
import { FormReturn } from '../form/return/form-return.entity';
import { AnnualReportRow } from '../annual-report/approval/annual-report.entity';
import { CaseSource } from '../matter/case-source.entity';
import { CaseStep } from '../matter/case-step.entity';
import { InboundCase } from '../matter/inbound-case.entity';
import { WebhookAttempt } from '../webhook/webhook-attempt.entity';
import { WebhookDelivery } from '../webhook/webhook-delivery.entity';
import { WebhookEndpoint } from '../webhook/webhook-endpoint.entity';
import { WebhookHost } from '../webhook/webhook-host.entity';
import { AnnualReportTemplate } from '../annual-report/template/report-template.entity';
import { TargetChange } from '../target/target-change.entity';
import { TargetVersion } from '../target/target-version.entity';
import { Target } from '../target/target.entity';

export const entities = [
  TradeUnion,
  UnionLeader,
  UnionPlacement,
  Officer,
  WorkingDay,
  WorkingDayGone,
  Session,
  SignInFailure,
  OutboxLease,
  OutboxMessage,
  ApiKey,
  Application,
  KeyPace,
  AuditEntry,
  AuditSeal,
  AuditUnsealed,
  RememberedAnswer,
  Task,
  Signature,
  TaskChange,
  SendBack,
  Extension,
  SupervisionOrder,
  OrderNumber,
  OrderStep,
  OrderFile,
  Interview,
  ProgressReport,
  ReportStep,
  Evidence,
  EvidenceFile,
  EvidenceRemoved,
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
  Ladder,
  ChasingRound,
  ReminderTurn,
  Message,
  ReminderSetting,
  Urge,
  UrgeOfficer,
  OutwardChannel,
  MailAddress,
  ApiKeyTold,
  Robot,
  RobotNews,
  Dispatch,
  MessageTemplate,
  ReportMinutes,
  ReportSource,
  LightRuleVersion,
  TaskLight,
  LightChange,
  LightStale,
  Intake,
  IntakeFault,
  IntakeResult,
  Enterprise,
  EnterpriseChange,
  EnterpriseCount,
  EnterpriseFormerFact,
  EnterpriseHeadcount,
  EnterprisePlacement,
  EnterpriseVerification,
  VerificationFile,
  LedgerType,
  LedgerVersion,
  LedgerEntry,
  LedgerRework,
  EntryStep,
  EntryFile,
  PersonalRecord,
  Indicator,
  IndicatorVersion,
  IndicatorClosure,
  ExternalValue,
  IndicatorValue,
  IndicatorStale,
  IndicatorTurn,
  LedgerTaken,
  LedgerCode,
  Form,
  FormVersion,
  FormPeriod,
  FormPeriodGone,
  FormOwing,
  FormReturn,
  FormReturnStep,
  FormException,
  Target,
  TargetVersion,
  TargetChange,
  AnnualReportTemplate,
  AnnualReportRow,
  WebhookEndpoint,
  WebhookDelivery,
  WebhookAttempt,
  WebhookHost,
  CaseSource,
  InboundCase,
  CaseStep,
];
