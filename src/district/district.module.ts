/** The district door: controllers only. */
import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module';
import { WorkModule } from '../work/work.module';
import { DistrictAssessmentsController } from './district-assessments.controller';
import { DistrictPicturesController } from './district-pictures.controller';
import { DistrictReportsController } from './district-reports.controller';
import { DistrictSchemeDocumentsController } from './district-scheme-documents.controller';
import { DistrictSchemeSchemaController } from './district-scheme-schema.controller';
import { DistrictSchemeTemplatesController } from './district-scheme-templates.controller';
import { DistrictSchemesController } from './district-schemes.controller';
import { DistrictTasksController } from './district-tasks.controller';

@Module({
  imports: [WorkModule, AssessmentModule],
  controllers: [
    DistrictTasksController,
    DistrictReportsController,
    DistrictPicturesController,
    DistrictSchemeDocumentsController,
    DistrictSchemeSchemaController,
    DistrictSchemeTemplatesController,
    DistrictSchemesController,
    DistrictAssessmentsController,
  ],
})
export class DistrictModule {}
