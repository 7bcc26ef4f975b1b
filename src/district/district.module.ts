/** The district door: controllers only. */
import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module';
import { InsightModule } from '../assessment/insight/insight.module';
import { WorkModule } from '../work/work.module';
import { DistrictAppealsController } from './district-appeals.controller';
import { DistrictAssessmentsController } from './district-assessments.controller';
import { DistrictCoursesController } from './district-courses.controller';
import { DistrictEntriesController } from './district-entries.controller';
import { DistrictInsightController } from './district-insight.controller';
import { DistrictPicturesController } from './district-pictures.controller';
import { DistrictPublicationsController } from './district-publications.controller';
import { DistrictReportsController } from './district-reports.controller';
import { DistrictSchemeDocumentsController } from './district-scheme-documents.controller';
import { DistrictSchemeSchemaController } from './district-scheme-schema.controller';
import { DistrictSchemeTemplatesController } from './district-scheme-templates.controller';
import { DistrictRunsController } from './district-runs.controller';
import { DistrictSchemesController } from './district-schemes.controller';
import { DistrictTasksController } from './district-tasks.controller';
import { DistrictTrialsController } from './district-trials.controller';

@Module({
  imports: [WorkModule, AssessmentModule, InsightModule],
  controllers: [
    DistrictTasksController,
    DistrictReportsController,
    DistrictPicturesController,
    DistrictSchemeDocumentsController,
    DistrictSchemeSchemaController,
    DistrictSchemeTemplatesController,
    DistrictRunsController,
    DistrictSchemesController,
    DistrictTrialsController,
    DistrictAssessmentsController,
    DistrictCoursesController,
    DistrictEntriesController,
    DistrictPublicationsController,
    DistrictAppealsController,
    DistrictInsightController,
  ],
})
export class DistrictModule {}
