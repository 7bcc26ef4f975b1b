/** One lane of the demo: the house's own services around one clock that is handed in. Lanes run side by side. */
import type { DataSource } from 'typeorm';
import type { Config } from '../config';
import { AssessmentService } from '../assessment/assessment.service';
import { PublicationService } from '../assessment/publication/publication.service';
import { SelfScoreService } from '../assessment/course/self-score.service';
import { SchemeService } from '../assessment/scheme.service';
import { ScoringService } from '../assessment/scoring.service';
import { CalendarService } from '../calendar/calendar.service';
import { VerificationDecisionService } from '../enterprise/verification/verification-decision.service';
import { VerificationEvidenceService } from '../enterprise/verification/verification-evidence.service';
import { VerificationReader } from '../enterprise/verification/verification.reader';
import { VerificationService } from '../enterprise/verification/verification.service';
import { AnnualReportReader } from '../annual-report/annual-report.reader';
import { ApprovalService } from '../annual-report/approval/approval.service';
import { FormService } from '../form/definition/form.service';
import { FormClock } from '../form/form-clock.service';
import { FormReturnService } from '../form/return/return.service';
import { FormReviewService } from '../form/return/return-review.service';
import { IndicatorClock } from '../indicator/value/indicator-clock.service';
import { TargetService } from '../target/target.service';
import { Clock } from '../kernel/clock';
import { UnionService } from '../organization/union.service';
import { Deeds } from '../outbox/deeds';
import { ExtensionService } from '../supervision/extension/extension.service';
import { OrderService } from '../supervision/order/order.service';
import { AssignmentService } from '../work/assignment.service';
import { EvidenceStore } from '../work/evidence-store.service';
import { EvidenceService } from '../work/evidence.service';
import { ProgressService } from '../work/progress.service';
import { ReportReader } from '../work/report.reader';
import { ReviewService } from '../work/review.service';
import { Thumbnails } from '../work/thumbnail.service';
import { workingMoment } from './working-day';

export class Lane {
  private readonly clock = new Clock();
  readonly deeds: Deeds;
  readonly unions: UnionService;
  readonly assignments: AssignmentService;
  readonly progress: ProgressService;
  readonly review: ReviewService;
  readonly schemes: SchemeService;
  readonly assessments: AssessmentService;
  readonly scoring: ScoringService;
  readonly publications: PublicationService;
  readonly selfScores: SelfScoreService;
  readonly indicatorClock: IndicatorClock;
  readonly forms: FormService;
  readonly formClock: FormClock;
  readonly formReturns: FormReturnService;
  readonly formReviews: FormReviewService;
  readonly targets: TargetService;
  readonly annualReports: AnnualReportReader;
  readonly approvals: ApprovalService;
  readonly extensions: ExtensionService;
  readonly orders: OrderService;
  readonly verifications: VerificationService;
  readonly verificationDecisions: VerificationDecisionService;
  /** Both absent where there is no folder for them. */
  readonly verificationFiles: VerificationEvidenceService | undefined;
  readonly evidence: EvidenceService | undefined;
  private last = 0;

  constructor(database: DataSource, config: Config | undefined) {
    this.deeds = new Deeds(database, this.clock);
    this.unions = new UnionService(this.deeds, database, this.clock);
    this.assignments = new AssignmentService(this.deeds, this.clock);
    this.progress = new ProgressService(this.deeds);
    this.review = new ReviewService(this.deeds);
    this.schemes = new SchemeService(this.deeds, database);
    this.assessments = new AssessmentService(this.deeds, new CalendarService(this.deeds, database, this.clock));
    this.scoring = new ScoringService(this.deeds);
    this.publications = new PublicationService(this.deeds, new CalendarService(this.deeds, database, this.clock));
    this.selfScores = new SelfScoreService(this.deeds);
    this.indicatorClock = new IndicatorClock(this.deeds);
    this.forms = new FormService(this.deeds);
    this.formClock = new FormClock(this.deeds);
    this.formReturns = new FormReturnService(this.deeds);
    this.formReviews = new FormReviewService(this.deeds);
    this.targets = new TargetService(this.deeds);
    this.annualReports = new AnnualReportReader(this.deeds);
    this.approvals = new ApprovalService(this.deeds, database);
    this.extensions = new ExtensionService(this.deeds);
    this.orders = new OrderService(this.deeds, new CalendarService(this.deeds, database, this.clock), config ?? {});
    this.verifications = new VerificationService(this.deeds);
    this.verificationDecisions = new VerificationDecisionService(this.deeds);
    this.verificationFiles = config && verificationFiles(this.deeds, database, config);
    this.evidence = config && evidenceService(this.deeds, database, config);
  }

  /** A new story begins, at any time. */
  begin(): void {
    this.last = 0;
  }

  /** What follows happens on this day, after what happened before: the first deed of a day at nine. */
  moveTo(day: string): void {
    this.last = Math.max(workingMoment(day, 0).getTime(), this.last + 3 * 60_000);
    this.clock.set(new Date(this.last));
  }
}

function evidenceService(deeds: Deeds, database: DataSource, config: Config): EvidenceService {
  const store = new EvidenceStore(config);
  return new EvidenceService(deeds, database, store, new Thumbnails(config, store), new ReportReader(database), config);
}

function verificationFiles(deeds: Deeds, database: DataSource, config: Config): VerificationEvidenceService {
  const reader = new VerificationReader(database);
  return new VerificationEvidenceService(deeds, database, new EvidenceStore(config), reader, config);
}

/** Does all of it in order, as many at a time as there are lanes. The first failure stops every lane. */
export async function inLanes<L, T>(
  lanes: readonly L[],
  all: readonly T[],
  work: (lane: L, one: T) => Promise<void>,
): Promise<void> {
  const waiting = [...all];
  const ended = await Promise.allSettled(
    lanes.map(async (lane) => {
      try {
        for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(lane, one);
      } finally {
        waiting.length = 0;
      }
    }),
  );
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
}
