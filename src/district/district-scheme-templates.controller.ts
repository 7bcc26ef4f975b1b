/** The district door (区总工会) for the library of scheme templates (方案模板库). */
import { Body, Controller, Get, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Me, forTier } from '../access/declarations';
import { SchemeFromTemplateDto, SchemeTemplateQuery } from '../assessment/scheme-document.dto';
import { outgoingBlank, workbookAnswer } from '../assessment/scheme-file.http';
import { SchemeImportService } from '../assessment/scheme-import.service';
import { SchemeTemplateReader } from '../assessment/scheme-template.reader';
import { SchemeTemplateList, SchemeTemplateView } from '../assessment/scheme-template.view';
import { SchemeView } from '../assessment/scheme.view';
import type { Actor } from '../kernel/actor';

const May = forTier('district');

@Controller('district/scheme-templates')
export class DistrictSchemeTemplatesController {
  constructor(
    private readonly templates: SchemeTemplateReader,
    private readonly imports: SchemeImportService,
  ) {}

  /** Schemes to begin with, each with where it comes from and where it differs from what was published. */
  @Get()
  @May('work.read')
  list(): SchemeTemplateList {
    return this.templates.list();
  }

  /** The spreadsheet to fill in (空白表, .xlsx): instructions, lists to choose from, lines that show how. */
  @Get('blank/spreadsheet')
  @ApiOkResponse(workbookAnswer)
  @May('work.read')
  blank(@Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return outgoingBlank(reply);
  }

  /** One template with what it says. */
  @Get(':code')
  @May('work.read')
  get(@Param('code') code: string, @Query() { facts }: SchemeTemplateQuery): SchemeTemplateView {
    return this.templates.get(code, facts);
  }

  /** Write a scheme by a template, for a year (从模板新建). */
  @Post(':code/schemes')
  @May('assessment.conduct')
  create(@Me() me: Actor, @Param('code') code: string, @Body() body: SchemeFromTemplateDto): Promise<SchemeView> {
    return this.imports.template(me, code, body);
  }
}
