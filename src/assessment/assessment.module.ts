/** The room of the assessment (量化考核): schemes, its course, self-scores, scoring, entries, publication, appeals. */
import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module';
import { WorkModule } from '../work/work.module';
import { AppealEvidenceService } from './appeal/appeal-evidence.service';
import { AppealReader } from './appeal/appeal.reader';
import { AppealService } from './appeal/appeal.service';
import { DecisionService } from './appeal/decision.service';
import { AssessmentReader } from './assessment.reader';
import { AssessmentService } from './assessment.service';
import { ClassService } from './course/class.service';
import { CourseReader } from './course/course.reader';
import { CourseService } from './course/course.service';
import { OfficeService } from './course/office.service';
import { ReopeningService } from './course/reopening.service';
import { ReviewOfSheetService } from './course/review.service';
import { SelfScoreReader } from './course/self-score.reader';
import { SelfScoreService } from './course/self-score.service';
import { SheetFactsReader } from './course/sheet-facts.reader';
import { EntryDecisionService } from './entry/entry-decision.service';
import { EntryEvidenceService } from './entry/entry-evidence.service';
import { EntryReader } from './entry/entry.reader';
import { EntryService } from './entry/entry.service';
import { ClassPublicationReader } from './publication/class-publication.reader';
import { PublicationReader } from './publication/publication.reader';
import { PublicationService } from './publication/publication.service';
import { SchemeImportService } from './scheme-import.service';
import { RunReader } from './run.reader';
import { RunService } from './run.service';
import { SchemeService } from './scheme.service';
import { SchemeTemplateReader } from './scheme-template.reader';
import { SchemeVersionReader } from './scheme-version.reader';
import { ScoringService } from './scoring.service';

const schemes = [SchemeService, SchemeVersionReader, SchemeImportService, SchemeTemplateReader];
const course = [CourseService, CourseReader, ReopeningService, OfficeService, ClassService];
const sheets = [ScoringService, ReviewOfSheetService, SelfScoreService, SelfScoreReader, SheetFactsReader];
const entries = [EntryService, EntryDecisionService, EntryEvidenceService, EntryReader];
const results = [PublicationService, PublicationReader, ClassPublicationReader];
const appeals = [AppealService, AppealReader, AppealEvidenceService, DecisionService];
const runs = [RunService, RunReader];
const services = [
  ...schemes,
  AssessmentService,
  AssessmentReader,
  ...course,
  ...sheets,
  ...entries,
  ...results,
  ...appeals,
  ...runs,
];

@Module({ imports: [CalendarModule, WorkModule], providers: services, exports: services })
export class AssessmentModule {}
