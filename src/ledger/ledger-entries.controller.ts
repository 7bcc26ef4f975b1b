/** Entries of ledgers (台账记录) for every tier: read, change, submit, accept or return, correct; files and personal data. */
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Post,
  Put,
  Query,
  Req,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { May, Me } from '../access/declarations';
import { PathId } from '../http/id-param';
import { IfMatch } from '../http/if-match';
import { Upload } from '../http/route-kinds';
import type { Actor } from '../kernel/actor';
import { incomingFile, outgoingFile } from '../work/attachment.http';
import { EntryEvidenceService } from './entry/entry-evidence.service';
import { EntryReviewService } from './entry/entry-review.service';
import {
  DisclosureDto,
  LedgerDecisionDto,
  LedgerEntryDto,
  LedgerEntryReasonDto,
  LedgerFileQuery,
} from './entry/entry.dto';
import { EntryReader } from './entry/entry.reader';
import { EntryService } from './entry/entry.service';
import { LedgerDecisionList, LedgerEntryDetail, LedgerFileView } from './entry/entry.view';
import { DisclosureService } from './personal/disclosure.service';
import { DisclosureView } from './personal/disclosure.view';

@Controller('ledger-entries')
export class LedgerEntriesController {
  constructor(
    private readonly reader: EntryReader,
    private readonly entries: EntryService,
    private readonly reviews: EntryReviewService,
    private readonly evidence: EntryEvidenceService,
    private readonly disclosures: DisclosureService,
  ) {}

  /** Accept or return many of those that wait for your union (批量审核); each is answered for itself. */
  @Post('decisions')
  @May('ledger.review')
  decide(@Me() me: Actor, @Body() body: LedgerDecisionDto): Promise<LedgerDecisionList> {
    return this.reviews.decide(me, body);
  }

  /** One entry with its form, files and history. */
  @Get(':id')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string): Promise<LedgerEntryDetail> {
    return this.reader.one(me, id);
  }

  /** Change an entry of your union that is a draft or was returned. */
  @Put(':id')
  @May('ledger.write')
  change(
    @Me() me: Actor,
    @PathId() id: string,
    @IfMatch() seen: number,
    @Body() body: LedgerEntryDto,
  ): Promise<LedgerEntryDetail> {
    return this.entries.change(me, id, seen, body);
  }

  /** Give an entry up (撤回) before it is accepted; it stays in your list. */
  @Delete(':id')
  @HttpCode(204)
  @May('ledger.write')
  async withdraw(@Me() me: Actor, @PathId() id: string): Promise<void> {
    await this.entries.withdraw(me, id);
  }

  /** Submit it (上报) to the tier above; where nobody has to accept it, it counts at once. */
  @Post(':id/submission')
  @May('ledger.write')
  submit(@Me() me: Actor, @PathId() id: string): Promise<LedgerEntryDetail> {
    return this.entries.submit(me, id);
  }

  /** Take it back to change it, while nobody has decided. */
  @Delete(':id/submission')
  @HttpCode(204)
  @May('ledger.write')
  async takeBack(@Me() me: Actor, @PathId() id: string): Promise<void> {
    await this.entries.takeBack(me, id);
  }

  /** Accept (审核通过) what waits for your union: it counts from now on. */
  @Post(':id/acceptance')
  @May('ledger.review')
  accept(@Me() me: Actor, @PathId() id: string): Promise<LedgerEntryDetail> {
    return this.reviews.accept(me, id);
  }

  /** Return (退回) what waits for your union, with a reason. */
  @Post(':id/return')
  @May('ledger.review')
  return(@Me() me: Actor, @PathId() id: string, @Body() { reason }: LedgerEntryReasonDto): Promise<LedgerEntryDetail> {
    return this.reviews.return(me, id, reason);
  }

  /** Correct (更正) an accepted entry of your union: a draft that takes its place once accepted. */
  @Post(':id/corrections')
  @May('ledger.write')
  correct(@Me() me: Actor, @PathId() id: string, @Body() { reason }: LedgerEntryReasonDto): Promise<LedgerEntryDetail> {
    return this.entries.correct(me, id, reason);
  }

  /** Add a file while it is a draft or was returned: one multipart field `file`. */
  @Post(':id/evidence')
  @Upload()
  @May('ledger.write')
  async addEvidence(
    @Me() me: Actor,
    @PathId() id: string,
    @Query() { field }: LedgerFileQuery,
    @Req() request: FastifyRequest,
  ): Promise<LedgerFileView> {
    return this.evidence.add(me, id, field ?? null, await incomingFile(request));
  }

  /** A file, as an attachment. */
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

  /** Take a file out while it is a draft or was returned. */
  @Delete(':id/evidence/:evidenceId')
  @HttpCode(204)
  @May('ledger.write')
  async removeEvidence(@Me() me: Actor, @PathId() id: string, @PathId('evidenceId') evidenceId: string): Promise<void> {
    await this.evidence.remove(me, id, evidenceId);
  }

  /** Personal data of a field in full (个人信息查看), for a purpose that stands in the audit trail. */
  @Post(':id/disclosures')
  @HttpCode(200)
  @May('personal.read')
  disclose(@Me() me: Actor, @PathId() id: string, @Body() body: DisclosureDto): Promise<DisclosureView> {
    return this.disclosures.disclose(me, id, body);
  }
}
