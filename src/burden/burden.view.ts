/** The burden meter (减负: 基层负担) as it is answered: how much unions were asked for, by whom, and what it took. */
import { type AskKind } from './asked';

export class BurdenCounts {
  /** Things asked for, all kinds together. @example 14 */
  asked!: number;
  /** Tasks given. @example 6 */
  tasks!: number;
  /** Reports that fall due. @example 5 */
  reports!: number;
  /** Reports that came back. @example 2 */
  returned!: number;
  /** Urges for its tasks. @example 1 */
  urges!: number;
  /** Supervision orders. @example 0 */
  orders!: number;
  /** Self-scores asked for. @example 1 */
  selfScores!: number;
  /** Of the tasks: those that ask for a figure another task of an overlapping period asks for already. @example 1 */
  twice!: number;
  /** Median of the minutes a report took, as officers said; null for fewer than three. Never scored. @example 12 */
  minutes!: number | null;
  /** For how many reports minutes were said. @example 5 */
  timed!: number;
}

export class BurdenUnit extends BurdenCounts {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  unionId!: string;
  /** @example "田心社区工联会" */
  unionName!: string;
}

export class BurdenMonth extends BurdenCounts {
  /** @example "2026-11" */
  month!: string;
}

export class BurdenAsker {
  unionId!: string;
  /** @example "沙头角街道总工会" */
  unionName!: string;
  /** How many things it asked for. @example 9 */
  asked!: number;
}

export class UnionBurden extends BurdenUnit {
  /** @example "2026-11" */
  month!: string;
  /** Who asked, who asked most first. */
  askers!: BurdenAsker[];
  /** Twelve months, this one the last. */
  months!: BurdenMonth[];
}

export class BurdenList {
  /** @example "2026-11" */
  month!: string;
  /** The tier of the units. @example "community" */
  tier!: 'subdistrict' | 'community';
  /** Who was asked for most first. */
  items!: BurdenUnit[];
  /** Of all units, twelve months, this one the last. */
  months!: BurdenMonth[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 17 */
  total!: number;
}

export class EarlierRequest {
  taskId!: string;
  /** @example "工会会员数统计" */
  title!: string;
  /** @example "海山街道总工会" */
  askerName!: string;
  /** When it was given. @example "2026-05-03" */
  day!: string;
}

export class BurdenRequest {
  /** A task given, a report due, a report returned, an urge, a supervision order, a self-score. @example "task" */
  kind!: AskKind;
  /** Null for a self-score, and for an order that is about no task. */
  taskId!: string | null;
  /** Null for all but a self-score. */
  assessmentId!: string | null;
  /** @example "发展工会会员" */
  title!: string;
  /** @example "沙头角街道总工会" */
  askerName!: string;
  /** @example "2026-11-03" */
  day!: string;
  /** What asked for the same figure before; null where nothing did. */
  twiceOf!: EarlierRequest | null;
}

export class BurdenRequestList {
  items!: BurdenRequest[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 14 */
  total!: number;
}
