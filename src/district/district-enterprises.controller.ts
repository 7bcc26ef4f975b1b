/** The district door (区总工会) for the enterprise register (企业库): look up, register, change, count, move, close, export. */
import { Body, Controller, Get, Patch, Post, Put, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Me, forTier } from '../access/declarations';
import { enterpriseRows, enterpriseSheet } from '../enterprise/enterprise-sheet';
import {
  DerivedQuery,
  EnterpriseChangeDto,
  EnterpriseClosureDto,
  EnterpriseExportQuery,
  EnterprisePlacementDto,
  EnterpriseQuery,
  HeadcountDto,
  NewEnterpriseDto,
  RatesQuery,
} from '../enterprise/enterprise.dto';
import { EnterpriseReader } from '../enterprise/enterprise.reader';
import { EnterpriseService } from '../enterprise/enterprise.service';
import { DerivedCounts, EnterpriseHistory, EnterpriseList, EnterpriseView } from '../enterprise/enterprise.view';
import { RatesReader } from '../enterprise/rates.reader';
import { EnterpriseRates } from '../enterprise/rates.view';
import { PathId } from '../http/id-param';
import { IfMatch } from '../http/if-match';
import { Stream } from '../http/route-kinds';
import { outgoingSheet, sheetAnswer } from '../intake/intake.http';
import { sheetStream } from '../intake/sheet-out';
import type { Actor } from '../kernel/actor';

const May = forTier('district');

@Controller('district/enterprises')
export class DistrictEnterprisesController {
  constructor(
    private readonly enterprises: EnterpriseService,
    private readonly reader: EnterpriseReader,
    private readonly rates: RatesReader,
  ) {}

  /** Enterprises (企业) within reach: sought, filtered, sorted. */
  @Get()
  @May('work.read')
  list(@Me() me: Actor, @Query() query: EnterpriseQuery): Promise<EnterpriseList> {
    return this.reader.list(me, query);
  }

  /** Rates over the register (组建率、入会率), gross and verified, Σ/Σ, as of a day, with the unions directly below. */
  @Get('rates')
  @May('work.read')
  showRates(@Me() me: Actor, @Query() query: RatesQuery): Promise<EnterpriseRates> {
    return this.rates.read(me, query);
  }

  /** How long the lists are that want looking after: no union, workers who are no members, committees, terms; now or as of a day. */
  @Get('derived-lists')
  @May('work.read')
  derived(@Me() me: Actor, @Query() query: DerivedQuery): Promise<DerivedCounts> {
    return this.reader.derived(me, query);
  }

  /** What a list holds as a spreadsheet (导出), all of it. */
  @Get('spreadsheet')
  @Stream()
  @ApiOkResponse(sheetAnswer)
  @May('work.read')
  export(
    @Me() me: Actor,
    @Query() { format = 'xlsx', ...filter }: EnterpriseExportQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): StreamableFile {
    const rows = enterpriseRows(this.reader.all(me, filter));
    return outgoingSheet(reply, '企业库', format, sheetStream(format, '企业', enterpriseSheet, rows));
  }

  /** Register an enterprise (登记). */
  @Post()
  @May('enterprise.write')
  register(@Me() me: Actor, @Body() body: NewEnterpriseDto): Promise<EnterpriseView> {
    return this.enterprises.register(me, body);
  }

  /** One enterprise. */
  @Get(':id')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string): Promise<EnterpriseView> {
    return this.reader.get(me, id);
  }

  /** What it was before (变更记录): changes, places, headcounts. */
  @Get(':id/history')
  @May('work.read')
  history(@Me() me: Actor, @PathId() id: string): Promise<EnterpriseHistory> {
    return this.reader.history(me, id);
  }

  /** Change what is known of it; what is left out stays. */
  @Patch(':id')
  @May('enterprise.write')
  change(
    @Me() me: Actor,
    @PathId() id: string,
    @IfMatch() version: number,
    @Body() body: EnterpriseChangeDto,
  ): Promise<EnterpriseView> {
    return this.enterprises.change(me, id, version, body);
  }

  /** Workers and members as counted on a day (人数). */
  @Put(':id/headcount')
  @May('enterprise.write')
  count(
    @Me() me: Actor,
    @PathId() id: string,
    @IfMatch() version: number,
    @Body() body: HeadcountDto,
  ): Promise<EnterpriseView> {
    return this.enterprises.count(me, id, version, body);
  }

  /** Move it under another union from a day on (划转); what happened before stays with the old one. */
  @Put(':id/placement')
  @May('enterprise.write')
  move(
    @Me() me: Actor,
    @PathId() id: string,
    @IfMatch() version: number,
    @Body() body: EnterprisePlacementDto,
  ): Promise<EnterpriseView> {
    return this.enterprises.move(me, id, version, body);
  }

  /** Close it from a day on (注销). */
  @Put(':id/closure')
  @May('enterprise.write')
  close(
    @Me() me: Actor,
    @PathId() id: string,
    @IfMatch() version: number,
    @Body() body: EnterpriseClosureDto,
  ): Promise<EnterpriseView> {
    return this.enterprises.close(me, id, version, body);
  }
}
