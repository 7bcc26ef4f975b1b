/** The room of the assessment (量化考核): schemes, scoring, publication. */
import { Module } from '@nestjs/common';
import { AssessmentReader } from './assessment.reader';
import { AssessmentService } from './assessment.service';
import { SchemeService } from './scheme.service';

const services = [SchemeService, AssessmentService, AssessmentReader];

@Module({ providers: services, exports: services })
export class AssessmentModule {}
