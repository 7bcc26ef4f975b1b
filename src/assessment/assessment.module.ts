/** The room of the assessment (量化考核): schemes, scoring, publication. */
import { Module } from '@nestjs/common';
import { AssessmentReader } from './assessment.reader';
import { AssessmentService } from './assessment.service';
import { PublicationService } from './publication.service';
import { SchemeImportService } from './scheme-import.service';
import { SchemeService } from './scheme.service';
import { SchemeTemplateReader } from './scheme-template.reader';
import { SchemeVersionReader } from './scheme-version.reader';
import { ScoringService } from './scoring.service';

const services = [
  SchemeService,
  SchemeVersionReader,
  SchemeImportService,
  SchemeTemplateReader,
  AssessmentService,
  ScoringService,
  PublicationService,
  AssessmentReader,
];

@Module({ providers: services, exports: services })
export class AssessmentModule {}
