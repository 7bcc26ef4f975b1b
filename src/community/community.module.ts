/** The community door: controllers only. */
import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module';
import { InsightModule } from '../assessment/insight/insight.module';
import { WorkModule } from '../work/work.module';
import { CommunityOwnAppealsController } from './community-own-appeals.controller';
import { CommunityOwnInsightController } from './community-own-insight.controller';
import { CommunityPicturesController } from './community-pictures.controller';
import { CommunityReportsController } from './community-reports.controller';
import { CommunityResultsController } from './community-results.controller';
import { CommunityScoreSheetsController } from './community-score-sheets.controller';
import { CommunitySelfScoresController } from './community-self-scores.controller';
import { CommunityTasksController } from './community-tasks.controller';

@Module({
  imports: [WorkModule, AssessmentModule, InsightModule],
  controllers: [
    CommunityTasksController,
    CommunityReportsController,
    CommunityPicturesController,
    CommunityScoreSheetsController,
    CommunitySelfScoresController,
    CommunityResultsController,
    CommunityOwnAppealsController,
    CommunityOwnInsightController,
  ],
})
export class CommunityModule {}
