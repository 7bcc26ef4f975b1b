/** The room of the assessment (量化考核): schemes, scoring, publication, appeals. */
import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module';
import { WorkModule } from '../work/work.module';
import { AppealEvidenceService } from './appeal/appeal-evidence.service';
import { AppealReader } from './appeal/appeal.reader';
import { AppealService } from './appeal/appeal.service';
import { DecisionService } from './appeal/decision.service';
import { AssessmentReader } from './assessment.reader';
import { AssessmentService } from './assessment.service';
import { ClassPublicationReader } from './publication/class-publication.reader';
import { PublicationReader } from './publication/publication.reader';
import { PublicationService } from './publication/publication.service';
import { SchemeService } from './scheme.service';
import { ScoringService } from './scoring.service';

const services = [
  SchemeService,
  AssessmentService,
  ScoringService,
  PublicationService,
  AssessmentReader,
  PublicationReader,
  ClassPublicationReader,
  AppealService,
  AppealReader,
  AppealEvidenceService,
  DecisionService,
];

@Module({ imports: [WorkModule, CalendarModule], providers: services, exports: services })
export class AssessmentModule {}
