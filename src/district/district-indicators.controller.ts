/** The district door (区总工会) for indicators (指标定义): make, change from a period on, retire; close periods; the library. */
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { Me, forTier } from '../access/declarations';
import { PathId } from '../http/id-param';
import { IfMatch } from '../http/if-match';
import { PeriodClosureDto, PeriodReopeningDto } from '../indicator/closure/closure.dto';
import { ClosureService } from '../indicator/closure/closure.service';
import { ClosureView } from '../indicator/closure/closure.view';
import {
  IndicatorChangeDto,
  IndicatorDto,
  IndicatorReasonDto,
  IndicatorsQuery,
  IndicatorTemplateDto,
} from '../indicator/definition/indicator.dto';
import { IndicatorReader } from '../indicator/definition/indicator.reader';
import { IndicatorService } from '../indicator/definition/indicator.service';
import { IndicatorDetail, IndicatorList } from '../indicator/definition/indicator.view';
import { IndicatorTemplateReader } from '../indicator/templates/indicator-template.reader';
import { IndicatorTemplateList } from '../indicator/templates/indicator-template.view';
import type { Actor } from '../kernel/actor';

const May = forTier('district');

@Controller('district')
export class DistrictIndicatorsController {
  constructor(
    private readonly reader: IndicatorReader,
    private readonly indicators: IndicatorService,
    private readonly templates: IndicatorTemplateReader,
    private readonly closures: ClosureService,
  ) {}

  /** The indicators of your district, those retired among them. */
  @Get('indicators')
  @May('work.read')
  list(@Me() me: Actor, @Query() query: IndicatorsQuery): Promise<IndicatorList> {
    return this.reader.list(me, { ...query, retired: true });
  }

  /** Make an indicator; its first version is published with it. */
  @Post('indicators')
  @May('indicator.define')
  create(@Me() me: Actor, @Body() body: IndicatorDto): Promise<IndicatorDetail> {
    return this.indicators.create(me, body);
  }

  /** One with its definition. */
  @Get('indicators/:id')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string): Promise<IndicatorDetail> {
    return this.reader.one(me, id);
  }

  /** Change it from a period on; periods before it and closed ones stay as they are. */
  @Put('indicators/:id')
  @May('indicator.define')
  change(
    @Me() me: Actor,
    @PathId() id: string,
    @IfMatch() seen: number,
    @Body() body: IndicatorChangeDto,
  ): Promise<IndicatorDetail> {
    return this.indicators.change(me, id, seen, body);
  }

  /** Retire it (停用): it is no longer worked out, what it said stands. */
  @Post('indicators/:id/retirement')
  @May('indicator.define')
  retire(@Me() me: Actor, @PathId() id: string, @Body() { reason }: IndicatorReasonDto): Promise<IndicatorDetail> {
    return this.indicators.retire(me, id, reason);
  }

  /** Take it up again (恢复使用). */
  @Delete('indicators/:id/retirement')
  @HttpCode(204)
  @May('indicator.define')
  async resume(@Me() me: Actor, @PathId() id: string): Promise<void> {
    await this.indicators.resume(me, id, '恢复使用');
  }

  /** Ready indicators for every figure of the annual report. */
  @Get('indicator-templates')
  @May('work.read')
  library(@Me() me: Actor): Promise<IndicatorTemplateList> {
    return this.templates.list(me);
  }

  /** Take one with the ready ledgers it reads; to change it first, make an indicator with its definition. */
  @Post('indicator-templates/:template/indicators')
  @May('indicator.define')
  take(
    @Me() me: Actor,
    @Param('template') code: string,
    @Body() { holdsFrom }: IndicatorTemplateDto,
  ): Promise<IndicatorDetail> {
    return this.templates.take(me, code, holdsFrom);
  }

  /** Close a period that is over (锁定): its values stand from now on. */
  @Post('indicator-closures')
  @May('indicator.close')
  close(@Me() me: Actor, @Body() body: PeriodClosureDto): Promise<ClosureView> {
    return this.closures.close(me, body);
  }

  /** Open it again (重新开放) with a reason: its values follow their sources again. */
  @Post('indicator-closures/:id/reopening')
  @May('indicator.close')
  reopen(@Me() me: Actor, @PathId() id: string, @Body() { reason }: PeriodReopeningDto): Promise<ClosureView> {
    return this.closures.reopen(me, id, reason);
  }
}
