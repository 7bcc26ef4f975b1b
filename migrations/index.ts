/** The migrations, in order: an explicit list, no globs. */
import { Clock1763900000001 } from './1763900000001-clock';
import { Organization1763900000002 } from './1763900000002-organization';
import { Access1763900000003 } from './1763900000003-access';
import { Outbox1763900000004 } from './1763900000004-outbox';
import { Work1763900000005 } from './1763900000005-work';
import { Assessment1763900000006 } from './1763900000006-assessment';
import { Platform1763900000007 } from './1763900000007-platform';
import { AuditChain1763900000008 } from './1763900000008-audit-chain';
import { Desk1763900000009 } from './1763900000009-desk';
import { Administration1763900000011 } from './1763900000011-administration';
import { ProgressDay1763900000020 } from './1763900000020-progress-day';
import { ReportStepNote1763900000021 } from './1763900000021-report-step-note';
import { SchemeVersions1763900000030 } from './1763900000030-scheme-versions';
import { WorkingDay1763900000033 } from './1763900000033-working-day';
import { UnionSize1763900000034 } from './1763900000034-union-size';
import { AssessmentCourse1763900000040 } from './1763900000040-assessment-course';
import { CourseSteps1763900000041 } from './1763900000041-course-steps';
import { Publication1763900000050 } from './1763900000050-publication';
import { Appeal1763900000051 } from './1763900000051-appeal';
import { CorrectedSheet1763900000052 } from './1763900000052-corrected-sheet';
import { ScoreLine1763900000060 } from './1763900000060-score-line';
import { ScoreDigest1763900000061 } from './1763900000061-score-digest';
import { AssessmentRun1763900000062 } from './1763900000062-assessment-run';
import { FrozenByStatement1763900000064 } from './1763900000064-frozen-by-statement';
import { ScoreStorage1763900000065 } from './1763900000065-score-storage';
import { KeptAsText1763900000066 } from './1763900000066-kept-as-text';
import { ParkedAndLed1763900000067 } from './1763900000067-parked-and-led';
import { AppealedAgain1763900000068 } from './1763900000068-appealed-again';
import { Light1763900000070 } from './1763900000070-light';
import { Chasing1763900000075 } from './1763900000075-chasing';
import { Urge1763900000076 } from './1763900000076-urge';
import { Dispatch1763900000078 } from './1763900000078-dispatch';
import { MessageTemplate1763900000079 } from './1763900000079-message-template';
import { Extension1763900000080 } from './1763900000080-extension';
import { SupervisionOrder1763900000081 } from './1763900000081-supervision-order';
import { Burden1763900000085 } from './1763900000085-burden';
import { Urged1763900000086 } from './1763900000086-urged';
import { Intake1763900000090 } from './1763900000090-intake';
import { Enterprise1763900000091 } from './1763900000091-enterprise';
import { Verification1763900000092 } from './1763900000092-verification';
import { EnterpriseSize1763900000093 } from './1763900000093-enterprise-size';
import { Ledger1763900000100 } from './1763900000100-ledger';
import { Indicator1763900000110 } from './1763900000110-indicator';
import { IndicatorStale1763900000111 } from './1763900000111-indicator-stale';
import { Form1763900000115 } from './1763900000115-form';
import { FormReturn1763900000116 } from './1763900000116-form-return';
import { FormException1763900000117 } from './1763900000117-form-exception';
import { LedgerTaken1763900000118 } from './1763900000118-ledger-taken';
import { Target1763900000120 } from './1763900000120-target';
import { AnnualReport1763900000123 } from './1763900000123-annual-report';
import { AnnualReportSaid1763900000155 } from './1763900000155-annual-report-said';
import { FormIndicator1763900000158 } from './1763900000158-form-indicator';
import { EnterpriseDated1763900000161 } from './1763900000161-enterprise-dated';
import { EnterpriseSearch1763900000165 } from './1763900000165-enterprise-search';
import { FormerFacts1763900000166 } from './1763900000166-former-facts';
import { PersonalKey1763900000167 } from './1763900000167-personal-key';
import { ApiKey1763900000170 } from './1763900000170-api-key';
import { Webhook1763900000175 } from './1763900000175-webhook';
import { Records1763900000180 } from './1763900000180-records';
import { LedgerCode1763900000185 } from './1763900000185-ledger-code';
import { IntakeResult1763900000186 } from './1763900000186-intake-result';
import { Trace1763900000190 } from './1763900000190-trace';
import { InboundCase1763900000192 } from './1763900000192-inbound-case';
import { RobotNews1763900000197 } from './1763900000197-robot-news';
import { RobotKey1763900000198 } from './1763900000198-robot-key';
import { ApiKeyTold1763900000199 } from './1763900000199-api-key-told';
import { LedgerRework1763900000200 } from './1763900000200-ledger-rework';
import { LedgerReworkBegun1763900000201 } from './1763900000201-ledger-rework-begun';
import { ExternalValue1763900000202 } from './1763900000202-external-value';
import { MoreRecords1763900000205 } from './1763900000205-more-records';
import { BoardVersion1763900000210 } from './1763900000210-board-version';
import { BelowOnTime1763900000211 } from './1763900000211-below-on-time';
import { DefinitionRecords1763900000212 } from './1763900000212-definition-records';
import { RecordsOfProof1763900000220 } from './1763900000220-records-of-proof';
import { CaseHandback1763900000236 } from './1763900000236-case-handback';
import { LightNotes1763900000237 } from './1763900000237-light-notes';
import { RoomForSums1763900000238 } from './1763900000238-room-for-sums';
import { StandingSums1763900000239 } from './1763900000239-standing-sums';
import { CanaryIndex1763900000240 } from './1763900000240-canary-index';
import { OutboxLeases1763900000241 } from './1763900000241-outbox-leases';

