/** What is taken in for the annual report (年度报告). */
import { ApiProperty } from '@nestjs/swagger';
import { Maybe, Text, WholeNumber } from '../http/fields';
import { ListOf } from '../http/list-fields';
import { PageQuery } from '../http/page.dto';

export class AnnualReportQuery {
  /** This year when left out. @example 2026 */
  @Maybe() @WholeNumber({ min: 1949, max: 2199 }) year?: number;
}

export class AnnualReportSubmissionDto {
  /** @example 2026 */
  @WholeNumber({ min: 1949, max: 2199 }) year!: number;
}

export class AnnualReportApprovalDto {
  /** Of the report as you read it. @example "3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea" */
  @Text({ min: 64, max: 64 }) digest!: string;
}

export class AnnualReportReasonDto {
  /** @example "培训人次与台账不符，请核对" */
  @Text({ max: 500 }) reason!: string;
}

export class AnnualReportSubmissionsQuery extends PageQuery {
  /** Of one year; of all when left out. @example 2026 */
  @Maybe() @WholeNumber({ min: 1949, max: 2199 }) year?: number;
}

export class TemplateFiguresQuery extends PageQuery {
  /** The year whose values stand beside them; this year when left out. @example 2026 */
  @Maybe() @WholeNumber({ min: 1949, max: 2199 }) year?: number;
  /** Part of the code or the name. @example "慰问" */
  @Maybe() @Text({ max: 100 }) q?: string;
}

export class TemplateSectionDto {
  /** 1: 一、; 2: （一）. */
  @WholeNumber({ min: 1, max: 2 }) @ApiProperty({ example: 1 }) level!: number;
  /** @example "一、{{year}}年工作回顾" */
  @Text({ max: 100 }) heading!: string;
  /** Each line is a paragraph; no digits: figures are `{{code}}`, {{year}}, {{lastYear}}, {{nextYear}}, {{district}}. @example "{{year}}年，{{district}}各项工作取得新的进展。" */
  @Text({ min: 0, max: 8000, multiline: true }) text!: string;
}

export class AnnualReportTemplateDto {
  /** @example "{{district}}{{year}}年工作报告" */
  @Text({ max: 100 }) title!: string;
  @ListOf(() => TemplateSectionDto, { min: 1, max: 60 }) sections!: TemplateSectionDto[];
  /** @example "按本年提纲调整" */
  @Text({ max: 500 }) reason!: string;
}

export class TrialSectionDto {
  /** 1: 一、; 2: （一）. */
  @WholeNumber({ min: 1, max: 2 }) @ApiProperty({ example: 1 }) level!: number;
  /** @example "一、{{year}}年工作回顾" */
  @Text({ min: 0, max: 100 }) heading!: string;
  /** @example "{{year}}年，{{district}}各项工作取得新的进展。" */
  @Text({ min: 0, max: 8000, multiline: true }) text!: string;
}

/** As it is being written: a heading may still be empty. */
export class AnnualReportTrialDto {
  /** The year whose figures are put in; this year when left out. @example 2026 */
  @Maybe() @WholeNumber({ min: 1949, max: 2199 }) year?: number;
  /** @example "{{district}}{{year}}年工作报告" */
  @Text({ min: 0, max: 100 }) title!: string;
  @ListOf(() => TrialSectionDto, { max: 60 }) sections!: TrialSectionDto[];
}
