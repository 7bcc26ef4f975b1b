/** Periods of a form (报告期) for every tier: their days, who reported, what it adds up to; a return or an exception begins here. */
import { Body, Controller, Get, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { May, Me } from '../access/declarations';
import { PathId } from '../http/id-param';
import { PageQuery } from '../http/page.dto';
import { Stream } from '../http/route-kinds';
import { outgoingSheet, sheetAnswer } from '../intake/intake.http';
import type { Actor } from '../kernel/actor';
import { FormExceptionDto } from './exception/exception.dto';
import { FormExceptionService } from './exception/exception.service';
import { FormExceptionView } from './exception/exception.view';
import { FormExportService } from './export/form-export.service';
import { PathPeriod } from './period/period.http';
import { FormPeriodsReader } from './period/periods.reader';
import { FormReturnDto } from './return/return.dto';
import { FormReturnReader } from './return/return.reader';
import { FormReturnService } from './return/return.service';
import { FormReturnDetail, FormReturnList } from './return/return.view';
import { FormExportQuery, FormScopeQuery, FormStandingQuery } from './standing/standing.dto';
import { FormStandingReader } from './standing/standing.reader';
import {
  FormPeriodCounts,
  FormPeriodDetail,
  FormPeriodList,
  FormStandingList,
  FormTotals,
} from './standing/standing.view';
import { FormTotalsReader } from './standing/totals.reader';

@Controller('forms/:id')
export class FormPeriodsController {
  constructor(
    private readonly periods: FormPeriodsReader,
    private readonly standings: FormStandingReader,
    private readonly sums: FormTotalsReader,
    private readonly returns: FormReturnService,
    private readonly reader: FormReturnReader,
    private readonly exceptions: FormExceptionService,
    private readonly exports: FormExportService,
  ) {}

  /** The periods up to that of today, the latest first. */
  @Get('periods')
  @May('work.read')
  list(@Me() me: Actor, @PathId() id: string, @Query() query: PageQuery): Promise<FormPeriodList> {
    return this.periods.list(me, id, query);
  }

  /** A period with its days, and how your union stands with it. */
  @Get('periods/:period')
  @May('work.read')
  period(@Me() me: Actor, @PathId() id: string, @PathPeriod() period: string): Promise<FormPeriodDetail> {
    return this.standings.period(me, id, period);
  }

  /** Expected = on time + late + missing + exempted (应报=按时+逾期+未报+免报), of a union and of each directly below it. */
  @Get('periods/:period/counts')
  @May('work.read')
  counts(
    @Me() me: Actor,
    @PathId() id: string,
    @PathPeriod() period: string,
    @Query() { unionId }: FormScopeQuery,
  ): Promise<FormPeriodCounts> {
    return this.standings.counts(me, id, period, unionId);
  }

  /** The unions that owe it, one by one. */
  @Get('periods/:period/unions')
  @May('work.read')
  unions(
    @Me() me: Actor,
    @PathId() id: string,
    @PathPeriod() period: string,
    @Query() query: FormStandingQuery,
  ): Promise<FormStandingList> {
    return this.standings.list(me, id, period, query);
  }

  /** Σ of accepted returns at each level (汇总), with what is missing beside the sums. */
  @Get('periods/:period/totals')
  @May('work.read')
  totals(
    @Me() me: Actor,
    @PathId() id: string,
    @PathPeriod() period: string,
    @Query() { unionId }: FormScopeQuery,
  ): Promise<FormTotals> {
    return this.sums.totals(me, id, period, unionId);
  }

  /** The returns of a period as a spreadsheet (导出), a line a union, with the total; streamed, and in the audit trail. */
  @Get('periods/:period/export')
  @Stream()
  @ApiOkResponse(sheetAnswer)
  @May('work.read')
  async export(
    @Me() me: Actor,
    @PathId() id: string,
    @PathPeriod() period: string,
    @Query() query: FormExportQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { name, format, bytes } = await this.exports.export(me, id, period, query);
    return outgoingSheet(reply, name, format, bytes);
  }

  /** Begin the return of your union: a draft that nobody else sees. */
  @Post('periods/:period/returns')
  @May('form.write')
  begin(
    @Me() me: Actor,
    @PathId() id: string,
    @PathPeriod() period: string,
    @Body() body: FormReturnDto,
  ): Promise<FormReturnDetail> {
    return this.returns.begin(me, id, period, body);
  }

  /** Propose that a union is exempted (免报), or may report although it is locked (补报); somebody else decides. */
  @Post('periods/:period/exceptions')
  @May('form.write')
  propose(
    @Me() me: Actor,
    @PathId() id: string,
    @PathPeriod() period: string,
    @Body() body: FormExceptionDto,
  ): Promise<FormExceptionView> {
    return this.exceptions.propose(me, id, period, body);
  }

  /** The returns of your own union, the latest period first. */
  @Get('returns')
  @May('work.read')
  own(@Me() me: Actor, @PathId() id: string, @Query() query: PageQuery): Promise<FormReturnList> {
    return this.reader.own(me, id, query);
  }
}
