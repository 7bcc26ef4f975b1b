/** Records (数据读取) of versions: each definition as it was published, one after the other. */
import { Controller, Get, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { type ActingRequest, May, Me } from '../access/declarations';
import { Stream } from '../http/route-kinds';
import type { Actor } from '../kernel/actor';
import {
  annualReportTemplates,
  formVersions,
  indicatorVersions,
  ledgerVersions,
  schemeVersions,
  targetVersions,
} from './kinds/version-kinds';
import { ndjsonLines, RecordsExport } from './records-export.service';
import { RecordsExportQuery, RecordsQuery } from './records.dto';
import { RecordsReader } from './records.reader';
import { RecordsPage } from './records.view';

@Controller('records')
export class VersionRecordsController {
  constructor(
    private readonly reader: RecordsReader,
    private readonly exports: RecordsExport,
  ) {}

  /** Every version of the indicators (指标版本), and from which day it holds. */
  @Get('indicator-versions')
  @May('work.read')
  indicatorVersions(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, indicatorVersions, { ...query });
  }

  /** Every version of the indicators (指标版本), and from which day it holds. */
  @Get('indicator-versions/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  indicatorVersionsExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, indicatorVersions, { ...query });
  }

  /** Every version of the ledgers (台账版本), by which older entries were made. */
  @Get('ledger-versions')
  @May('work.read')
  ledgerVersions(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, ledgerVersions, { ...query });
  }

  /** Every version of the ledgers (台账版本), by which older entries were made. */
  @Get('ledger-versions/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  ledgerVersionsExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, ledgerVersions, { ...query });
  }

  /** Every version of the forms (报表版本), and from which period it holds. */
  @Get('form-versions')
  @May('work.read')
  formVersions(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, formVersions, { ...query });
  }

  /** Every version of the forms (报表版本), and from which period it holds. */
  @Get('form-versions/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  formVersionsExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, formVersions, { ...query });
  }

  /** Every version of the schemes (考核方案版本) of your own union. */
  @Get('scheme-versions')
  @May('work.read')
  schemeVersions(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, schemeVersions, { ...query });
  }

  /** Every version of the schemes (考核方案版本) of your own union. */
  @Get('scheme-versions/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  schemeVersionsExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, schemeVersions, { ...query });
  }

  /** Every version of the targets (目标版本). */
  @Get('target-versions')
  @May('work.read')
  targetVersions(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, targetVersions, { ...query });
  }

  /** Every version of the targets (目标版本). */
  @Get('target-versions/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  targetVersionsExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, targetVersions, { ...query });
  }

  /** The words around the figures of the annual report (报告模板) in every version; of the district only. */
  @Get('annual-report-templates')
  @May('work.read')
  annualReportTemplates(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, annualReportTemplates, { ...query });
  }

  /** The words around the figures of the annual report (报告模板) in every version; of the district only. */
  @Get('annual-report-templates/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  annualReportTemplatesExport(
    @Req() request: ActingRequest,
    @Query() query: RecordsExportQuery,
  ): Promise<StreamableFile> {
    return this.exports.answer(request, annualReportTemplates, { ...query });
  }
}
