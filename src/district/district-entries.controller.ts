/** The district door (区总工会) for entries (考核记录): record, decide, prove. */
import { Body, Controller, Delete, Get, HttpCode, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Me, forTier } from '../access/declarations';
import { EntryDto, EntryQuery } from '../assessment/entry/entry.dto';
import { EntryReader } from '../assessment/entry/entry.reader';
import { EntryService } from '../assessment/entry/entry.service';
import { EntryList, EntryView } from '../assessment/entry/entry.view';
import { EntryDecisionService } from '../assessment/entry/entry-decision.service';
import { EntryEvidenceService } from '../assessment/entry/entry-evidence.service';
import { PathId } from '../http/id-param';
import { Upload } from '../http/route-kinds';
import type { Actor } from '../kernel/actor';
import { incomingFile, outgoingFile } from '../work/attachment.http';
import { EvidenceView } from '../work/report.view';
import { ReasonDto } from '../work/work.dto';

const May = forTier('district');

@Controller('district/assessments')
export class DistrictEntriesController {
  constructor(
    private readonly entries: EntryService,
    private readonly decisions: EntryDecisionService,
    private readonly evidence: EntryEvidenceService,
    private readonly reader: EntryReader,
  ) {}

  /** The entries (考核记录) of an assessment, the latest first. */
  @Get(':id/entries')
  @May('work.read')
  list(@Me() me: Actor, @PathId() id: string, @Query() query: EntryQuery): Promise<EntryList> {
    return this.reader.list(me, id, query);
  }

  /** Record what happened: an occurrence counts at once, a bonus, penalty or veto waits for another officer. */
  @Post(':id/score-sheets/:unionId/entries')
  @May('assessment.score')
  record(
    @Me() me: Actor,
    @PathId() id: string,
    @PathId('unionId') unionId: string,
    @Body() body: EntryDto,
  ): Promise<EntryView> {
    return this.entries.record(me, id, unionId, body);
  }

  /** One entry with its evidence, who recorded and who decided it. */
  @Get(':id/entries/:entryId')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string, @PathId('entryId') entryId: string): Promise<EntryView> {
    return this.reader.get(me, id, entryId);
  }

  /** Approve an entry (核定): from now on it counts. */
  @Post(':id/entries/:entryId/approval')
  @May('assessment.score')
  approve(@Me() me: Actor, @PathId() id: string, @PathId('entryId') entryId: string): Promise<EntryView> {
    return this.decisions.approve(me, id, entryId);
  }

  /** Refuse an entry, also one that was approved by mistake: it does not count. */
  @Post(':id/entries/:entryId/refusal')
  @May('assessment.score')
  refuse(
    @Me() me: Actor,
    @PathId() id: string,
    @PathId('entryId') entryId: string,
    @Body() { reason }: ReasonDto,
  ): Promise<EntryView> {
    return this.decisions.refuse(me, id, entryId, reason);
  }

  /** Withdraw an entry of your office that nobody has decided. */
  @Delete(':id/entries/:entryId')
  @HttpCode(204)
  @May('assessment.score')
  async withdraw(@Me() me: Actor, @PathId() id: string, @PathId('entryId') entryId: string): Promise<void> {
    await this.entries.withdraw(me, id, entryId);
  }

  /** Add a file of evidence (佐证材料) to an entry of your office: one multipart field `file`. */
  @Post(':id/entries/:entryId/evidence')
  @Upload()
  @May('assessment.score')
  async addEvidence(
    @Me() me: Actor,
    @PathId() id: string,
    @PathId('entryId') entryId: string,
    @Req() request: FastifyRequest,
  ): Promise<EvidenceView> {
    return this.evidence.add(me, id, entryId, await incomingFile(request));
  }

  /** A file of evidence, as an attachment. */
  @Get(':id/entries/:entryId/evidence/:evidenceId')
  @May('work.read')
  async readEvidence(
    @Me() me: Actor,
    @PathId() id: string,
    @PathId('entryId') entryId: string,
    @PathId('evidenceId') evidenceId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return outgoingFile(reply, await this.evidence.read(me, id, entryId, evidenceId));
  }

  /** Take a file out of an entry of your office that nobody has decided. */
  @Delete(':id/entries/:entryId/evidence/:evidenceId')
  @HttpCode(204)
  @May('assessment.score')
  async removeEvidence(
    @Me() me: Actor,
    @PathId() id: string,
    @PathId('entryId') entryId: string,
    @PathId('evidenceId') evidenceId: string,
  ): Promise<void> {
    await this.evidence.remove(me, id, entryId, evidenceId);
  }
}
