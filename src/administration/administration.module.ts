/** The administrators' door (系统管理): unions, officers, sessions, working days, audit trail. */
import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module';
import { CalendarModule } from '../calendar/calendar.module';
import { DispatchModule } from '../dispatch/dispatch.module';
import { OrganizationModule } from '../organization/organization.module';
import { EnterpriseModule } from '../enterprise/enterprise.module';
import { FormModule } from '../form/form.module';
import { LedgerModule } from '../ledger/ledger.module';
import { ApplicationsController } from './applications.controller';
import { AuditController } from './audit.controller';
import { CalendarController } from './calendar.controller';
import { DispatchesController } from './dispatches.controller';
import { ImportsController } from './imports.controller';
import { IntakesController } from './intakes.controller';
import { OfficersController } from './officers.controller';
import { RobotsController } from './robots.controller';
import { SessionsController } from './sessions.controller';
import { UnionLeadersController } from './union-leaders.controller';
import { UnionsController } from './unions.controller';

@Module({
  imports: [
    AccessModule,
    OrganizationModule,
    CalendarModule,
    DispatchModule,
    EnterpriseModule,
    LedgerModule,
    FormModule,
  ],
  controllers: [
    UnionsController,
    UnionLeadersController,
    OfficersController,
    SessionsController,
    ApplicationsController,
    CalendarController,
    AuditController,
    RobotsController,
    DispatchesController,
    IntakesController,
    ImportsController,
  ],
})
export class AdministrationModule {}
