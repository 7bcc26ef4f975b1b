/** What ledgers (台账) add up to, for every tier: a figure, the entries that make it, and all of it as a spreadsheet. */
import { Controller, Get, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { May, Me } from '../access/declarations';
import { PathId } from '../http/id-param';
import { Stream } from '../http/route-kinds';
import type { Actor } from '../kernel/actor';
import { LedgerExportQuery } from './entry/entry.dto';
import { LedgerEntryList } from './entry/entry.view';
import { exportAnswer, outgoingExport } from './export/export.http';
import { ExportService } from './export/export.service';
import { FigureQuery } from './figure/figure.dto';
import { FigureReader } from './figure/figure.reader';
import { FigureView } from './figure/figure.view';

@Controller('ledgers/:id')
export class LedgerFiguresController {
  constructor(
    private readonly figures: FigureReader,
    private readonly exports: ExportService,
  ) {}

  /** A count, a sum or a count of different ones over accepted entries, also by something. */
  @Get('figure')
  @May('work.read')
  figure(@Me() me: Actor, @PathId() id: string, @Query() query: FigureQuery): Promise<FigureView> {
    return this.figures.figure(me, id, query);
  }

  /** The accepted entries that make the figure, the latest first. */
  @Get('figure/entries')
  @May('work.read')
  entries(@Me() me: Actor, @PathId() id: string, @Query() query: FigureQuery): Promise<LedgerEntryList> {
    return this.figures.entries(me, id, query);
  }

  /** The entries of the list as a spreadsheet (导出), personal data masked; streamed, and in the audit trail. */
  @Get('export')
  @Stream()
  @ApiOkResponse(exportAnswer)
  @May('work.read')
  async export(
    @Me() me: Actor,
    @PathId() id: string,
    @Query() query: LedgerExportQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return outgoingExport(reply, await this.exports.export(me, id, query));
  }
}
