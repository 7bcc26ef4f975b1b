/** The district door: controllers only. */
import { Module } from '@nestjs/common';
import { WorkModule } from '../work/work.module';
import { DistrictReportsController } from './district-reports.controller';
import { DistrictTasksController } from './district-tasks.controller';

@Module({ imports: [WorkModule], controllers: [DistrictTasksController, DistrictReportsController] })
export class DistrictModule {}
