/** How unions stand with a period (报送情况) and what their returns add up to (汇总), as answered. */
import type { CellKind } from '../definition/definition';
import type { ReturnStatus } from '../return/form-return.entity';
import { FormDaysView } from '../return/return.view';
import type { Standing } from './tally';

export class FormCountsView {
  /** = onTime + late + missing + exempted. @example 60 */
  expected!: number;
  /** @example 40 */
  onTime!: number;
  /** @example 5 */
  late!: number;
  /** Not handed in, or returned and not handed in again. @example 13 */
  missing!: number;
  /** @example 2 */
  exempted!: number;
}

export class FormBranchCounts extends FormCountsView {
  /** One directly below, with all below it; or the union itself. */
  unionId!: string;
  /** @example "田心街道总工会" */
  unionName!: string;
}

export class FormPeriodCounts extends FormCountsView {
  unionId!: string;
  /** @example "试验区总工会" */
  unionName!: string;
  /** @example "2026-03" */
  period!: string;
  /** @example "2026年3月" */
  label!: string;
  days!: FormDaysView;
  /** They add up to the counts above. */
  branches!: FormBranchCounts[];
}

export class FormStandingView {
  unionId!: string;
  /** @example "田心社区工联会" */
  unionName!: string;
  /** The union above, on the last day of the period. @example "田心街道总工会" */
  aboveName!: string | null;
  /** on_time (按时), late (逾期), missing (未报), exempted (免报). @example "on_time" */
  standing!: Standing;
  /** null where nothing was handed in. */
  returnId!: string | null;
  /** @example "accepted" */
  status!: ReturnStatus | null;
  /** @example "2026-04-07T02:00:00.000Z" */
  submittedAt!: string | null;
  /** What was found and marked when it was handed in. @example 1 */
  marks!: number;
}

export class FormStandingList {
  /** Those missing first, then by the tree. */
  items!: FormStandingView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 60 */
  total!: number;
}

export class FormOwnStanding {
  /** Whether the own union owes it, as the tree stood on the last day. @example true */
  owed!: boolean;
  /** @example false */
  exempt!: boolean;
  /** Reopened for the own union up to this day; null where it is not. @example null */
  reopenedUntil!: string | null;
  /** The own return that is open, else the accepted one. */
  returnId!: string | null;
  /** @example "draft" */
  status!: ReturnStatus | null;
  /** Whether the own union may begin or go on now. @example true */
  workable!: boolean;
}

export class FormPeriodView extends FormDaysView {
  /** @example "2026-03" */
  period!: string;
  /** @example "2026年3月" */
  label!: string;
}

export class FormPeriodList {
  /** The latest first, from the one that today lies in. */
  items!: FormPeriodView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 3 */
  total!: number;
}

export class FormPeriodDetail extends FormPeriodView {
  /** The version of the form that holds for it. @example 1 */
  version!: number;
  mine!: FormOwnStanding;
}

export class FormSum {
  /** @example "members" */
  cell!: string;
  /** Σ of accepted returns; null: nothing says it, or percentages, which do not add up. @example "1537" */
  sum!: string | null;
  /** Unions whose accepted return gives it. @example 58 */
  given!: number;
  /** What would be added by returns that wait for acceptance; null: none. @example "20" */
  pending!: string | null;
}

export class FormSumCell {
  /** @example "members" */
  key!: string;
  /** @example "会员人数" */
  name!: string;
  /** @example "人" */
  unit!: string;
  /** @example "whole" */
  kind!: CellKind;
}

export class FormLacking {
  /** Of those that owe it and are not exempted, the unions without an accepted return. @example 2 */
  unions!: number;
  /** Of them, those whose return waits for acceptance. @example 1 */
  waiting!: number;
  /** The first hundred by name. @example ["田心社区工联会"] */
  names!: string[];
}

export class FormBranchTotals {
  unionId!: string;
  /** @example "田心街道总工会" */
  unionName!: string;
  sums!: FormSum[];
  /** Unions without an accepted return. @example 2 */
  lacking!: number;
}

export class FormTotals {
  unionId!: string;
  /** @example "试验区总工会" */
  unionName!: string;
  /** @example "2026-03" */
  period!: string;
  /** @example "2026年3月" */
  label!: string;
  cells!: FormSumCell[];
  sums!: FormSum[];
  counts!: FormCountsView;
  /** What is missing in the sums. */
  lacking!: FormLacking;
  /** Those directly below, and the union itself. */
  branches!: FormBranchTotals[];
}
