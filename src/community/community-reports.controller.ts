/** The community door (社区工联会) for reports: write, prove, hand in. */
import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Me, forTier } from '../access/declarations';
import { IfMatch } from '../http/if-match';
import { PathId } from '../http/id-param';

import { Upload } from '../http/route-kinds';
import type { Actor } from '../kernel/actor';
import { incomingFile, outgoingFile, outgoingPicture } from '../work/attachment.http';
import { EvidenceService } from '../work/evidence.service';
import { ProgressService } from '../work/progress.service';
import { ReportReader } from '../work/report.reader';
import { EvidenceView, ReportDetail, ReportView } from '../work/report.view';

import { ReportDto } from '../work/work.dto';

const May = forTier('community');

@Controller('community/reports')
export class CommunityReportsController {
  constructor(
    private readonly reports: ReportReader,
    private readonly progress: ProgressService,
    private readonly evidence: EvidenceService,
  ) {}

  /** One report with its way and its evidence. */
  @Get(':id')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string): Promise<ReportDetail> {
    return this.reports.get(me, id);
  }

  /** Change a draft or a returned report. */
  @Put(':id')
  @May('report.write')
  change(
    @Me() me: Actor,
    @PathId() id: string,
    @IfMatch() version: number,
    @Body() body: ReportDto,
  ): Promise<ReportView> {
    return this.progress.change(me, id, version, body);
  }

  /** Throw a draft away that was never handed in. */
  @Delete(':id')
  @HttpCode(204)
  @May('report.write')
  async discard(@Me() me: Actor, @PathId() id: string): Promise<void> {
    await this.progress.discard(me, id);
  }

  /** Hand a report in (提交); on time or late is decided now. */
  @Post(':id/submission')
  @May('report.write')
  submit(@Me() me: Actor, @PathId() id: string): Promise<ReportView> {
    return this.progress.submit(me, id);
  }

  /** Add a file of evidence (佐证材料): one multipart field `file`. */
  @Post(':id/evidence')
  @Upload()
  @May('report.write')
  async addEvidence(@Me() me: Actor, @PathId() id: string, @Req() request: FastifyRequest): Promise<EvidenceView> {
    return this.evidence.add(me, id, await incomingFile(request));
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

  /** Take a file out of a report that is not handed in. */
  @Delete(':id/evidence/:evidenceId')
  @HttpCode(204)
  @May('report.write')
  async removeEvidence(@Me() me: Actor, @PathId() id: string, @PathId('evidenceId') evidenceId: string): Promise<void> {
    await this.evidence.remove(me, id, evidenceId);
  }
}
