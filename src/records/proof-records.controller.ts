/** Records (数据读取) of what work is proved by, and of how tasks were changed. */
import { Controller, Get, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { type ActingRequest, May, Me } from '../access/declarations';
import { Stream } from '../http/route-kinds';
import type { Actor } from '../kernel/actor';
import { evidence, taskChanges } from './kinds/proof-kinds';
import { ndjsonLines, RecordsExport } from './records-export.service';
import { RecordsExportQuery, RecordsQuery } from './records.dto';
import { RecordsReader } from './records.reader';
import { RecordsPage } from './records.view';

@Controller('records')
export class ProofRecordsController {
  constructor(
    private readonly reader: RecordsReader,
    private readonly exports: RecordsExport,
  ) {}

  /** Changes of tasks (任务调整) by the tier above, with their reasons. */
  @Get('task-changes')
  @May('work.read')
  taskChanges(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, taskChanges, { ...query });
  }

  /** Changes of tasks (任务调整) by the tier above, with their reasons. */
  @Get('task-changes/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  taskChangesExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, taskChanges, { ...query });
  }

  /** Files of evidence (佐证材料), without their bytes; of drafts to their union only. */
  @Get('evidence')
  @May('work.read')
  evidence(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, evidence, { ...query });
  }

  /** Files of evidence (佐证材料), without their bytes; of drafts to their union only. */
  @Get('evidence/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(ndjsonLines)
  evidenceExport(@Req() request: ActingRequest, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.exports.answer(request, evidence, { ...query });
  }
}
