/** The community door: controllers only. */
import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module';
import { InsightModule } from '../assessment/insight/insight.module';
import { ChasingModule } from '../chasing/chasing.module';
import { BurdenModule } from '../burden/burden.module';
import { SupervisionModule } from '../supervision/supervision.module';
import { KeptModule } from '../kept/kept.module';
import { WorkModule } from '../work/work.module';
import { CommunityOwnAppealsController } from './community-own-appeals.controller';
import { CommunityOwnInsightController } from './community-own-insight.controller';
import { CommunityPicturesController } from './community-pictures.controller';
import { CommunityReportsController } from './community-reports.controller';
import { CommunityResultsController } from './community-results.controller';
import { CommunityScoreSheetsController } from './community-score-sheets.controller';
import { CommunitySelfScoresController } from './community-self-scores.controller';
import { CommunityTasksController } from './community-tasks.controller';
import { CommunityChasingController } from './community-chasing.controller';
import { CommunityOwnBurdenController } from './community-own-burden.controller';
import { CommunityExtensionsController } from './community-extensions.controller';
import { CommunityTaskSupervisionController } from './community-task-supervision.controller';
import { CommunityInterviewsController } from './community-interviews.controller';
import { CommunityOrdersController } from './community-orders.controller';
import { EnterpriseModule } from '../enterprise/enterprise.module';
import { CommunityVerificationsController } from './community-verifications.controller';
import { CommunityEnterprisesController } from './community-enterprises.controller';

@Module({
  imports: [
    EnterpriseModule,
    BurdenModule,
    KeptModule,
    WorkModule,
    ChasingModule,
    AssessmentModule,
    InsightModule,
    SupervisionModule,
  ],
  controllers: [
    CommunityEnterprisesController,
    CommunityVerificationsController,
    CommunityChasingController,
    CommunityTasksController,
    CommunityReportsController,
    CommunityPicturesController,
    CommunityScoreSheetsController,
    CommunitySelfScoresController,
    CommunityResultsController,
    CommunityOwnAppealsController,
    CommunityOwnInsightController,
    CommunityOwnBurdenController,
    CommunityExtensionsController,
    CommunityTaskSupervisionController,
    CommunityOrdersController,
    CommunityInterviewsController,
  ],
})
export class CommunityModule {}
