/** The administrators' door (系统管理): unions, officers, sessions, audit trail. */
import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module';
import { OrganizationModule } from '../organization/organization.module';
import { AuditController } from './audit.controller';
import { OfficersController } from './officers.controller';
import { SessionsController } from './sessions.controller';
import { UnionsController } from './unions.controller';

@Module({
  imports: [AccessModule, OrganizationModule],
  controllers: [UnionsController, OfficersController, SessionsController, AuditController],
})
export class AdministrationModule {}
