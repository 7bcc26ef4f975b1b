/** The district door (区总工会) for schemes as documents: versions, copies, export and import. */
import { Body, Controller, Get, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Me, forTier } from '../access/declarations';
import { DryRunQuery, SchemeCopyDto, SchemeDocumentDto, SchemeVersionQuery } from '../assessment/scheme-document.dto';
import {
  asTried,
  incomingSpreadsheet,
  outgoingDocument,
  outgoingWorkbook,
  workbookAnswer,
} from '../assessment/scheme-file.http';
import { SchemeImportService } from '../assessment/scheme-import.service';
import { SchemeService } from '../assessment/scheme.service';
import { SchemeTrialView } from '../assessment/scheme-trial.view';
import { SchemeVersionReader } from '../assessment/scheme-version.reader';
import { SchemeVersionList, SchemeVersionView } from '../assessment/scheme-version.view';
import { SchemeView } from '../assessment/scheme.view';
import { PathId } from '../http/id-param';
import { PageQuery } from '../http/page.dto';
import { Upload } from '../http/route-kinds';
import { PathVersion } from '../http/version-param';
import type { Actor } from '../kernel/actor';

const May = forTier('district');

@Controller('district/schemes')
export class DistrictSchemeDocumentsController {
  constructor(
    private readonly schemes: SchemeService,
    private readonly versions: SchemeVersionReader,
    private readonly imports: SchemeImportService,
  ) {}

  /** Every saved state of a scheme (方案版本), the latest first. */
  @Get(':id/versions')
  @May('work.read')
  listVersions(@Me() me: Actor, @PathId() id: string, @Query() query: PageQuery): Promise<SchemeVersionList> {
    return this.versions.list(me, id, query);
  }

  /** One version of a scheme, and in words what changed since the one before. */
  @Get(':id/versions/:version')
  @May('work.read')
  version(
    @Me() me: Actor,
    @PathId() id: string,
    @PathVersion() version: number,
    @Query() { against }: SchemeVersionQuery,
  ): Promise<SchemeVersionView> {
    return this.versions.get(me, id, version, against);
  }

  /** Copy a scheme for another year (复制上一年); the year in its title goes along. */
  @Post(':id/copies')
  @May('assessment.conduct')
  copy(@Me() me: Actor, @PathId() id: string, @Body() body: SchemeCopyDto): Promise<SchemeView> {
    return this.schemes.copy(me, id, body);
  }

  /** A scheme as one JSON document (导出), as an attachment. */
  @Get(':id/document')
  @May('work.read')
  async document(
    @Me() me: Actor,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SchemeDocumentDto> {
    return outgoingDocument(reply, await this.schemes.get(me, id));
  }

  /** A scheme as a spreadsheet (电子表格, .xlsx) that can be filled in and taken in again. */
  @Get(':id/spreadsheet')
  @ApiOkResponse(workbookAnswer)
  @May('work.read')
  async spreadsheet(
    @Me() me: Actor,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return outgoingWorkbook(reply, await this.schemes.get(me, id));
  }

  /** Take a JSON document in as a new scheme (导入). A dry run answers 200 with all that is wrong. */
  @Post('imports')
  @ApiCreatedResponse({ type: SchemeView })
  @ApiOkResponse({ type: SchemeTrialView })
  @May('assessment.conduct')
  import(
    @Me() me: Actor,
    @Body() body: SchemeDocumentDto,
    @Query() { dryRun = false }: DryRunQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SchemeView | SchemeTrialView> {
    return this.imports.document(me, body, asTried(reply, dryRun));
  }

  /** Take a filled-in spreadsheet in as a new scheme: one multipart field `file`. A dry run answers 200 with all that is wrong. */
  @Post('spreadsheets')
  @Upload()
  @ApiCreatedResponse({ type: SchemeView })
  @ApiOkResponse({ type: SchemeTrialView })
  @May('assessment.conduct')
  async importSpreadsheet(
    @Me() me: Actor,
    @Req() request: FastifyRequest,
    @Query() { dryRun = false }: DryRunQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SchemeView | SchemeTrialView> {
    return this.imports.spreadsheet(me, await incomingSpreadsheet(request), asTried(reply, dryRun));
  }
}
