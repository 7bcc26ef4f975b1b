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
];
