/** The subdistrict door (街道总工会) for its own appeals (申诉): file, prove, withdraw. */
import { Body, Controller, Delete, Get, HttpCode, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Me, forTier } from '../access/declarations';
import { AppealEvidenceService } from '../assessment/appeal/appeal-evidence.service';
import { AppealDto, AppealQuery } from '../assessment/appeal/appeal.dto';
import { AppealReader } from '../assessment/appeal/appeal.reader';
import { AppealService } from '../assessment/appeal/appeal.service';
import { AppealDetail, AppealList } from '../assessment/appeal/appeal.view';
import { PathId } from '../http/id-param';
import { Upload } from '../http/route-kinds';
import type { Actor } from '../kernel/actor';
import { incomingFile, outgoingFile } from '../work/attachment.http';
import { EvidenceView } from '../work/report.view';

const May = forTier('subdistrict');

@Controller('subdistrict/appeals')
export class SubdistrictOwnAppealsController {
  constructor(
    private readonly reader: AppealReader,
    private readonly appeals: AppealService,
    private readonly evidence: AppealEvidenceService,
  ) {}

  /** The appeals (申诉) of your union, the latest first. */
  @Get()
  @May('work.read')
  list(@Me() me: Actor, @Query() query: AppealQuery): Promise<AppealList> {
    return this.reader.own(me, query);
  }

  /** Appeal against criteria of your union's published sheet, while the window runs. */
  @Post()
  @May('appeal.file')
  file(@Me() me: Actor, @Body() body: AppealDto): Promise<AppealDetail> {
    return this.appeals.file(me, body);
  }

  /** One appeal of your union, with its evidence. */
  @Get(':id')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string): Promise<AppealDetail> {
    return this.reader.ownOne(me, id);
  }

  /** Withdraw an appeal (撤回) that is not decided; it stays in the list. */
  @Delete(':id')
  @HttpCode(204)
  @May('appeal.file')
  async withdraw(@Me() me: Actor, @PathId() id: string): Promise<void> {
    await this.appeals.withdraw(me, id);
  }

  /** Add a file of evidence (佐证材料) while nobody has decided: one multipart field `file`. */
  @Post(':id/evidence')
  @Upload()
  @May('appeal.file')
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
    return outgoingFile(reply, await this.evidence.readOwn(me, id, evidenceId));
  }

  /** Take a file out of an appeal that is not decided. */
  @Delete(':id/evidence/:evidenceId')
  @HttpCode(204)
  @May('appeal.file')
  async removeEvidence(@Me() me: Actor, @PathId() id: string, @PathId('evidenceId') evidenceId: string): Promise<void> {
    await this.evidence.remove(me, id, evidenceId);
  }
}
