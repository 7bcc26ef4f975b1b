/** The subdistrict door (街道总工会) for its self-score (自评): score yourself, hand in, propose bonuses. */
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Req,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Me, forTier } from '../access/declarations';
import { ScoreDto } from '../assessment/assessment.dto';
import { SelfScoreReader } from '../assessment/course/self-score.reader';
import { SelfScoreService } from '../assessment/course/self-score.service';
import { SelfScoreList, SelfScoreView } from '../assessment/course/self-score.view';
import { ProposalDto } from '../assessment/entry/entry.dto';
import { EntryReader } from '../assessment/entry/entry.reader';
import { EntryService } from '../assessment/entry/entry.service';
import { EntryView } from '../assessment/entry/entry.view';
import { EntryEvidenceService } from '../assessment/entry/entry-evidence.service';
import { PathId } from '../http/id-param';
import { PageQuery } from '../http/page.dto';
import { Upload } from '../http/route-kinds';
import type { Actor } from '../kernel/actor';
import { incomingFile, outgoingFile } from '../work/attachment.http';
import { EvidenceView } from '../work/report.view';

const May = forTier('subdistrict');

@Controller('subdistrict/self-scores')
export class SubdistrictSelfScoresController {
  constructor(
    private readonly selfScores: SelfScoreService,
    private readonly reader: SelfScoreReader,
    private readonly entries: EntryService,
    private readonly entryReader: EntryReader,
    private readonly evidence: EntryEvidenceService,
  ) {}

  /** The open assessments of the district that take something from you, with their step and last day. */
  @Get()
  @May('work.read')
  list(@Me() me: Actor, @Query() query: PageQuery): Promise<SelfScoreList> {
    return this.reader.list(me, query);
  }

  /** Your own sheet: what the machine found and what you gave yourself; nothing the district gave before it publishes. */
  @Get(':assessmentId')
  @May('work.read')
  get(@Me() me: Actor, @PathId('assessmentId') assessmentId: string): Promise<SelfScoreView> {
    return this.reader.get(me, assessmentId);
  }

  /** Score yourself (自评) in one criterion, with a reason; nobody else sees it before you hand it in. */
  @Put(':assessmentId/scores/:criterion')
  @May('assessment.selfScore')
  give(
    @Me() me: Actor,
    @PathId('assessmentId') assessmentId: string,
    @Param('criterion') criterion: string,
    @Body() body: ScoreDto,
  ): Promise<SelfScoreView> {
    return this.selfScores.give(me, assessmentId, criterion, body);
  }

  /** Hand your self-score in (提交自评); after the last day it is marked as late. */
  @Post(':assessmentId/submission')
  @May('assessment.selfScore')
  submit(@Me() me: Actor, @PathId('assessmentId') assessmentId: string): Promise<SelfScoreView> {
    return this.selfScores.submit(me, assessmentId);
  }

  /** Take your self-score back while nobody has begun to review it. */
  @Delete(':assessmentId/submission')
  @May('assessment.selfScore')
  takeBack(@Me() me: Actor, @PathId('assessmentId') assessmentId: string): Promise<SelfScoreView> {
    return this.selfScores.takeBack(me, assessmentId);
  }

  /** Propose a bonus or an occurrence about yourself; the district decides, and needs evidence for it. */
  @Post(':assessmentId/entries')
  @May('assessment.selfScore')
  propose(
    @Me() me: Actor,
    @PathId('assessmentId') assessmentId: string,
    @Body() body: ProposalDto,
  ): Promise<EntryView> {
    return this.entries.propose(me, assessmentId, body);
  }

  /** An entry you proposed, or one that was approved about you. */
  @Get(':assessmentId/entries/:entryId')
  @May('work.read')
  entry(
    @Me() me: Actor,
    @PathId('assessmentId') assessmentId: string,
    @PathId('entryId') entryId: string,
  ): Promise<EntryView> {
    return this.entryReader.own(me, assessmentId, entryId);
  }

  /** Withdraw an entry you proposed and nobody has decided. */
  @Delete(':assessmentId/entries/:entryId')
  @HttpCode(204)
  @May('assessment.selfScore')
  async withdraw(
    @Me() me: Actor,
    @PathId('assessmentId') assessmentId: string,
    @PathId('entryId') entryId: string,
  ): Promise<void> {
    await this.entries.withdraw(me, assessmentId, entryId);
  }

  /** Add a file of evidence (佐证材料) to an entry you proposed: one multipart field `file`. */
  @Post(':assessmentId/entries/:entryId/evidence')
  @Upload()
  @May('assessment.selfScore')
  async addEvidence(
    @Me() me: Actor,
    @PathId('assessmentId') assessmentId: string,
    @PathId('entryId') entryId: string,
    @Req() request: FastifyRequest,
  ): Promise<EvidenceView> {
    return this.evidence.add(me, assessmentId, entryId, await incomingFile(request));
  }

  /** A file of evidence, as an attachment. */
  @Get(':assessmentId/entries/:entryId/evidence/:evidenceId')
  @May('work.read')
  async readEvidence(
    @Me() me: Actor,
    @PathId('assessmentId') assessmentId: string,
    @PathId('entryId') entryId: string,
    @PathId('evidenceId') evidenceId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return outgoingFile(reply, await this.evidence.readOwn(me, assessmentId, entryId, evidenceId));
  }

  /** Take a file out of an entry you proposed and nobody has decided. */
  @Delete(':assessmentId/entries/:entryId/evidence/:evidenceId')
  @HttpCode(204)
  @May('assessment.selfScore')
  async removeEvidence(
    @Me() me: Actor,
    @PathId('assessmentId') assessmentId: string,
    @PathId('entryId') entryId: string,
    @PathId('evidenceId') evidenceId: string,
  ): Promise<void> {
    await this.evidence.remove(me, assessmentId, entryId, evidenceId);
  }
}
