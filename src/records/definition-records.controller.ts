/** Records (数据读取) of definitions: indicators, ledgers, schemes, and the calendar. */
import { Controller, Get, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { type ActingRequest, May, Me } from '../access/declarations';
import { Stream } from '../http/route-kinds';
import type { Actor } from '../kernel/actor';
import { calendarDays, indicatorClosures, indicators, ledgers, schemes } from './kinds/definition-kinds';
import { ndjsonLines, RecordsExport } from './records-export.service';
import { RecordsExportQuery, RecordsQuery } from './records.dto';
import { RecordsReader } from './records.reader';
import { RecordsPage } from './records.view';

@Controller('records')
export class DefinitionRecordsController {
  constructor(
    private readonly reader: RecordsReader,
    private readonly exports: RecordsExport,
  ) {}

  /** Days (工作日调整) that the district set otherwise than the official calendar. */
  @Get('calendar-days')
  @May('union.read')
  calendarDays(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, calendarDays, { ...query });
  }

  /** Days (工作日调整) that the district set otherwise than the official calendar. */
  @Get('calendar-days/export')
  @Stream()
  @May('union.read')
  @ApiOkResponse(ndjsonLines)
  calendarDaysExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, calendarDays, { ...query });
  }

  /** Indicators (指标) with their newest version, those retired among them. */
  @Get('indicators')
  @May('work.read')
  indicators(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, indicators, { ...query });
  }

  /** Indicators (指标) with their newest version, those retired among them. */
  @Get('indicators/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  indicatorsExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, indicators, { ...query });
  }

  /** Periods of indicators that are closed (锁定), and those that were. */
  @Get('indicator-closures')
  @May('work.read')
  indicatorClosures(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, indicatorClosures, { ...query });
  }

  /** Periods of indicators that are closed (锁定), and those that were. */
  @Get('indicator-closures/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  indicatorClosuresExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, indicatorClosures, { ...query });
  }

  /** Ledgers (台账) with the fields of their newest version, those retired among them. */
  @Get('ledgers')
  @May('work.read')
  ledgers(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, ledgers, { ...query });
  }

  /** Ledgers (台账) with the fields of their newest version, those retired among them. */
  @Get('ledgers/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  ledgersExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, ledgers, { ...query });
  }

  /** Schemes (考核方案) of your own union. */
  @Get('schemes')
  @May('work.read')
  schemes(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, schemes, { ...query });
  }

  /** Schemes (考核方案) of your own union. */
  @Get('schemes/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  schemesExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, schemes, { ...query });
  }
}
