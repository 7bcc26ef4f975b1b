/** Words that are being written (报告模板编写) as they are answered. */
import { AnnualSectionView } from '../annual-report.view';

export class TemplateFigureView {
  /** @example "aid.paid" */
  code!: string;
  /** @example "发放慰问金" */
  name!: string;
  /** @example "S16" */
  programme!: string;
  /** @example "元" */
  unit!: string;
  /** null: missing. @example "297000.50" */
  value!: string | null;
  /** As officials write it. @example "近30万元" */
  text!: string;
  /** Said to be over (超过) or nearly (近) a number that it is exactly. @example false */
  exactly!: boolean;
}

export class TemplateFigureList {
  /** By programme and code. */
  items!: TemplateFigureView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 38 */
  total!: number;
}

export class TemplateFaultView {
  /** @example "sections[0].text" */
  field!: string;
  /** @example "annualReport.unknownFigure" */
  code!: string;
  /** @example "没有代码为“aid.visits”的年度指标。" */
  zh!: string;
  /** @example "There is no indicator “aid.visits” with values for years." */
  en!: string;
  /** In the field, from 1. @example 1 */
  line!: number;
  /** From 1. @example 3 */
  column!: number;
}

export class LineChangeView {
  /** @example "added" */
  kind!: 'added' | 'removed';
  /** @example "慰问困难职工{{aid.visits}}。" */
  text!: string;
}

export class AnnualReportTrialView {
  /** @example 2026 */
  year!: number;
  /** @example "示范区总工会2026年工作报告" */
  title!: string;
  sections!: AnnualSectionView[];
  /** In the order in which they are named. */
  figures!: TemplateFigureView[];
  /** Everything that is wrong, by place. */
  faults!: TemplateFaultView[];
  /** Against the standard words: lines that went and lines that came. */
  differences!: LineChangeView[];
}
