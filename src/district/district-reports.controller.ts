/** The district door (区总工会) for reports: review what sub-districts hand in, look at any below. */
import { Body, Controller, Get, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Me, forTier } from '../access/declarations';
import { PathId } from '../http/id-param';
import { PageQuery } from '../http/page.dto';
import type { Actor } from '../kernel/actor';
import { outgoingFile, outgoingPicture } from '../work/attachment.http';
import { EvidenceService } from '../work/evidence.service';
import { ReportReader } from '../work/report.reader';
import { ReportDetail, ReportList, ReportView } from '../work/report.view';
import { ReviewService } from '../work/review.service';
import { ReasonDto } from '../work/work.dto';

const May = forTier('district');

@Controller('district/reports')
export class DistrictReportsController {
  constructor(
    private readonly reports: ReportReader,
    private readonly review: ReviewService,
    private readonly evidence: EvidenceService,
  ) {}

  /** Reports of sub-districts that wait for review, the oldest first. */
  @Get()
  @May('work.read')
  toReview(@Me() me: Actor, @Query() query: PageQuery): Promise<ReportList> {
    return this.reports.toReview(me, query);
  }

  /** One report of any union below, with its way and its evidence. */
  @Get(':id')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string): Promise<ReportDetail> {
    return this.reports.get(me, id);
  }

  /** A file of evidence, as an attachment. */
  @Get(':id/evidence/:evidenceId')
  @May('work.read')
  async readEvidence(
    @Me() me: Actor,
    @PathId() id: string,
    @PathId('evidenceId') evidenceId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return outgoingFile(reply, await this.evidence.read(me, id, evidenceId));
  }

  /** A small picture of a file of evidence (WebP, at most 480 × 360); 404 where the file is no picture. */
  @Get(':id/evidence/:evidenceId/thumbnail')
  @May('work.read')
  async thumbnail(
    @Me() me: Actor,
    @PathId() id: string,
    @PathId('evidenceId') evidenceId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return outgoingPicture(reply, await this.evidence.thumbnail(me, id, evidenceId));
  }

  /** Accept a sub-district's own report (审核通过). */
  @Post(':id/acceptance')
  @May('report.review')
  accept(@Me() me: Actor, @PathId() id: string): Promise<ReportView> {
    return this.review.accept(me, id);
  }

  /** Return a sub-district's own report (退回) with a reason. */
  @Post(':id/return')
  @May('report.review')
  return(@Me() me: Actor, @PathId() id: string, @Body() body: ReasonDto): Promise<ReportView> {
    return this.review.return(me, id, body.reason);
  }
}