export const migrations = [
  Clock1763900000001,
  Organization1763900000002,
  Access1763900000003,
  Outbox1763900000004,
  Work1763900000005,
  Assessment1763900000006,
  Platform1763900000007,
  AuditChain1763900000008,
  Desk1763900000009,
  Administration1763900000011,
  ProgressDay1763900000020,
  ReportStepNote1763900000021,
  SchemeVersions1763900000030,
  WorkingDay1763900000033,
  UnionSize1763900000034,
  AssessmentCourse1763900000040,
  CourseSteps1763900000041,
  Publication1763900000050,
  Appeal1763900000051,
  CorrectedSheet1763900000052,
  ScoreLine1763900000060,
  ScoreDigest1763900000061,
  AssessmentRun1763900000062,
  FrozenByStatement1763900000064,
  ScoreStorage1763900000065,
  KeptAsText1763900000066,
  ParkedAndLed1763900000067,
  AppealedAgain1763900000068,
  Light1763900000070,
  Chasing1763900000075,
  Urge1763900000076,
  Dispatch1763900000078,
  MessageTemplate1763900000079,
  Extension1763900000080,
  SupervisionOrder1763900000081,
  Burden1763900000085,
  Urged1763900000086,
  Intake1763900000090,
  Enterprise1763900000091,
  Verification1763900000092,
  EnterpriseSize1763900000093,
  Ledger1763900000100,
  Indicator1763900000110,
  IndicatorStale1763900000111,
  Form1763900000115,
  FormReturn1763900000116,
  FormException1763900000117,
  LedgerTaken1763900000118,
  Target1763900000120,
  AnnualReport1763900000123,
  AnnualReportSaid1763900000155,
  FormIndicator1763900000158,
  EnterpriseDated1763900000161,
  EnterpriseSearch1763900000165,
  FormerFacts1763900000166,
  PersonalKey1763900000167,
  ApiKey1763900000170,
  Webhook1763900000175,
  Records1763900000180,
  LedgerCode1763900000185,
  IntakeResult1763900000186,
  Trace1763900000190,
  InboundCase1763900000192,
  RobotNews1763900000197,
  RobotKey1763900000198,
  ApiKeyTold1763900000199,
  LedgerRework1763900000200,
  LedgerReworkBegun1763900000201,
  ExternalValue1763900000202,
  MoreRecords1763900000205,
  BoardVersion1763900000210,
  BelowOnTime1763900000211,
  DefinitionRecords1763900000212,
  RecordsOfProof1763900000220,
  CaseHandback1763900000236,
  LightNotes1763900000237,
  RoomForSums1763900000238,
  StandingSums1763900000239,
  CanaryIndex1763900000240,
  OutboxLeases1763900000241,
];
