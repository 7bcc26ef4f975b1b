/** Entries of a ledger by the codes of a program (外部编码): put and read at an address that the program knows beforehand. */
import { Body, Controller, Get, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { May, Me } from '../access/declarations';
import { PathCode } from '../http/code-param';
import { IfMatchMaybe } from '../http/if-match';
import type { Actor } from '../kernel/actor';
import { CodedEntryService } from './coded/coded-entry.service';
import { CodedEntryDto } from './entry/entry.dto';
import { LedgerEntryDetail } from './entry/entry.view';

@Controller('ledgers/:type/entries/by-code/:code')
export class CodedEntriesController {
  constructor(private readonly entries: CodedEntryService) {}

  /** Your union's entry with this code, or its newest correction; `type` is the ledger's code or id. */
  @Get()
  @May('work.read')
  get(@Me() me: Actor, @PathCode('type') ledger: string, @PathCode('code') code: string): Promise<LedgerEntryDetail> {
    return this.entries.one(me, ledger, code);
  }

  /** Begin (201) or change (200) your union's entry with this code; the same once more changes nothing. Accepted: with a reason. */
  @Put()
  @ApiCreatedResponse({ type: LedgerEntryDetail })
  @ApiOkResponse({ type: LedgerEntryDetail })
  @May('ledger.write')
  async put(
    @Me() me: Actor,
    @PathCode('type') ledger: string,
    @PathCode('code') code: string,
    @IfMatchMaybe() seen: number | undefined,
    @Body() body: CodedEntryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LedgerEntryDetail> {
    const { begun, entry } = await this.entries.put(me, ledger, code, body, seen);
    void reply.status(begun ? 201 : 200);
    return entry;
  }
}
