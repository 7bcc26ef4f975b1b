/** The room of the organization (组织): the tree of unions and the officers in it. */
import { Module } from '@nestjs/common';
import { OfficerService } from './officer.service';
import { UnionService } from './union.service';

@Module({ providers: [UnionService, OfficerService], exports: [UnionService, OfficerService] })
export class OrganizationModule {}
