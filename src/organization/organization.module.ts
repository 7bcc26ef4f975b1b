/** The room of the organization (组织): the tree of unions and the officers in it. */
import { Module } from '@nestjs/common';
import { OfficerService } from './officer.service';
import { UnionLeaderService } from './union-leader.service';
import { UnionService } from './union.service';

@Module({
  providers: [UnionService, UnionLeaderService, OfficerService],
  exports: [UnionService, UnionLeaderService, OfficerService],
})
export class OrganizationModule {}
