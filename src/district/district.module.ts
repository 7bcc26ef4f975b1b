/** The district door: controllers only. */
import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module';
import { WorkModule } from '../work/work.module';
import { DistrictAssessmentsController } from './district-assessments.controller';
import { DistrictPicturesController } from './district-pictures.controller';
import { DistrictReportsController } from './district-reports.controller';
import { DistrictRunsController } from './district-runs.controller';
import { DistrictSchemesController } from './district-schemes.controller';
import { DistrictTasksController } from './district-tasks.controller';

@Module({
  imports: [WorkModule, AssessmentModule],
  controllers: [
    DistrictTasksController,
    DistrictReportsController,
    DistrictPicturesController,
    DistrictRunsController,
    DistrictSchemesController,
    DistrictAssessmentsController,
  ],
})
export class DistrictModule {}
