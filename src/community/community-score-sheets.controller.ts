/** The community door (社区工联会) for its own results: the published score sheets of your union. */
import { Controller, Get, Query } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import { ScoreSheetQuery } from '../assessment/assessment.dto';
import { AssessmentReader } from '../assessment/assessment.reader';
import { PublishedSheetList } from '../assessment/score-sheet.view';
import type { Actor } from '../kernel/actor';

const May = forTier('community');

@Controller('community/score-sheets')
export class CommunityScoreSheetsController {
  constructor(private readonly reader: AssessmentReader) {}

  /** Your published score sheets (评分表), the latest year first, each with what its points follow from. */
  @Get()
  @May('work.read')
  published(@Me() me: Actor, @Query() query: ScoreSheetQuery): Promise<PublishedSheetList> {
    return this.reader.published(me, query);
  }
}
