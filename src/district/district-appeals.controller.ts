/** The district door (区总工会) for appeals (申诉) of its sub-districts: read, decide. */
import { Body, Controller, Get, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Me, forTier } from '../access/declarations';
import { AppealEvidenceService } from '../assessment/appeal/appeal-evidence.service';
import { AppealQuery, DecisionDto } from '../assessment/appeal/appeal.dto';
import { AppealReader } from '../assessment/appeal/appeal.reader';
import { AppealDetail, AppealList } from '../assessment/appeal/appeal.view';
import { DecisionService } from '../assessment/appeal/decision.service';
import { PathId } from '../http/id-param';
import type { Actor } from '../kernel/actor';
import { outgoingFile } from '../work/attachment.http';

const May = forTier('district');

@Controller('district/assessments/:id/appeals')
export class DistrictAppealsController {
  constructor(
    private readonly appeals: AppealReader,
    private readonly decisions: DecisionService,
    private readonly evidence: AppealEvidenceService,
  ) {}

  /** The appeals (申诉) against the results of an assessment of yours or of a sub-district, the latest first. */
  @Get()
  @May('work.read')
  list(@Me() me: Actor, @PathId() id: string, @Query() query: AppealQuery): Promise<AppealList> {
    return this.appeals.ofAssessment(me, id, query);
  }

  /** One appeal with its evidence. */
  @Get(':appealId')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string, @PathId('appealId') appealId: string): Promise<AppealDetail> {
    return this.appeals.oneOfAssessment(me, id, appealId);
  }

  /** A file of evidence, as an attachment. */
  @Get(':appealId/evidence/:evidenceId')
  @May('work.read')
  async readEvidence(
    @Me() me: Actor,
    @PathId() id: string,
    @PathId('appealId') appealId: string,
    @PathId('evidenceId') evidenceId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return outgoingFile(reply, await this.evidence.read(me, id, appealId, evidenceId));
  }

  /** Decide an appeal; who scored what is appealed does not. An upheld one corrects points, ranks anew and is published. */
  @Post(':appealId/decision')
  @May('appeal.decide')
  decide(
    @Me() me: Actor,
    @PathId() id: string,
    @PathId('appealId') appealId: string,
    @Body() body: DecisionDto,
  ): Promise<AppealDetail> {
    return this.decisions.decide(me, id, appealId, body);
  }
}
