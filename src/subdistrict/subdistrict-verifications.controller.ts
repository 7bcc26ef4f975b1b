/** The subdistrict door (街道总工会) for verifications (企业核查): propose, add evidence, take back, read. Decide on those of communities. */
import { Body, Controller, Delete, Get, HttpCode, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Me, forTier } from '../access/declarations';
import { VerificationDecisionService } from '../enterprise/verification/verification-decision.service';
import { VerificationEvidenceService } from '../enterprise/verification/verification-evidence.service';
import {
  VerificationDecisionsDto,
  VerificationProposalDto,
  VerificationQuery,
} from '../enterprise/verification/verification.dto';
import { VerificationReader } from '../enterprise/verification/verification.reader';
import { VerificationService } from '../enterprise/verification/verification.service';
import { VerificationList, VerificationsView, VerificationView } from '../enterprise/verification/verification.view';
import { PathId } from '../http/id-param';
import { Upload } from '../http/route-kinds';
import type { Actor } from '../kernel/actor';
import { incomingFile, outgoingFile } from '../work/attachment.http';
import { EvidenceView } from '../work/report.view';

const May = forTier('subdistrict');

@Controller('subdistrict/verifications')
export class SubdistrictVerificationsController {
  constructor(
    private readonly reader: VerificationReader,
    private readonly verifications: VerificationService,
    private readonly evidence: VerificationEvidenceService,
    private readonly decisions: VerificationDecisionService,
  ) {}

  /** Verifications (核查) within reach, the latest first. */
  @Get()
  @May('work.read')
  list(@Me() me: Actor, @Query() query: VerificationQuery): Promise<VerificationList> {
    return this.reader.list(me, query);
  }

  /** Propose that enterprises are abnormal, do not exist, or are normal after all (提请核查); the tier above decides. */
  @Post()
  @May('enterprise.write')
  propose(@Me() me: Actor, @Body() body: VerificationProposalDto): Promise<VerificationsView> {
    return this.verifications.propose(me, body);
  }

  /** Decide on what communities proposed (核查审定): one or many, all or none; never your own. */
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

  /** Take a proposal back while nobody has decided. */
  @Delete(':id')
  @HttpCode(204)
  @May('enterprise.write')
  withdraw(@Me() me: Actor, @PathId() id: string): Promise<void> {
    return this.verifications.withdraw(me, id);
  }

  /** Add evidence (佐证材料): it backs everything that was proposed together. One multipart field `file`. */
  @Post(':id/evidence')
  @Upload()
  @May('enterprise.write')
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
}
