/** The subdistrict door (街道总工会) for dividing a task by a spreadsheet (任务分解表). */
import { Controller, Get, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Me, forTier } from '../access/declarations';
import { PathId } from '../http/id-param';
import { Upload } from '../http/route-kinds';
import { CascadeSheetService } from '../intake/cascade/cascade-sheet.service';
import { IntakeQuery } from '../intake/intake.dto';
import { incomingSheet, outgoingSheet, sheetAnswer } from '../intake/intake.http';
import type { Actor } from '../kernel/actor';
import { SharesView } from '../work/task.view';

const May = forTier('subdistrict');

@Controller('subdistrict/tasks/:id/shares')
export class SubdistrictShareSheetsController {
  constructor(private readonly sheets: CascadeSheetService) {}

  /** The spreadsheet to divide a task with: a line for each union directly below, limits, notes, instructions. */
  @Get('blank')
  @ApiOkResponse(sheetAnswer)
  @May('work.read')
  async blank(
    @Me() me: Actor,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { name, bytes } = await this.sheets.blank(me, id);
    return outgoingSheet(reply, name, 'xlsx', bytes);
  }

  /** Hand down shares by a spreadsheet: one multipart field `file`; all of it, or what is wrong with which row. */
  @Post('spreadsheet')
  @Upload()
  @May('task.assign')
  async take(
    @Me() me: Actor,
    @PathId() id: string,
    @Query() { dryRun }: IntakeQuery,
    @Req() request: FastifyRequest,
  ): Promise<SharesView> {
    return this.sheets.take(me, id, await incomingSheet(request), dryRun ?? false);
  }
}
