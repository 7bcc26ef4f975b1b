/** The room of the annual report (年度报告): its words, its figures, its approval, and the document. */
import { Module } from '@nestjs/common';
import { AnnualReportReader } from './annual-report.reader';
import { ApprovalService } from './approval/approval.service';
import { DocumentService } from './document/document.service';
import { TemplateService } from './template/template.service';
import { TemplateTrialReader } from './template/template-trial.reader';

@Module({
  providers: [AnnualReportReader, TemplateService, TemplateTrialReader, ApprovalService, DocumentService],
  exports: [AnnualReportReader, TemplateService, TemplateTrialReader, ApprovalService, DocumentService],
})
export class AnnualReportModule {}
