/** The district door (区总工会) for verifications (企业核查): read, and decide on those of sub-districts. */
import { Body, Controller, Get, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Me, forTier } from '../access/declarations';
import { VerificationDecisionService } from '../enterprise/verification/verification-decision.service';
import { VerificationEvidenceService } from '../enterprise/verification/verification-evidence.service';
import { VerificationDecisionsDto, VerificationQuery } from '../enterprise/verification/verification.dto';
import { VerificationReader } from '../enterprise/verification/verification.reader';
import { VerificationList, VerificationsView, VerificationView } from '../enterprise/verification/verification.view';
import { PathId } from '../http/id-param';
import type { Actor } from '../kernel/actor';
import { outgoingFile } from '../work/attachment.http';

const May = forTier('district');

@Controller('district/verifications')
export class DistrictVerificationsController {
  constructor(
    private readonly reader: VerificationReader,
    private readonly evidence: VerificationEvidenceService,
    private readonly decisions: VerificationDecisionService,
  ) {}

  /** Verifications (核查) within reach, the latest first. */
  @Get()
  @May('work.read')
  list(@Me() me: Actor, @Query() query: VerificationQuery): Promise<VerificationList> {
    return this.reader.list(me, query);
  }

  /** Decide on what sub-districts proposed (核查审定): one or many, all or none; never your own. */
  @Post('decisions')
  @May('verification.decide')
  decide(@Me() me: Actor, @Body() body: VerificationDecisionsDto): Promise<VerificationsView> {
    return this.decisions.decide(me, body.decisions);
  }

  /** One verification with its evidence. */
  @Get(':id')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string): Promise<VerificationView> {
    return this.reader.get(me, id);
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
}
