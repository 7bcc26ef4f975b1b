/** The district door (区总工会) for ladders (催办阶梯): how tasks and reviews are chased, and who would get what on which day. */
import { Body, Controller, Get, Headers, HttpCode, Post, Put, Query } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import { LadderDto, PathLadder, PreviewQuery, ProposedLadderDto } from '../chasing/ladder.dto';
import type { LadderKind } from '../chasing/ladder';
import { LadderService } from '../chasing/ladder.service';
import { LadderVersions, LadderView } from '../chasing/ladder.view';
import { PreviewReader } from '../chasing/preview.reader';
import { PreviewView } from '../chasing/preview.view';
import { IfMatch } from '../http/if-match';
import { languageOf } from '../http/language';
import { PageQuery } from '../http/page.dto';
import type { Actor } from '../kernel/actor';

const May = forTier('district');

@Controller('district/ladders/:kind')
export class DistrictLaddersController {
  constructor(
    private readonly ladders: LadderService,
    private readonly previews: PreviewReader,
  ) {}

  /** The ladder in force, of tasks (`task`) or of reports that wait for review (`review`). */
  @Get()
  @May('work.read')
  get(@Me() me: Actor, @PathLadder() kind: LadderKind): Promise<LadderView> {
    return this.ladders.get(me, kind);
  }

  /** Set the ladder anew, with a reason; what was told already is not told again. */
  @Put()
  @May('ladder.write')
  set(
    @Me() me: Actor,
    @PathLadder() kind: LadderKind,
    @IfMatch() version: number,
    @Body() body: LadderDto,
  ): Promise<LadderView> {
    return this.ladders.set(me, kind, version, body);
  }

  /** How it was set before, the newest first. */
  @Get('versions')
  @May('work.read')
  versions(@Me() me: Actor, @PathLadder() kind: LadderKind, @Query() query: PageQuery): Promise<LadderVersions> {
    return this.ladders.versions(me, kind, query);
  }

  /** Who gets what on which day, by the ladder in force. */
  @Get('preview')
  @May('work.read')
  preview(
    @Me() me: Actor,
    @PathLadder() kind: LadderKind,
    @Query() query: PreviewQuery,
    @Headers('accept-language') language?: string,
  ): Promise<PreviewView> {
    return this.previews.show(me, kind, query, languageOf(language));
  }

  /** Who would get what on which day, by a ladder that is not set yet; nothing is stored. */
  @Post('preview')
  @HttpCode(200)
  @May('ladder.write')
  tryOut(
    @Me() me: Actor,
    @PathLadder() kind: LadderKind,
    @Body() body: ProposedLadderDto,
    @Headers('accept-language') language?: string,
  ): Promise<PreviewView> {
    return this.previews.show(me, kind, body, languageOf(language));
  }
}
