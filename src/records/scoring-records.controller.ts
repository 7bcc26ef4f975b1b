/** Records (数据读取) of how assessments are scored, for whoever scores and those above. */
import { Controller, Get, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { type ActingRequest, May, Me } from '../access/declarations';
import { Stream } from '../http/route-kinds';
import type { Actor } from '../kernel/actor';
import { assessmentRuns, reopenings, scoreSheets } from './kinds/scoring-kinds';
import { ndjsonLines, RecordsExport } from './records-export.service';
import { RecordsExportQuery, RecordsQuery } from './records.dto';
import { RecordsReader } from './records.reader';
import { RecordsPage } from './records.view';

@Controller('records')
export class ScoringRecordsController {
  constructor(
    private readonly reader: RecordsReader,
    private readonly exports: RecordsExport,
  ) {}

  /** Score sheets (评分表) as they stand, before they are published too. */
  @Get('score-sheets')
  @May('work.read')
  scoreSheets(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, scoreSheets, { ...query });
  }

  /** Score sheets (评分表) as they stand, before they are published too. */
  @Get('score-sheets/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  scoreSheetsExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, scoreSheets, { ...query });
  }

  /** Runs (考核计算任务) of assessments and how they ended. */
  @Get('assessment-runs')
  @May('work.read')
  assessmentRuns(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, assessmentRuns, { ...query });
  }

  /** Runs (考核计算任务) of assessments and how they ended. */
  @Get('assessment-runs/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  assessmentRunsExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, assessmentRuns, { ...query });
  }

  /** What was asked to be reopened (重新开启), and how it was decided. */
  @Get('reopenings')
  @May('work.read')
  reopenings(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, reopenings, { ...query });
  }

  /** What was asked to be reopened (重新开启), and how it was decided. */
  @Get('reopenings/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  reopeningsExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, reopenings, { ...query });
  }
}
