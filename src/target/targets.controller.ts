/** Targets (目标) for every tier: what is to be reached, how far it is, and how targets were changed. */
import { Controller, Get, Query } from '@nestjs/common';
import { May, Me } from '../access/declarations';
import { PathId } from '../http/id-param';
import { PageQuery } from '../http/page.dto';
import type { Actor } from '../kernel/actor';
import { TargetsQuery } from './target.dto';
import { TargetChangesReader } from './target-changes.reader';
import { TargetReader } from './target.reader';
import { TargetChangeList, TargetDetail, TargetList, TargetVersionList } from './target.view';

@Controller()
export class TargetsController {
  constructor(
    private readonly reader: TargetReader,
    private readonly changed: TargetChangesReader,
  ) {}

  /** Targets of unions within reach, beside their values. */
  @Get('targets')
  @May('work.read')
  list(@Me() me: Actor, @Query() query: TargetsQuery): Promise<TargetList> {
    return this.reader.list(me, query);
  }

  /** One with its parts by union and by period. */
  @Get('targets/:id')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string): Promise<TargetDetail> {
    return this.reader.one(me, id);
  }

  /** Everything it ever was, the latest first. */
  @Get('targets/:id/versions')
  @May('work.read')
  versions(@Me() me: Actor, @PathId() id: string, @Query() query: PageQuery): Promise<TargetVersionList> {
    return this.reader.versions(me, id, query);
  }

  /** Proposed changes, those decided among them, the latest first. */
  @Get('target-changes')
  @May('work.read')
  changes(@Me() me: Actor, @Query() query: PageQuery): Promise<TargetChangeList> {
    return this.changed.list(me, query);
  }
}
