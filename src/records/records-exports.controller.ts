/** Records (数据导出) as NDJSON for programs: any number of lines, each with the cursor from which a broken download goes on. */
import { Controller, Get, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { type ActingRequest, May } from '../access/declarations';
import { Stream } from '../http/route-kinds';
import { indicatorValues, scores } from './kinds/figure-kinds';
import { enterprises, formReturns, ledgerEntries } from './kinds/register-kinds';
import { extensions, orders } from './kinds/supervision-kinds';
import { reports, tasks, unions } from './kinds/work-kinds';
import { RecordsExportQuery } from './records.dto';
import { ndjsonLines, RecordsExport } from './records-export.service';

@Controller('records')
export class RecordsExportsController {
  constructor(private readonly exports: RecordsExport) {}

  /** Unions (工会组织) of your reach, also those that have closed. */
  @Get('unions/export')
  @Stream()
  @May('union.read')
  @ApiOkResponse(ndjsonLines)
  unions(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, unions, { ...query });
  }

  /** Tasks (工作任务), withdrawn ones with their status. */
  @Get('tasks/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  tasks(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, tasks, { ...query });
  }

  /** Progress reports (进度填报); drafts are seen by their union only. */
  @Get('reports/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  reports(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, reports, { ...query });
  }

  /** Extensions (延期) and how they were answered. */
  @Get('extensions/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  extensions(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, extensions, { ...query });
  }

  /** Supervision orders (督办单). */
  @Get('orders/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  orders(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, orders, { ...query });
  }

  /** The enterprise register (企业库), closed ones too. */
  @Get('enterprises/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  enterprises(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, enterprises, { ...query });
  }

  /** Ledger entries (台账记录) with their values, but no person in them. */
  @Get('ledger-entries/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  ledgerEntries(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, ledgerEntries, { ...query });
  }

  /** Returns of statistical forms (统计报表填报). */
  @Get('form-returns/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  formReturns(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, formReturns, { ...query });
  }

  /** Values of indicators (指标数值) as they were told last. */
  @Get('indicator-values/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  indicatorValues(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, indicatorValues, { ...query });
  }

  /** Published score sheets (公示的得分), and each again as it was corrected. */
  @Get('scores/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  scores(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, scores, { ...query });
  }
}
