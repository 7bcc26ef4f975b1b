/** The room of matters (诉求件): cases that come from other platforms, and how they are handled. */
import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module';
import { CaseReader } from './case.reader';
import { CaseService } from './case.service';
import { CaseSourceService } from './case-source.service';
import { CaseSourcesController } from './case-sources.controller';
import { CasesController } from './cases.controller';
import { InboundController } from './inbound.controller';
import { InboundService } from './inbound.service';

@Module({
  imports: [CalendarModule],
  controllers: [CasesController, CaseSourcesController, InboundController],
  providers: [CaseReader, CaseService, CaseSourceService, InboundService],
})
export class MatterModule {}
