/** The subdistrict door (街道总工会) for published results (公示): the standings of its class, and its own sheet. */
import { Controller, Get, Query } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import { ScoreSheetQuery } from '../assessment/assessment.dto';
import { ClassPublicationReader } from '../assessment/publication/class-publication.reader';
import { ClassPublicationDetail, ClassPublicationList } from '../assessment/publication/publication.view';
import { PathId } from '../http/id-param';
import type { Actor } from '../kernel/actor';

const May = forTier('subdistrict');

@Controller('subdistrict/publications')
export class SubdistrictResultsController {
  constructor(private readonly publications: ClassPublicationReader) {}

  /** The published assessments in which your union was scored, with the standings of its class; the latest year first. */
  @Get()
  @May('work.read')
  list(@Me() me: Actor, @Query() query: ScoreSheetQuery): Promise<ClassPublicationList> {
    return this.publications.list(me, query);
  }

  /** One of them, by its assessment, with your union's sheet as it is in force. */
  @Get(':id')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string): Promise<ClassPublicationDetail> {
    return this.publications.get(me, id);
  }
}
