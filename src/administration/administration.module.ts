/** The administrators' door (系统管理): unions, officers, sessions, working days, audit trail. */
import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module';
import { CalendarModule } from '../calendar/calendar.module';
import { OrganizationModule } from '../organization/organization.module';
import { AuditController } from './audit.controller';
import { CalendarController } from './calendar.controller';
import { OfficersController } from './officers.controller';
import { SessionsController } from './sessions.controller';
import { UnionsController } from './unions.controller';

@Module({
  imports: [AccessModule, OrganizationModule, CalendarModule],
  controllers: [UnionsController, OfficersController, SessionsController, CalendarController, AuditController],
})
export class AdministrationModule {}
