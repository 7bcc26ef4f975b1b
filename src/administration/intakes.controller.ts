/** Intakes of spreadsheets (表格导入): hand one in, see how far it is and what is wrong, stop it. */
import { Controller, Delete, Get, Headers, HttpCode, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ActingRequest, AlsoScope, May, Me } from '../access/declarations';
import { enterpriseTaker } from '../enterprise/enterprise-taker';
import { FormIntakeService } from '../form/intake/form-intake.service';
import { PathPeriod } from '../form/period/period.http';
import { PathId } from '../http/id-param';
import { languageOf } from '../http/language';
import { PageQuery } from '../http/page.dto';
import { Upload } from '../http/route-kinds';
import { DatedIntakeQuery, FormIntakeQuery, IntakesQuery, LedgerIntakeQuery } from '../intake/intake.dto';
import { valueColumns } from '../indicator/external/value-cells';
import { mayStop, outgoingBlank, outgoingFaults, outgoingSheet, sheetAnswer } from '../intake/intake.http';
import { IntakeReader } from '../intake/intake.reader';
import { IntakeService } from '../intake/intake.service';
import { scopeOfKind } from '../intake/kind-scope';
import { IntakeFaultList, IntakeList, IntakeView } from '../intake/intake.view';
import type { Actor } from '../kernel/actor';
import { LedgerIntakeService } from '../ledger/intake/ledger-intake.service';
import { incomingFile } from '../work/attachment.http';

@Controller('intakes')
export class IntakesController {
  constructor(
    private readonly intakes: IntakeService,
    private readonly reader: IntakeReader,
    private readonly ledgers: LedgerIntakeService,
    private readonly forms: FormIntakeService,
  ) {}

  /** The intakes of your union, the latest first. */
  @Get()
  @May('work.read')
  list(@Me() me: Actor, @Query() query: IntakesQuery): Promise<IntakeList> {
    return this.reader.list(me, query);
  }

  /** The blank spreadsheet for enterprises (企业导入空白表). */
  @Get('enterprises/blank')
  @ApiOkResponse(sheetAnswer)
  @May('work.read')
  blank(@Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return outgoingBlank(reply, '企业', enterpriseTaker.columns);
  }

  /** Hand in a spreadsheet of enterprises (企业导入): one multipart field `file`, XLSX or CSV; it is taken in by and by. */
  @Post('enterprises')
  @Upload()
  @May('enterprise.write')
  @AlsoScope(scopeOfKind.enterprise)
  async enterprises(
    @Me() me: Actor,
    @Req() request: FastifyRequest,
    @Query() { dryRun = false, only, ...settings }: DatedIntakeQuery,
  ): Promise<IntakeView> {
    return this.intakes.ask(me, enterpriseTaker, await incomingFile(request), {
      dryRun,
      only,
      settings: { ...settings },
    });
  }

  /** The blank spreadsheet for values of indicators that come from outside (外部指标数值导入空白表), to be sent as an import. */
  @Get('indicator-values/blank')
  @ApiOkResponse(sheetAnswer)
  @May('work.read')
  valueBlank(@Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return outgoingBlank(reply, '指标数值', valueColumns);
  }

  /** The blank spreadsheet of a ledger (台账导入空白表), with its lists of choices, limits and notes. */
  @Get('ledgers/:id/blank')
  @ApiOkResponse(sheetAnswer)
  @May('work.read')
  async ledgerBlank(
    @Me() me: Actor,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { name, columns } = await this.ledgers.blank(me, id);
    return outgoingBlank(reply, name, columns);
  }

  /** Hand in a spreadsheet of a ledger's entries (台账导入): one multipart field `file`, XLSX or CSV; it is taken in by and by. */
  @Post('ledgers/:id/entries')
  @Upload()
  @May('ledger.write')
  @AlsoScope(scopeOfKind.ledger)
  async entries(
    @Me() me: Actor,
    @PathId() id: string,
    @Req() request: FastifyRequest,
    @Query() { dryRun = false, submit = false, only }: LedgerIntakeQuery,
  ): Promise<IntakeView> {
    return this.ledgers.ask(me, id, await incomingFile(request), { dryRun, submit, only });
  }

  /** The spreadsheet of a form and period for your union (报表填报表): what stands already, limits, notes, instructions. */
  @Get('forms/:id/periods/:period/blank')
  @ApiOkResponse(sheetAnswer)
  @May('work.read')
  async formBlank(
    @Me() me: Actor,
    @PathId() id: string,
    @PathPeriod() period: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { name, bytes } = await this.forms.blank(me, id, period);
    return outgoingSheet(reply, name, 'xlsx', bytes);
  }

  /** Hand in your union's return as a spreadsheet (报表导入): one multipart field `file`; all of it is taken, or nothing. */
  @Post('forms/:id/periods/:period/returns')
  @Upload()
  @May('form.write')
  @AlsoScope(scopeOfKind.form)
  async formReturn(
    @Me() me: Actor,
    @PathId() id: string,
    @PathPeriod() period: string,
    @Req() request: FastifyRequest,
    @Query() { dryRun = false, submit = false }: FormIntakeQuery,
  ): Promise<IntakeView> {
    return this.forms.ask(me, { formId: id, period }, await incomingFile(request), { dryRun, submit });
  }

  /** How far an intake is, or how it ended. */
  @Get(':id')
  @May('work.read')
  get(@Me() me: Actor, @PathId() id: string): Promise<IntakeView> {
    return this.reader.get(me, id);
  }

  /** What is wrong, row by row; the first thousand faults are kept. */
  @Get(':id/faults')
  @May('work.read')
  faults(
    @Me() me: Actor,
    @PathId() id: string,
    @Query() query: PageQuery,
    @Headers('accept-language') language?: string,
  ): Promise<IntakeFaultList> {
    return this.reader.faults(me, id, query, languageOf(language));
  }

  /** The same as a spreadsheet. */
  @Get(':id/faults/spreadsheet')
  @ApiOkResponse(sheetAnswer)
  @May('work.read')
  async faultSheet(
    @Me() me: Actor,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') language?: string,
  ): Promise<StreamableFile> {
    return outgoingFaults(reply, await this.reader.allFaults(me, id, languageOf(language)));
  }

  /** Stop an intake after the rows it has in hand; what is taken stays. A key needs the scope of what is written. */
  @Delete(':id')
  @HttpCode(204)
  @May('enterprise.write')
  async stop(
    @Me() me: Actor,
    @PathId() id: string,
    @Req() request: ActingRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await mayStop(this.reader, me, id, { request, reply });
    return this.intakes.stop(me, id);
  }
}
