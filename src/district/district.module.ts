/** The district door: controllers only. */
import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module';
import { InsightModule } from '../assessment/insight/insight.module';
import { ChasingModule } from '../chasing/chasing.module';
import { BurdenModule } from '../burden/burden.module';
import { SupervisionModule } from '../supervision/supervision.module';
import { IndicatorModule } from '../indicator/indicator.module';
import { AnnualReportModule } from '../annual-report/annual-report.module';
import { DistrictAnnualReportController } from './district-annual-report.controller';
import { TargetModule } from '../target/target.module';
import { LightModule } from '../light/light.module';
import { FormModule } from '../form/form.module';
import { LedgerModule } from '../ledger/ledger.module';
import { IntakeModule } from '../intake/intake.module';
import { KeptModule } from '../kept/kept.module';
import { WorkModule } from '../work/work.module';
import { DispatchModule } from '../dispatch/dispatch.module';
import { DistrictAppealsController } from './district-appeals.controller';
import { DistrictAssessmentsController } from './district-assessments.controller';
import { DistrictCoursesController } from './district-courses.controller';
import { DistrictEntriesController } from './district-entries.controller';
import { DistrictIndicatorsController } from './district-indicators.controller';
import { DistrictInsightController } from './district-insight.controller';
import { DistrictMessageTemplatesController } from './district-message-templates.controller';
import { DistrictLedgerTemplatesController } from './district-ledger-templates.controller';
import { DistrictLedgerTypesController } from './district-ledger-types.controller';
import { DistrictFormExceptionsController } from './district-form-exceptions.controller';
import { DistrictFormsController } from './district-forms.controller';
import { DistrictLightRuleController } from './district-light-rule.controller';
import { DistrictPicturesController } from './district-pictures.controller';
import { DistrictPublicationsController } from './district-publications.controller';
import { DistrictReportsController } from './district-reports.controller';
import { DistrictSchemeDocumentsController } from './district-scheme-documents.controller';
import { DistrictSchemeSchemaController } from './district-scheme-schema.controller';
import { DistrictSchemeTemplatesController } from './district-scheme-templates.controller';
import { DistrictRunsController } from './district-runs.controller';
import { DistrictSchemesController } from './district-schemes.controller';
import { DistrictTargetsController } from './district-targets.controller';
import { DistrictShareSheetsController } from './district-share-sheets.controller';
import { DistrictTasksController } from './district-tasks.controller';
import { DistrictTrialsController } from './district-trials.controller';
import { DistrictChasingController } from './district-chasing.controller';
import { DistrictLaddersController } from './district-ladders.controller';
import { DistrictBurdenController } from './district-burden.controller';
import { DistrictExtensionsController } from './district-extensions.controller';
import { DistrictTaskSupervisionController } from './district-task-supervision.controller';
import { DistrictInterviewsController } from './district-interviews.controller';
import { DistrictOrdersController } from './district-orders.controller';
import { EnterpriseModule } from '../enterprise/enterprise.module';
import { DistrictVerificationsController } from './district-verifications.controller';
import { DistrictEnterprisesController } from './district-enterprises.controller';

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
    DispatchModule,
    SupervisionModule,
    LightModule,
    LedgerModule,
    IndicatorModule,
    FormModule,
    TargetModule,
    AnnualReportModule,
  ],
  controllers: [
    DistrictEnterprisesController,
    DistrictVerificationsController,
    DistrictChasingController,
    DistrictLaddersController,
    DistrictShareSheetsController,
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
    DistrictMessageTemplatesController,
    DistrictBurdenController,
    DistrictExtensionsController,
    DistrictTaskSupervisionController,
    DistrictOrdersController,
    DistrictInterviewsController,
    DistrictLightRuleController,
    DistrictLedgerTypesController,
    DistrictLedgerTemplatesController,
    DistrictIndicatorsController,
    DistrictFormsController,
    DistrictFormExceptionsController,
    DistrictTargetsController,
    DistrictAnnualReportController,
  ],
})
export class DistrictModule {}
