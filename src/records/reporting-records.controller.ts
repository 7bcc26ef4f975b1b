/** Records (数据读取) of what is to be reported: forms with their periods, and the annual report. */
import { Controller, Get, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { type ActingRequest, May, Me } from '../access/declarations';
import { Stream } from '../http/route-kinds';
import type { Actor } from '../kernel/actor';
import { annualReportSubmissions, formExceptions, formPeriods, forms } from './kinds/reporting-kinds';
import { ndjsonLines, RecordsExport } from './records-export.service';
import { RecordsExportQuery, RecordsQuery } from './records.dto';
import { RecordsReader } from './records.reader';
import { RecordsPage } from './records.view';

@Controller('records')
export class ReportingRecordsController {
  constructor(
    private readonly reader: RecordsReader,
    private readonly exports: RecordsExport,
  ) {}

  /** Statistical forms (统计报表) with their newest version. */
  @Get('forms')
  @May('work.read')
  forms(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, forms, { ...query });
  }

  /** Statistical forms (统计报表) with their newest version. */
  @Get('forms/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  formsExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, forms, { ...query });
  }

  /** Periods of forms (报告期) that have opened, with their days. */
  @Get('form-periods')
  @May('work.read')
  formPeriods(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, formPeriods, { ...query });
  }

  /** Periods of forms (报告期) that have opened, with their days. */
  @Get('form-periods/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  formPeriodsExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, formPeriods, { ...query });
  }

  /** Exceptions (免报、补报) and how they were decided. */
  @Get('form-exceptions')
  @May('work.read')
  formExceptions(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, formExceptions, { ...query });
  }

  /** Exceptions (免报、补报) and how they were decided. */
  @Get('form-exceptions/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  formExceptionsExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, formExceptions, { ...query });
  }

  /** Annual reports (年度报告送审) that were submitted, and how they were decided; of the district only. */
  @Get('annual-report-submissions')
  @May('work.read')
  annualReportSubmissions(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, annualReportSubmissions, { ...query });
  }

  /** Annual reports (年度报告送审) that were submitted, and how they were decided; of the district only. */
  @Get('annual-report-submissions/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  annualReportSubmissionsExport(
    @Req() request: ActingRequest,
    @Query() query: RecordsExportQuery,
  ): Promise<StreamableFile> {
    return this.exports.answer(request, annualReportSubmissions, { ...query });
  }
}
