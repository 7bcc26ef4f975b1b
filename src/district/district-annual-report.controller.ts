/** The district door (区总工会) for the annual report (年度报告): read it, its words, submit and approve it, the document. */
import { Body, Controller, Get, HttpCode, Post, Put, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Me, forTier } from '../access/declarations';
import {
  AnnualReportApprovalDto,
  AnnualReportQuery,
  AnnualReportReasonDto,
  AnnualReportSubmissionDto,
  AnnualReportSubmissionsQuery,
  AnnualReportTemplateDto,
  AnnualReportTrialDto,
  TemplateFiguresQuery,
} from '../annual-report/annual-report.dto';
import { AnnualReportReader } from '../annual-report/annual-report.reader';
import {
  AnnualReportSubmissionList,
  AnnualReportSubmissionView,
  AnnualReportTemplateList,
  AnnualReportTemplateView,
  AnnualReportView,
} from '../annual-report/annual-report.view';
import { AnnualReportSubmissionDetail } from '../annual-report/approval/submission.view';
import { ApprovalService } from '../annual-report/approval/approval.service';
import { documentAnswer, outgoingDocument } from '../annual-report/document/document.http';
import { DocumentService } from '../annual-report/document/document.service';
import { TemplateService } from '../annual-report/template/template.service';
import { TemplateTrialReader } from '../annual-report/template/template-trial.reader';
import { AnnualReportTrialView, TemplateFigureList } from '../annual-report/template/template.view';
import { PathId } from '../http/id-param';
import { IfMatch } from '../http/if-match';
import { PageQuery } from '../http/page.dto';
import type { Actor } from '../kernel/actor';

const May = forTier('district');

@Controller('district')
export class DistrictAnnualReportController {
  constructor(
    private readonly reader: AnnualReportReader,
    private readonly templates: TemplateService,
    private readonly trials: TemplateTrialReader,
    private readonly approvals: ApprovalService,
    private readonly documents: DocumentService,
  ) {}

  /** Every figure with its words, its definition, last year's value and its trace; targets reached and missed. */
  @Get('annual-report')
  @May('work.read')
  read(@Me() me: Actor, @Query() { year }: AnnualReportQuery): Promise<AnnualReportView> {
    return this.reader.read(me, year);
  }

  /** The report as a Word document (.docx) in the layout of official documents. */
  @Get('annual-report/document')
  @ApiOkResponse(documentAnswer)
  @May('work.read')
  async document(
    @Me() me: Actor,
    @Query() { year }: AnnualReportQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return outgoingDocument(reply, await this.documents.make(me, year));
  }

  /** The words around the figures; the standard ones until you publish your own. */
  @Get('annual-report-template')
  @May('work.read')
  template(@Me() me: Actor): Promise<AnnualReportTemplateView> {
    return this.templates.current(me);
  }

  /** Publish other words. A place that names no indicator, a typed digit and logic are refused with where they stand. */
  @Put('annual-report-template')
  @May('annualReport.write')
  publish(
    @Me() me: Actor,
    @IfMatch() seen: number,
    @Body() body: AnnualReportTemplateDto,
  ): Promise<AnnualReportTemplateView> {
    return this.templates.publish(me, seen, body);
  }

  /** The standard words, without what your district has no figures for. */
  @Get('annual-report-template/standard')
  @May('work.read')
  standard(@Me() me: Actor): Promise<AnnualReportTemplateView> {
    return this.trials.standard(me);
  }

  /** Figures that can be put into the words, with how they read; sought by code or name. */
  @Get('annual-report-template/figures')
  @May('work.read')
  figures(@Me() me: Actor, @Query() query: TemplateFiguresQuery): Promise<TemplateFigureList> {
    return this.trials.figures(me, query);
  }

  /** Try words without a trace: how they read with the year's figures, what is wrong in them, what differs from the standard ones. */
  @Post('annual-report-template/trials')
  @HttpCode(200)
  @May('work.read')
  try(@Me() me: Actor, @Body() { year, ...template }: AnnualReportTrialDto): Promise<AnnualReportTrialView> {
    return this.trials.try(me, template, year);
  }

  /** All versions of the words, the latest first. */
  @Get('annual-report-template/versions')
  @May('work.read')
  versions(@Me() me: Actor, @Query() query: PageQuery): Promise<AnnualReportTemplateList> {
    return this.templates.list(me, query);
  }

  /** Reports that were submitted, approved, returned or opened again, the latest first. */
  @Get('annual-report-submissions')
  @May('work.read')
  submissions(@Me() me: Actor, @Query() query: AnnualReportSubmissionsQuery): Promise<AnnualReportSubmissionList> {
    return this.approvals.list(me, query);
  }

  /** One of them, and what it says otherwise than the one of its year before. */
  @Get('annual-report-submissions/:id')
  @May('work.read')
  submission(@Me() me: Actor, @PathId() id: string): Promise<AnnualReportSubmissionDetail> {
    return this.approvals.get(me, id);
  }

  /** Submit the report of a year for approval. */
  @Post('annual-report-submissions')
  @May('annualReport.write')
  submit(@Me() me: Actor, @Body() { year }: AnnualReportSubmissionDto): Promise<AnnualReportSubmissionView> {
    return this.approvals.submit(me, year);
  }

  /** Approve what you read (by its digest), as another person: its figures stand from now on. */
  @Post('annual-report-submissions/:id/approval')
  @May('annualReport.approve')
  approve(
    @Me() me: Actor,
    @PathId() id: string,
    @Body() { digest }: AnnualReportApprovalDto,
  ): Promise<AnnualReportSubmissionView> {
    return this.approvals.approve(me, id, digest);
  }

  /** Return it with a reason (退回). */
  @Post('annual-report-submissions/:id/return')
  @May('annualReport.approve')
  return(
    @Me() me: Actor,
    @PathId() id: string,
    @Body() { reason }: AnnualReportReasonDto,
  ): Promise<AnnualReportSubmissionView> {
    return this.approvals.return(me, id, reason);
  }

  /** Open an approved report again with a reason (重新开放); what was approved is kept. */
  @Post('annual-report-submissions/:id/reopening')
  @May('annualReport.approve')
  reopen(
    @Me() me: Actor,
    @PathId() id: string,
    @Body() { reason }: AnnualReportReasonDto,
  ): Promise<AnnualReportSubmissionView> {
    return this.approvals.reopen(me, id, reason);
  }
}
