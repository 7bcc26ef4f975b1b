/** The community door: controllers only. */
import { Module } from '@nestjs/common';
import { WorkModule } from '../work/work.module';
import { CommunityReportsController } from './community-reports.controller';
import { CommunityTasksController } from './community-tasks.controller';

@Module({ imports: [WorkModule], controllers: [CommunityTasksController, CommunityReportsController] })
export class CommunityModule {}
