/** Records (数据读取) of the office: accounts, dispatches, imports, the audit trail. */
import { Controller, Get, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { type ActingRequest, May, Me } from '../access/declarations';
import { Stream } from '../http/route-kinds';
import type { Actor } from '../kernel/actor';
import { auditEntries, dispatches, imports, officers } from './kinds/office-kinds';
import { ndjsonLines, RecordsExport } from './records-export.service';
import { RecordsExportQuery, RecordsQuery } from './records.dto';
import { RecordsReader } from './records.reader';
import { RecordsPage } from './records.view';

@Controller('records')
export class OfficeRecordsController {
  constructor(
    private readonly reader: RecordsReader,
    private readonly exports: RecordsExport,
  ) {}

  /** Officers (账号) as the list of accounts shows them. */
  @Get('officers')
  @May('officer.read')
  officers(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, officers, { ...query });
  }

  /** Officers (账号) as the list of accounts shows them. */
  @Get('officers/export')
  @Stream()
  @May('officer.read')
  @ApiOkResponse(ndjsonLines)
  officersExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, officers, { ...query });
  }

  /** What went out by mail and robot (外发记录), without address and text. */
  @Get('dispatches')
  @May('dispatch.manage')
  dispatches(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, dispatches, { ...query });
  }

  /** What went out by mail and robot (外发记录), without address and text. */
  @Get('dispatches/export')
  @Stream()
  @May('dispatch.manage')
  @ApiOkResponse(ndjsonLines)
  dispatchesExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, dispatches, { ...query });
  }

  /** Imports (导入) and how they ended. */
  @Get('imports')
  @May('work.read')
  imports(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, imports, { ...query });
  }

  /** Imports (导入) and how they ended. */
  @Get('imports/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  importsExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, imports, { ...query });
  }

  /** The audit trail (审计日志) of the district. */
  @Get('audit-entries')
  @May('audit.read')
  auditEntries(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, auditEntries, { ...query });
  }

  /** The audit trail (审计日志) of the district. */
  @Get('audit-entries/export')
  @Stream()
  @May('audit.read')
  @ApiOkResponse(ndjsonLines)
  auditEntriesExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, auditEntries, { ...query });
  }
}
