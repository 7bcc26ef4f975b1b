/** The subdistrict door: controllers only. */
import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module';
import { WorkModule } from '../work/work.module';
import { SubdistrictAssessmentsController } from './subdistrict-assessments.controller';
import { SubdistrictPicturesController } from './subdistrict-pictures.controller';
import { SubdistrictReportsController } from './subdistrict-reports.controller';
import { SubdistrictRunsController } from './subdistrict-runs.controller';
import { SubdistrictSchemesController } from './subdistrict-schemes.controller';
import { SubdistrictScoreSheetsController } from './subdistrict-score-sheets.controller';
import { SubdistrictTasksController } from './subdistrict-tasks.controller';

@Module({
  imports: [WorkModule, AssessmentModule],
  controllers: [
    SubdistrictTasksController,
    SubdistrictReportsController,
    SubdistrictPicturesController,
    SubdistrictRunsController,
    SubdistrictSchemesController,
    SubdistrictAssessmentsController,
    SubdistrictScoreSheetsController,
  ],
})
export class SubdistrictModule {}
