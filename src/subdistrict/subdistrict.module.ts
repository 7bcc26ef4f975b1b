/** The subdistrict door: controllers only. */
import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module';
import { InsightModule } from '../assessment/insight/insight.module';
import { ChasingModule } from '../chasing/chasing.module';
import { BurdenModule } from '../burden/burden.module';
import { SupervisionModule } from '../supervision/supervision.module';
import { IntakeModule } from '../intake/intake.module';
import { KeptModule } from '../kept/kept.module';
import { WorkModule } from '../work/work.module';
import { SubdistrictAppealsController } from './subdistrict-appeals.controller';
import { SubdistrictAssessmentsController } from './subdistrict-assessments.controller';
import { SubdistrictCoursesController } from './subdistrict-courses.controller';
import { SubdistrictEntriesController } from './subdistrict-entries.controller';
import { SubdistrictOwnAppealsController } from './subdistrict-own-appeals.controller';
import { SubdistrictInsightController } from './subdistrict-insight.controller';
import { SubdistrictOwnInsightController } from './subdistrict-own-insight.controller';
import { SubdistrictPicturesController } from './subdistrict-pictures.controller';
import { SubdistrictPublicationsController } from './subdistrict-publications.controller';
import { SubdistrictReportsController } from './subdistrict-reports.controller';
import { SubdistrictResultsController } from './subdistrict-results.controller';
import { SubdistrictSchemeDocumentsController } from './subdistrict-scheme-documents.controller';
import { SubdistrictSchemeSchemaController } from './subdistrict-scheme-schema.controller';
import { SubdistrictSchemeTemplatesController } from './subdistrict-scheme-templates.controller';
import { SubdistrictRunsController } from './subdistrict-runs.controller';
import { SubdistrictSchemesController } from './subdistrict-schemes.controller';
import { SubdistrictScoreSheetsController } from './subdistrict-score-sheets.controller';
import { SubdistrictSelfScoresController } from './subdistrict-self-scores.controller';
import { SubdistrictShareSheetsController } from './subdistrict-share-sheets.controller';
import { SubdistrictTasksController } from './subdistrict-tasks.controller';
import { SubdistrictTrialsController } from './subdistrict-trials.controller';
import { SubdistrictChasingController } from './subdistrict-chasing.controller';
import { SubdistrictBurdenController } from './subdistrict-burden.controller';
import { SubdistrictOwnBurdenController } from './subdistrict-own-burden.controller';
import { SubdistrictExtensionsController } from './subdistrict-extensions.controller';
import { SubdistrictTaskSupervisionController } from './subdistrict-task-supervision.controller';
import { SubdistrictInterviewsController } from './subdistrict-interviews.controller';
import { SubdistrictOrdersController } from './subdistrict-orders.controller';
import { EnterpriseModule } from '../enterprise/enterprise.module';
import { SubdistrictVerificationsController } from './subdistrict-verifications.controller';
import { SubdistrictEnterprisesController } from './subdistrict-enterprises.controller';

@Module({
  imports: [
    EnterpriseModule,
    BurdenModule,
    KeptModule,
    WorkModule,
    IntakeModule,
    ChasingModule,
    AssessmentModule,
    InsightModule,
    SupervisionModule,
  ],
  controllers: [
    SubdistrictEnterprisesController,
    SubdistrictVerificationsController,
    SubdistrictChasingController,
    SubdistrictShareSheetsController,
    SubdistrictTasksController,
    SubdistrictReportsController,
    SubdistrictPicturesController,
    SubdistrictSchemeDocumentsController,
    SubdistrictSchemeSchemaController,
    SubdistrictSchemeTemplatesController,
    SubdistrictRunsController,
    SubdistrictSchemesController,
    SubdistrictTrialsController,
    SubdistrictAssessmentsController,
    SubdistrictCoursesController,
    SubdistrictEntriesController,
    SubdistrictScoreSheetsController,
    SubdistrictSelfScoresController,
    SubdistrictPublicationsController,
    SubdistrictAppealsController,
    SubdistrictResultsController,
    SubdistrictOwnAppealsController,
    SubdistrictInsightController,
    SubdistrictOwnInsightController,
    SubdistrictBurdenController,
    SubdistrictOwnBurdenController,
    SubdistrictExtensionsController,
    SubdistrictTaskSupervisionController,
    SubdistrictOrdersController,
    SubdistrictInterviewsController,
  ],
})
export class SubdistrictModule {}
