/** Values of indicators (指标值) as they are answered. */
import type { PeriodKind } from '../../kernel/period';
import type { Direction, Qualifier } from '../definition/definition';

export class IndicatorPeriodView {
  /** @example "2026" */
  name!: string;
  /** @example "year" */
  kind!: PeriodKind;
  /** @example "2026-01-01" */
  from!: string;
  /** @example "2026-12-31" */
  to!: string;
}

export class IndicatorMarkView {
  /** @example "change" */
  code!: 'aboveWhole' | 'change';
  /** @example "比上期（100）变动 80.0%，超过 50%。" */
  zh!: string;
  /** @example "It moved by 80.0% against the period before (100): more than 50%." */
  en!: string;
}

export class IndicatorValueItem {
  indicatorId!: string;
  /** @example "rate.establishment" */
  code!: string;
  /** @example "工会组建率" */
  name!: string;
  /** @example "S05" */
  programme!: string;
  /** Of the definition it was worked out by. @example 1 */
  version!: number;
  /** @example "%" */
  unit!: string;
  /** @example 1 */
  decimals!: number;
  /** @example "exact" */
  qualifier!: Qualifier;
  /** @example "higher" */
  direction!: Direction;
  /** @example "1537" */
  numerator!: string | null;
  /** null where it is no rate, or missing. @example "1548" */
  denominator!: string | null;
  /** null: missing, which is not zero. @example "99.3" */
  value!: string | null;
  /** It stands as it was when the period was closed. @example false */
  frozen!: boolean;
  /** What is odd about it. */
  marks!: IndicatorMarkView[];
}

export class IndicatorValueList {
  period!: IndicatorPeriodView;
  unionId!: string;
  /** @example "示范区总工会" */
  unionName!: string;
  /** By programme and code. */
  items!: IndicatorValueItem[];
}

export class TraceLackingUnion {
  /** @example "田心社区工联会" */
  unionName!: string;
  /** @example "2014H1" */
  period!: string;
}

export class TraceLacking {
  /** Unions that owe it, each once for every period it gave nothing for. @example 2 */
  many!: number;
  /** The first of them. */
  names!: TraceLackingUnion[];
}

export class TracePart {
  /** By which its list is asked for. @example 1 */
  no!: number;
  /** @example "numerator" */
  of!: 'numerator' | 'denominator';
  /** The period of it; of a mean there are several. @example "2026" */
  period!: string;
  /** As it is written. @example "register.count('unionized', 'verified')" */
  text!: string;
  /** @example "register" */
  source!: 'ledger' | 'register' | 'tasks' | 'form' | 'external';
  /** null: it fits any. @example "家" */
  unit!: string | null;
  /** null: nothing says it. @example "1537" */
  value!: string | null;
  /** Who is missing in it; null where nobody owes anything. */
  lacking!: TraceLacking | null;
}

export class IndicatorTrace extends IndicatorValueItem {
  period!: IndicatorPeriodView;
  unionId!: string;
  unionName!: string;
  /** value = factor × numerator ÷ denominator. @example "100" */
  factor!: string;
  /** @example "register.count('unionized', 'verified')" */
  numeratorText!: string;
  /** @example "register.count('preset', 'verified')" */
  denominatorText!: string | null;
  /** What its sources say now; another than the value where the period was closed since. @example "99.3" */
  valueNow!: string | null;
  parts!: TracePart[];
}

export class TraceItemOf {
  formId!: string;
  /** @example "2014H1" */
  period!: string;
}

export class TraceItemGiven {
  /** Of the indicator it was given for. @example "social.insured" */
  code!: string;
  /** @example "2026-03" */
  period!: string;
  /** The program, or the officer. @example "区社保系统" */
  by!: string;
  /** @example "2026-04-02T01:30:00.000Z" */
  at!: string;
  /** The day on which it stood so. @example "2026-03-31" */
  asOf!: string | null;
  /** Above 1: something else was said before. @example 1 */
  version!: number;
}

export class TraceItem {
  /** @example "enterprise" */
  kind!: 'ledgerEntry' | 'enterprise' | 'task' | 'formReturn' | 'externalValue';
  /** Of the entry, enterprise, task, return or value from outside; of different ones told apart, of the latest entry. */
  id!: string;
  /** Of a value from outside, where the figure comes from in their words. @example "某某电子有限公司" */
  title!: string;
  /** Of an entry, by what it is told from others of its ledger; null where its day and union tell it. @example null */
  detail!: string | null;
  unionId!: string;
  /** @example "田心社区工联会" */
  unionName!: string;
  /** @example "2014-06-30" */
  day!: string | null;
  /** All of them add up to the part. @example "1" */
  amount!: string;
  /** Of a return, the form and the period it was given for. @example null */
  of!: TraceItemOf | null;
  /** Of a value from outside, who gave it, when and for which period. @example null */
  given!: TraceItemGiven | null;
}

export class TraceItems {
  items!: TraceItem[];
  /** null: there are no more. @example null */
  nextCursor!: string | null;
}

export class IndicatorGroup {
  /** The choice, or the id of the union; empty where the field says nothing. @example "visit" */
  key!: string;
  /** @example "慰问困难职工" */
  name!: string;
  /** @example "130" */
  numerator!: string | null;
  /** @example null */
  denominator!: string | null;
  /** @example "130" */
  value!: string | null;
}

export class IndicatorGroups {
  period!: IndicatorPeriodView;
  unionId!: string;
  unionName!: string;
  /** @example "kind" */
  by!: string;
  items!: IndicatorGroup[];
}

export class IndicatorTrial {
  period!: IndicatorPeriodView;
  unionId!: string;
  unionName!: string;
  /** What the expressions count in; null: it fits any. @example "人次" */
  unit!: string | null;
  /** @example "130" */
  numerator!: string | null;
  /** @example null */
  denominator!: string | null;
  /** @example "130" */
  value!: string | null;
  /** By their number their lists are asked for. */
  parts!: TracePart[];
}
