/** Indicators (指标) for every tier: what is defined, its values, what stands behind them, and which periods are closed. */
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { May, Me } from '../access/declarations';
import { PathId } from '../http/id-param';
import { PageQuery } from '../http/page.dto';
import type { Actor } from '../kernel/actor';
import { ClosureReader } from './closure/closure.reader';
import { ClosureList } from './closure/closure.view';
import {
  IndicatorOffersQuery,
  IndicatorsQuery,
  IndicatorTrialDto,
  IndicatorTrialItemsDto,
} from './definition/indicator.dto';
import { IndicatorReader } from './definition/indicator.reader';
import { IndicatorDetail, IndicatorList, IndicatorVersionList } from './definition/indicator.view';
import { GroupsReader } from './trace/groups.reader';
import { TraceReader } from './trace/trace.reader';
import { OffersReader } from './sources/offers.reader';
import { IndicatorOfferList } from './sources/offers.view';
import { TrialReader } from './trial/trial.reader';
import { TraceItemsQuery, ValueQuery, ValuesQuery } from './value/value.dto';
import { ValueReader } from './value/value.reader';
import { IndicatorGroups, IndicatorTrace, IndicatorTrial, IndicatorValueList, TraceItems } from './value/value.view';

@Controller()
export class IndicatorsController {
  constructor(
    private readonly reader: IndicatorReader,
    private readonly values: ValueReader,
    private readonly traces: TraceReader,
    private readonly grouped: GroupsReader,
    private readonly trials: TrialReader,
    private readonly offered: OffersReader,
    private readonly closures: ClosureReader,
  ) {}

  /** The indicators of your district. */
  @Get('indicators')
  @May('work.read')
  list(@Me() me: Actor, @Query() query: IndicatorsQuery): Promise<IndicatorList> {
    return this.reader.list(me, { ...query, retired: false });
  }

  /** One with its definition. */
  @Get('indicators/:id')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string): Promise<IndicatorDetail> {
    return this.reader.one(me, id);
  }

  /** Every version, from which period it holds and what it changed, the latest first. */
  @Get('indicators/:id/versions')
  @May('work.read')
  versions(@Me() me: Actor, @PathId() id: string, @Query() query: PageQuery): Promise<IndicatorVersionList> {
    return this.reader.versions(me, id, query);
  }

  /** A value with the parts it is made of (溯源). */
  @Get('indicators/:id/trace')
  @May('work.read')
  trace(@Me() me: Actor, @PathId() id: string, @Query() query: ValueQuery): Promise<IndicatorTrace> {
    return this.traces.trace(me, id, query);
  }

  /** The entries, enterprises or tasks that add up to one part. */
  @Get('indicators/:id/trace/items')
  @May('work.read')
  items(@Me() me: Actor, @PathId() id: string, @Query() query: TraceItemsQuery): Promise<TraceItems> {
    return this.traces.items(me, id, query);
  }

  /** A value told apart by the field its definition names (分组). */
  @Get('indicators/:id/groups')
  @May('work.read')
  groups(@Me() me: Actor, @PathId() id: string, @Query() query: ValueQuery): Promise<IndicatorGroups> {
    return this.grouped.groups(me, id, query);
  }

  /** Values of all indicators for a union and a period: as they are now, or as they were when it was closed. */
  @Get('indicator-values')
  @May('work.read')
  valuesOf(@Me() me: Actor, @Query() query: ValuesQuery): Promise<IndicatorValueList> {
    return this.values.list(me, query);
  }

  /** Try an expression: its value now, or every mistake with its place. */
  @Post('indicator-trials')
  @HttpCode(200)
  @May('indicator.define')
  try(@Me() me: Actor, @Body() body: IndicatorTrialDto): Promise<IndicatorTrial> {
    return this.trials.try(me, body);
  }

  /** The entries, enterprises or tasks that add up to one part of a trial. */
  @Post('indicator-trials/items')
  @HttpCode(200)
  @May('indicator.define')
  triedItems(@Me() me: Actor, @Body() body: IndicatorTrialItemsDto): Promise<TraceItems> {
    return this.trials.items(me, body);
  }

  /** What an expression can be made of (可用数据与函数), ready to be put into it. */
  @Get('indicator-offers')
  @May('indicator.define')
  offers(@Me() me: Actor, @Query() query: IndicatorOffersQuery): Promise<IndicatorOfferList> {
    return this.offered.list(me, query);
  }

  /** Periods that are closed (锁定), and those that were. */
  @Get('indicator-closures')
  @May('work.read')
  closed(@Me() me: Actor, @Query() query: PageQuery): Promise<ClosureList> {
    return this.closures.list(me, query);
  }
}
