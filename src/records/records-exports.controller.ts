/** Records (数据导出) as NDJSON for programs: any number of lines, each with the cursor from which a broken download goes on. */
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { May, Me } from '../access/declarations';
import { Stream } from '../http/route-kinds';
import type { Actor } from '../kernel/actor';
import { indicatorValues, scores } from './kinds/figure-kinds';
import { enterprises, formReturns, ledgerEntries } from './kinds/register-kinds';
import { extensions, orders } from './kinds/supervision-kinds';
import { reports, tasks, unions } from './kinds/work-kinds';
import type { RecordKind } from './kinds/kind';
import { RecordsExportQuery } from './records.dto';
import { RecordsExport } from './records-export.service';

const NDJSON = 'application/x-ndjson';

/** How the API's document describes it. */
const lines = {
  description:
    'First a line with `kind` and `changes` (the cursor of what changes from now on), then a line with `cursor` and `record` for each, at last one with `end`: without it the download broke off and goes on with `after` and the last cursor.',
  content: { [NDJSON]: { schema: { type: 'string' as const } } },
};

@Controller('records')
export class RecordsExportsController {
  constructor(private readonly exports: RecordsExport) {}

  /** Unions (工会组织) of your reach, also those that have closed. */
  @Get('unions/export')
  @Stream()
  @May('union.read')
  @ApiOkResponse(lines)
  unions(@Me() me: Actor, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.answer(me, unions, query);
  }

  /** Tasks (工作任务), withdrawn ones with their status. */
  @Get('tasks/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(lines)
  tasks(@Me() me: Actor, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.answer(me, tasks, query);
  }

  /** Progress reports (进度填报); drafts are seen by their union only. */
  @Get('reports/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(lines)
  reports(@Me() me: Actor, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.answer(me, reports, query);
  }

  /** Extensions (延期) and how they were answered. */
  @Get('extensions/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(lines)
  extensions(@Me() me: Actor, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.answer(me, extensions, query);
  }

  /** Supervision orders (督办单). */
  @Get('orders/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(lines)
  orders(@Me() me: Actor, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.answer(me, orders, query);
  }

  /** The enterprise register (企业库), closed ones too. */
  @Get('enterprises/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(lines)
  enterprises(@Me() me: Actor, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.answer(me, enterprises, query);
  }

  /** Ledger entries (台账记录) with their values, but no person in them. */
  @Get('ledger-entries/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(lines)
  ledgerEntries(@Me() me: Actor, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.answer(me, ledgerEntries, query);
  }

  /** Returns of statistical forms (统计报表填报). */
  @Get('form-returns/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(lines)
  formReturns(@Me() me: Actor, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.answer(me, formReturns, query);
  }

  /** Values of indicators (指标数值) as they were told last. */
  @Get('indicator-values/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(lines)
  indicatorValues(@Me() me: Actor, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.answer(me, indicatorValues, query);
  }

  /** Published score sheets (公示的得分), and each again as it was corrected. */
  @Get('scores/export')
  @Stream()
  @May('work.read')
  @ApiOkResponse(lines)
  scores(@Me() me: Actor, @Query() query: RecordsExportQuery): Promise<StreamableFile> {
    return this.answer(me, scores, query);
  }

  private async answer(me: Actor, kind: RecordKind, query: RecordsExportQuery): Promise<StreamableFile> {
    const stream = await this.exports.export(me, kind, { ...query });
    const disposition = `attachment; filename="${kind.name}.ndjson"`;
    return new StreamableFile(stream, { type: NDJSON, disposition });
  }
}
