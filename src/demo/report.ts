/** The annual report (年度工作报告) that the demo is made from: its district, figures, targets and programmes. */
import report from './report-2014.json';

export interface Figure {
  readonly code: string;
  readonly zh: string;
  /** stock: the state at the end of the year; flow: what happened during it. */
  readonly kind: 'flow' | 'stock';
  readonly value: number;
  readonly unit: string;
  readonly qualifier: string;
}

export interface Goal {
  readonly code: string;
  readonly zh: string;
  readonly target: number;
  readonly unit: string;
  readonly strength: 'floor' | 'aim';
}

interface Written {
  readonly code: string;
  readonly kind: string;
  readonly value?: number;
  readonly unit?: string;
}

export const districtName = report.district.name;
export const reportYear = report.district.year;
export const subdistricts: readonly { name: string; communities: readonly string[] }[] = report.subdistricts;
export const programmes: readonly { code: string; zh: string }[] = report.programmes;

/** What was counted; rates are computed from it and words are no number. */
export const figures = report.figures.filter(
  (figure: Written) => figure.kind === 'flow' || figure.kind === 'stock',
) as Figure[];

export const goals = report.targets2015 as Goal[];

/** The value of one figure. */
export function valueOf(code: string): number {
  const found = figures.find((figure) => figure.code === code);
  if (found === undefined) throw new Error(`The report has no figure ${code}`);
  return found.value;
}
