/** Records (数据读取) of targets and assessments. */
import { Controller, Get, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { type ActingRequest, May, Me } from '../access/declarations';
import { Stream } from '../http/route-kinds';
import type { Actor } from '../kernel/actor';
import { targetChanges, targets } from './kinds/aim-kinds';
import { appeals, assessmentEntries, assessments, publications } from './kinds/assessment-kinds';
import { ndjsonLines, RecordsExport } from './records-export.service';
import { RecordsExportQuery, RecordsQuery } from './records.dto';
import { RecordsReader } from './records.reader';
import { RecordsPage } from './records.view';

@Controller('records')
export class OutcomeRecordsController {
  constructor(
    private readonly reader: RecordsReader,
    private readonly exports: RecordsExport,
  ) {}

  /** Targets (目标) as their newest version says. */
  @Get('targets')
  @May('work.read')
  targets(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, targets, { ...query });
  }

  /** Targets (目标) as their newest version says. */
  @Get('targets/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  targetsExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, targets, { ...query });
  }

  /** Proposed changes of targets (目标调整) and how they were decided. */
  @Get('target-changes')
  @May('work.read')
  targetChanges(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, targetChanges, { ...query });
  }

  /** Proposed changes of targets (目标调整) and how they were decided. */
  @Get('target-changes/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  targetChangesExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, targetChanges, { ...query });
  }

  /** Assessments (考核) and where their course stands. */
  @Get('assessments')
  @May('work.read')
  assessments(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, assessments, { ...query });
  }

  /** Assessments (考核) and where their course stands. */
  @Get('assessments/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  assessmentsExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, assessments, { ...query });
  }

  /** Entries (考核记录): what counts on a sheet, and who approved it. */
  @Get('assessment-entries')
  @May('work.read')
  assessmentEntries(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, assessmentEntries, { ...query });
  }

  /** Entries (考核记录): what counts on a sheet, and who approved it. */
  @Get('assessment-entries/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  assessmentEntriesExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, assessmentEntries, { ...query });
  }

  /** Publications (公示), and each correction. */
  @Get('publications')
  @May('work.read')
  publications(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, publications, { ...query });
  }

  /** Publications (公示), and each correction. */
  @Get('publications/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  publicationsExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, publications, { ...query });
  }

  /** Appeals (申诉) and how they were decided. */
  @Get('appeals')
  @May('work.read')
  appeals(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, appeals, { ...query });
  }

  /** Appeals (申诉) and how they were decided. */
  @Get('appeals/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  appealsExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, appeals, { ...query });
  }
}
