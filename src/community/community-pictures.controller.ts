/** The community door (社区工联会) for the wall of pictures (佐证图片墙). */
import { Controller, Get, Query } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import type { Actor } from '../kernel/actor';
import { EvidenceWallReader } from '../work/evidence-wall.reader';
import { PictureList } from '../work/evidence-wall.view';
import { PicturesQuery } from '../work/work.dto';

const May = forTier('community');

@Controller('community/pictures')
export class CommunityPicturesController {
  constructor(private readonly wall: EvidenceWallReader) {}

  /** Pictures of accepted reports of your union, the latest accepted first. */
  @Get()
  @May('work.read')
  list(@Me() me: Actor, @Query() query: PicturesQuery): Promise<PictureList> {
    return this.wall.list(me, query);
  }
}
