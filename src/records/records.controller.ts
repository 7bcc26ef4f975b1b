/** Records (数据读取) for programs: every kind filters, sorts, selects and reads on in the same way. */
import { Controller, Get, Query, Req } from '@nestjs/common';
import { type ActingRequest, May, Me } from '../access/declarations';
import type { Actor } from '../kernel/actor';
import { indicatorValues, scores } from './kinds/figure-kinds';
import { enterprises, formReturns, ledgerEntries } from './kinds/register-kinds';
import { extensions, orders } from './kinds/supervision-kinds';
import { reports, tasks, unions } from './kinds/work-kinds';
import { RecordsQuery } from './records.dto';
import { RecordsReader } from './records.reader';
import { RecordKindList, RecordsPage } from './records.view';

@Controller('records')
export class RecordsController {
  constructor(private readonly reader: RecordsReader) {}

  /** Which kinds of records your role and the scopes of your key open, with their fields, filters and orders. */
  @Get()
  @May('union.read')
  kinds(@Me() me: Actor, @Req() { key }: ActingRequest): RecordKindList {
    return this.reader.kinds(me, key?.scopes);
  }

  /** Unions (工会组织) of your reach, also those that have closed. */
  @Get('unions')
  @May('union.read')
  unions(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, unions, { ...query });
  }

  /** Tasks (工作任务), withdrawn ones with their status. */
  @Get('tasks')
  @May('work.read')
  tasks(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, tasks, { ...query });
  }

  /** Progress reports (进度填报); drafts are seen by their union only. */
  @Get('reports')
  @May('work.read')
  reports(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, reports, { ...query });
  }

  /** Extensions (延期) and how they were answered. */
  @Get('extensions')
  @May('work.read')
  extensions(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, extensions, { ...query });
  }

  /** Supervision orders (督办单). */
  @Get('orders')
  @May('work.read')
  orders(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, orders, { ...query });
  }

  /** The enterprise register (企业库), closed ones too. */
  @Get('enterprises')
  @May('work.read')
  enterprises(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, enterprises, { ...query });
  }

  /** Ledger entries (台账记录) with their values, but no person in them. */
  @Get('ledger-entries')
  @May('work.read')
  ledgerEntries(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, ledgerEntries, { ...query });
  }

  /** Returns of statistical forms (统计报表填报). */
  @Get('form-returns')
  @May('work.read')
  formReturns(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, formReturns, { ...query });
  }

  /** Values of indicators (指标数值) as they were told last. */
  @Get('indicator-values')
  @May('work.read')
  indicatorValues(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, indicatorValues, { ...query });
  }

  /** Published score sheets (公示的得分), and each again as it was corrected. */
  @Get('scores')
  @May('work.read')
  scores(@Me() me: Actor, @Query() query: RecordsQuery): Promise<RecordsPage> {
    return this.reader.page(me, scores, { ...query });
  }
}
