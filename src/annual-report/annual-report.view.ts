/** The annual report (年度报告) as it is answered. */
import { ApiProperty } from '@nestjs/swagger';
import { IndicatorDefinitionDto } from '../indicator/definition/indicator.dto';
import type { Qualifier } from '../indicator/definition/definition';
import type { Strength, Way } from '../target/target-definition';
import type { TargetState } from '../target/target-rules';
import type { AnnualReportStatus } from './approval/annual-report.entity';

export class FigureWordsView {
  /** 约, 近, 超过, or nothing. @example "近" */
  qualifier!: string;
  /** null: nothing says it. @example "30万" */
  number!: string | null;
  /** @example "元" */
  unit!: string;
  /** All of it. @example "近30万元" */
  text!: string;
  /** Said to be over (超过) or nearly (近) a number that it is exactly: look at the indicator’s qualifier. @example false */
  exactly!: boolean;
}

export class FigureNowView {
  /** @example "298000" */
  value!: string | null;
  /** @example "近30万元" */
  text!: string;
}

export class AnnualFigureView {
  /** @example "aid.paid" */
  code!: string;
  indicatorId!: string;
  /** @example "发放慰问金" */
  name!: string;
  /** @example "S16" */
  programme!: string;
  /** @example "nearly" */
  qualifier!: Qualifier;
  /** null: missing, which is not zero. @example "300000.00" */
  value!: string | null;
  /** @example "300000" */
  numerator!: string | null;
  /** @example null */
  denominator!: string | null;
  /** As officials write it, in its parts. */
  words!: FigureWordsView;
  /** @example "287500.00" */
  lastYear!: string | null;
  /** @example "近29万元" */
  lastYearText!: string;
  /** Of the indicator, by which the figure was worked out. @example 1 */
  version!: number;
  /** null where the indicator is gone since the report was approved. */
  @ApiProperty({ type: () => IndicatorDefinitionDto, nullable: true }) definition!: IndicatorDefinitionDto | null;
  /** Its source changed after the report was approved. @example false */
  changed!: boolean;
  /** What its source says now, where that differs. */
  @ApiProperty({ type: () => FigureNowView, nullable: true }) now!: FigureNowView | null;
  /** What it is made of (溯源). @example "/api/v1/indicators/0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d/trace?period=2014" */
  trace!: string;
  /** Entries, enterprises or tasks of its first part. @example "/api/v1/indicators/0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d/trace/items?period=2014&part=1" */
  items!: string;
}

export class AnnualTargetView {
  targetId!: string;
  /** @example 1 */
  version!: number;
  /** @example "rate.membership" */
  code!: string;
  /** @example "职工入会率" */
  name!: string;
  /** @example "%" */
  unit!: string;
  /** @example "floor" */
  strength!: Strength;
  /** @example "higher" */
  direction!: Way;
  /** @example "90" */
  value!: string;
  /** @example "不低于90%" */
  text!: string;
  /** @example true */
  easierThanBaseline!: boolean;
  /** @example "97.2" */
  baseline!: string | null;
  /** @example "97.2" */
  now!: string | null;
  /** @example "reached" */
  state!: TargetState;
  /** @example "7.2" */
  distance!: string | null;
}

export class AnnualPartView {
  /** @example "99.3%" */
  text!: string;
  /** The figure it is filled from; null: words of the template. @example "rate.establishment" */
  code!: string | null;
}

export class AnnualParagraphView {
  parts!: AnnualPartView[];
}

export class AnnualSectionView {
  /** @example 2 */
  level!: number;
  /** @example "（二）组织建设" */
  heading!: string;
  paragraphs!: AnnualParagraphView[];
}

export class AnnualReportSubmissionView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** @example 2014 */
  year!: number;
  /** @example "approved" */
  status!: AnnualReportStatus;
  /** @example "3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea" */
  digest!: string;
  /** The officer. @example "陈静" */
  submittedBy!: string;
  /** @example "2015-01-12T02:00:00.000Z" */
  submittedAt!: string;
  /** Another officer. @example "李明" */
  decidedBy!: string | null;
  /** @example "2015-01-13T02:00:00.000Z" */
  decidedAt!: string | null;
  /** Why it was returned, or opened again. @example null */
  reason!: string | null;
  /** @example null */
  reopenedBy!: string | null;
  /** @example null */
  reopenedAt!: string | null;
}

export class AnnualReportSubmissionList {
  /** The latest first. */
  items!: AnnualReportSubmissionView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 1 */
  total!: number;
}

export class AnnualReportView {
  /** @example 2014 */
  year!: number;
  /** @example "示范区总工会" */
  district!: string;
  /** draft: it follows its sources; approved: its figures stand. @example "approved" */
  status!: 'draft' | 'submitted' | 'approved';
  /** The one that was submitted or approved. */
  @ApiProperty({ type: () => AnnualReportSubmissionView, nullable: true })
  submission!: AnnualReportSubmissionView | null;
  /** Of all it says: who approves gives it. @example "3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea" */
  digest!: string;
  /** 0: the standard words. @example 0 */
  templateVersion!: number;
  /** @example "示范区总工会2014年工作报告" */
  title!: string;
  /** In the order in which they are named. */
  figures!: AnnualFigureView[];
  /** How many of them have changed since the report was approved. @example 0 */
  changed!: number;
  targets!: AnnualTargetView[];
  /** Of the year after. */
  nextTargets!: AnnualTargetView[];
  sections!: AnnualSectionView[];
}

export class TemplateSectionView {
  /** @example 1 */
  level!: number;
  /** @example "一、{{year}}年工作回顾" */
  heading!: string;
  /** @example "{{year}}年，{{district}}各项工作取得新的进展。" */
  text!: string;
}

export class AnnualReportTemplateView {
  /** 0: the standard words. @example 1 */
  version!: number;
  /** @example "{{district}}{{year}}年工作报告" */
  title!: string;
  sections!: TemplateSectionView[];
  /** @example "按本年提纲调整" */
  reason!: string;
  /** The officer; null for the standard words. @example "陈静" */
  publishedBy!: string | null;
  /** @example "2026-11-20T02:00:00.000Z" */
  publishedAt!: string | null;
}

export class AnnualReportTemplateList {
  /** The latest first; the standard words are not among them. */
  items!: AnnualReportTemplateView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 1 */
  total!: number;
}
