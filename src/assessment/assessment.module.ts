/** The room of the assessment (量化考核): schemes, scoring, publication. */
import { Module } from '@nestjs/common';
import { AssessmentReader } from './assessment.reader';
import { AssessmentService } from './assessment.service';
import { PublicationService } from './publication.service';
import { RunReader } from './run.reader';
import { RunService } from './run.service';
import { SchemeService } from './scheme.service';
import { ScoringService } from './scoring.service';

const services = [
  SchemeService,
  AssessmentService,
  ScoringService,
  PublicationService,
  AssessmentReader,
  RunService,
  RunReader,
];

@Module({ providers: services, exports: services })
export class AssessmentModule {}
