/** A submission with what it says otherwise than the one before (报告差异) as it is answered. */
import { AnnualReportSubmissionView } from '../annual-report.view';
import { LineChangeView } from '../template/template.view';

export class FigureChangeView {
  /** @example "aid.paid" */
  code!: string;
  /** @example "发放慰问金" */
  name!: string;
  /** As it was written, with its value; null: it was not there. @example "近30万元（297000.50）" */
  before!: string | null;
  /** null: it is not there any more. @example "近31万元（300100.50）" */
  after!: string | null;
}

export class AnnualReportSubmissionDetail extends AnnualReportSubmissionView {
  /** The submission of the same year it is held against; null: there was none, or what either said was not kept. @example null */
  against!: string | null;
  figures!: FigureChangeView[];
  /** Lines that went and lines that came. */
  lines!: LineChangeView[];
}
