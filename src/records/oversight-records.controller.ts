/** Records (数据读取) of how work is held to its day: lights, urges, tasks sent back, interviews, verifications, cases. */
import { Controller, Get, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { type ActingRequest, May, Me } from '../access/declarations';
import { Stream } from '../http/route-kinds';
import type { Actor } from '../kernel/actor';
import { cases, verifications } from './kinds/aim-kinds';
import { interviews, lightChanges, lights, sendBacks, urges } from './kinds/chasing-kinds';
import { ndjsonLines, RecordsExport } from './records-export.service';
import { RecordsExportQuery, RecordsQuery } from './records.dto';
import { RecordsReader } from './records.reader';
import { RecordsPage } from './records.view';

@Controller('records')
export class OversightRecordsController {
  constructor(
    private readonly reader: RecordsReader,
    private readonly exports: RecordsExport,
  ) {}

  /** The light of each task (红黄绿灯) as it was judged last. */
  @Get('lights')
  @May('work.read')
  lights(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, lights, { ...query });
  }

  /** The light of each task (红黄绿灯) as it was judged last. */
  @Get('lights/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  lightsExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, lights, { ...query });
  }

  /** Changes of lights (变灯记录), kept for good. */
  @Get('light-changes')
  @May('work.read')
  lightChanges(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, lightChanges, { ...query });
  }

  /** Changes of lights (变灯记录), kept for good. */
  @Get('light-changes/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  lightChangesExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, lightChanges, { ...query });
  }

  /** Urges by hand (催办). */
  @Get('urges')
  @May('work.read')
  urges(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, urges, { ...query });
  }

  /** Urges by hand (催办). */
  @Get('urges/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  urgesExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, urges, { ...query });
  }

  /** Tasks that were sent back (回退) and how that was answered. */
  @Get('send-backs')
  @May('work.read')
  sendBacks(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, sendBacks, { ...query });
  }

  /** Tasks that were sent back (回退) and how that was answered. */
  @Get('send-backs/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  sendBacksExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, sendBacks, { ...query });
  }

  /** Interviews (约谈), without the names of those who spoke. */
  @Get('interviews')
  @May('work.read')
  interviews(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, interviews, { ...query });
  }

  /** Interviews (约谈), without the names of those who spoke. */
  @Get('interviews/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  interviewsExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, interviews, { ...query });
  }

  /** Findings about enterprises (企业核查) and how they were decided. */
  @Get('verifications')
  @May('work.read')
  verifications(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, verifications, { ...query });
  }

  /** Findings about enterprises (企业核查) and how they were decided. */
  @Get('verifications/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  verificationsExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, verifications, { ...query });
  }

  /** Cases from other platforms (诉求件), without what was said in them. */
  @Get('cases')
  @May('work.read')
  cases(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, cases, { ...query });
  }

  /** Cases from other platforms (诉求件), without what was said in them. */
  @Get('cases/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  casesExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, cases, { ...query });
  }
}
