/** The subdistrict door: controllers only. */
import { Module } from '@nestjs/common';
import { WorkModule } from '../work/work.module';
import { SubdistrictReportsController } from './subdistrict-reports.controller';
import { SubdistrictTasksController } from './subdistrict-tasks.controller';

@Module({ imports: [WorkModule], controllers: [SubdistrictTasksController, SubdistrictReportsController] })
export class SubdistrictModule {}
