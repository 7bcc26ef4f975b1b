/** The subdistrict door (街道总工会) for assessments of the communities: open, score, publish. */
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import { AssessmentQuery, OpenAssessmentDto, ScoreDto } from '../assessment/assessment.dto';
import { AssessmentReader } from '../assessment/assessment.reader';
import { AssessmentService } from '../assessment/assessment.service';
import { AssessmentDetail, AssessmentList, AssessmentView } from '../assessment/assessment.view';
import { ReviewOfSheetService } from '../assessment/course/review.service';
import { SheetFactsReader } from '../assessment/course/sheet-facts.reader';
import { SheetFactsView } from '../assessment/course/sheet-facts.view';
import { PublicationService } from '../assessment/publication/publication.service';
import { ScoringService } from '../assessment/scoring.service';
import { ScoreSheetList, ScoreSheetView } from '../assessment/score-sheet.view';
import { IfMatchMaybe } from '../http/if-match';
import { PathId } from '../http/id-param';
import { PageQuery } from '../http/page.dto';
import type { Actor } from '../kernel/actor';

const May = forTier('subdistrict');

@Controller('subdistrict/assessments')
export class SubdistrictAssessmentsController {
  constructor(
    private readonly assessments: AssessmentService,
    private readonly scoring: ScoringService,
    private readonly reviews: ReviewOfSheetService,
    private readonly facts: SheetFactsReader,
    private readonly publications: PublicationService,
    private readonly reader: AssessmentReader,
  ) {}

  /** Your assessments, the latest first. */
  @Get()
  @May('work.read')
  list(@Me() me: Actor, @Query() query: AssessmentQuery): Promise<AssessmentList> {
    return this.reader.list(me, query);
  }

  /** Open an assessment (量化考核) for your communities: the facts are scored at once. */
  @Post()
  @May('assessment.conduct')
  open(@Me() me: Actor, @Body() body: OpenAssessmentDto): Promise<AssessmentView> {
    return this.assessments.open(me, body);
  }

  /** One assessment of yours, with its scheme. */
  @Get(':id')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string): Promise<AssessmentDetail> {
    return this.reader.get(me, id);
  }

  /** The score sheets (评分表), the first rank first. */
  @Get(':id/score-sheets')
  @May('work.read')
  sheets(@Me() me: Actor, @PathId() id: string, @Query() query: PageQuery): Promise<ScoreSheetList> {
    return this.reader.sheets(me, id, query);
  }

  /** The score sheet of one union, with every criterion and what its points follow from. */
  @Get(':id/score-sheets/:unionId')
  @May('work.read')
  sheet(@Me() me: Actor, @PathId() id: string, @PathId('unionId') unionId: string): Promise<ScoreSheetView> {
    return this.reader.sheet(me, id, unionId);
  }

  /** What the machine finds now of one union: its tasks as accepted, with their reports. */
  @Get(':id/score-sheets/:unionId/facts')
  @May('work.read')
  sheetFacts(@Me() me: Actor, @PathId() id: string, @PathId('unionId') unionId: string): Promise<SheetFactsView> {
    return this.facts.read(me, id, unionId);
  }

  /** Score a criterion within its limits and with a reason: what a review gives, the final score may change. */
  @Put(':id/score-sheets/:unionId/scores/:criterion')
  @May('assessment.score')
  score(
    @Me() me: Actor,
    @PathId() id: string,
    @PathId('unionId') unionId: string,
    @Param('criterion') criterion: string,
    @IfMatchMaybe() version: number | undefined,
    @Body() body: ScoreDto,
  ): Promise<ScoreSheetView> {
    return this.scoring.score(me, id, unionId, criterion, body, version);
  }

  /** Finish the first review of a sheet (初评完成): its union cannot change its self-score any more. */
  @Post(':id/score-sheets/:unionId/review')
  @May('assessment.score')
  finishReview(@Me() me: Actor, @PathId() id: string, @PathId('unionId') unionId: string): Promise<ScoreSheetView> {
    return this.reviews.finish(me, id, unionId);
  }

  /** Score the computed criteria anew from what is accepted by now. */
  @Post(':id/computation')
  @May('assessment.conduct')
  compute(@Me() me: Actor, @PathId() id: string): Promise<AssessmentView> {
    return this.assessments.refresh(me, id);
  }

  /** Publish the results (公示): computed one last time, ranked, and frozen with what led to them. */
  @Post(':id/publication')
  @May('assessment.conduct')
  publish(@Me() me: Actor, @PathId() id: string): Promise<AssessmentView> {
    return this.publications.publish(me, id);
  }
}
