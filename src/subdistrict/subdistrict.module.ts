/** The subdistrict door: controllers only. */
import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module';
import { WorkModule } from '../work/work.module';
import { SubdistrictAppealsController } from './subdistrict-appeals.controller';
import { SubdistrictAssessmentsController } from './subdistrict-assessments.controller';
import { SubdistrictCoursesController } from './subdistrict-courses.controller';
import { SubdistrictEntriesController } from './subdistrict-entries.controller';
import { SubdistrictOwnAppealsController } from './subdistrict-own-appeals.controller';
import { SubdistrictPicturesController } from './subdistrict-pictures.controller';
import { SubdistrictPublicationsController } from './subdistrict-publications.controller';
import { SubdistrictReportsController } from './subdistrict-reports.controller';
import { SubdistrictResultsController } from './subdistrict-results.controller';
import { SubdistrictSchemesController } from './subdistrict-schemes.controller';
import { SubdistrictScoreSheetsController } from './subdistrict-score-sheets.controller';
import { SubdistrictSelfScoresController } from './subdistrict-self-scores.controller';
import { SubdistrictTasksController } from './subdistrict-tasks.controller';

@Module({
  imports: [WorkModule, AssessmentModule],
  controllers: [
    SubdistrictTasksController,
    SubdistrictReportsController,
    SubdistrictPicturesController,
    SubdistrictSchemesController,
    SubdistrictAssessmentsController,
    SubdistrictCoursesController,
    SubdistrictEntriesController,
    SubdistrictScoreSheetsController,
    SubdistrictSelfScoresController,
    SubdistrictPublicationsController,
    SubdistrictAppealsController,
    SubdistrictResultsController,
    SubdistrictOwnAppealsController,
  ],
})
export class SubdistrictModule {}
