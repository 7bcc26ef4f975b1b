/** Targets (目标) for every tier: what is to be reached, how far it is, and how targets were changed. */
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { May, Me } from '../access/declarations';
import { PathId } from '../http/id-param';
import { PageQuery } from '../http/page.dto';
import type { Actor } from '../kernel/actor';
import { TargetChangesQuery, TargetsQuery, TargetTrialDto } from './target.dto';
import { TargetChangesReader } from './target-changes.reader';
import { TargetReader } from './target.reader';
import { TargetTrialReader } from './target-trial.reader';
import { TargetTrialView } from './target-trial.view';
import { TargetChangeList, TargetDetail, TargetList, TargetVersionList } from './target.view';

@Controller()
export class TargetsController {
  constructor(
    private readonly reader: TargetReader,
    private readonly changed: TargetChangesReader,
    private readonly trials: TargetTrialReader,
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
  changes(@Me() me: Actor, @Query() query: TargetChangesQuery): Promise<TargetChangeList> {
    return this.changed.list(me, query);
  }

  /** Proposed changes of one target, those decided among them, the latest first. */
  @Get('targets/:id/changes')
  @May('work.read')
  changesOf(@Me() me: Actor, @PathId() id: string, @Query() query: PageQuery): Promise<TargetChangeList> {
    return this.changed.list(me, { ...query, targetId: id });
  }

  /** Try a target: its baseline, how its parts go together, and what is wrong with it. Nothing is kept. */
  @Post('target-trials')
  @HttpCode(200)
  @May('target.set')
  try(@Me() me: Actor, @Body() body: TargetTrialDto): Promise<TargetTrialView> {
    return this.trials.try(me, body);
  }
}
