/** The leader's desk (今日关注) as it is answered: which unions need a word today, and why. */
import type { Tier } from '../kernel/actor';
import type { Light } from '../kernel/light';

export const concerns = ['order', 'overdue', 'red', 'review', 'unsigned', 'silent', 'yellow'] as const;
export type Concern = (typeof concerns)[number];

export class LeaderLine {
  unionId!: string;
  /** @example "田心社区工联会" */
  unionName!: string;
  /** @example "community" */
  tier!: Tier;
  /**
   * The worst of it: a supervision order past its limit, a task overdue, red, reviews that lie too long there, not signed for, silent, yellow.
   * @example "overdue"
   */
  kind!: Concern;
  /** The task; of lying reviews that of the oldest; null for an order that is about none. */
  taskId!: string | null;
  /** The supervision order (督办单) that was not answered in time; null for the others. */
  orderId!: string | null;
  /** @example "发展工会会员" */
  title!: string;
  /** @example "red" */
  light!: Light | null;
  /** Points behind elapsed time. @example "34.2" */
  behind!: string;
  /** Days past the due day of the task or the limit of the order. @example 6 */
  overdueDays!: number;
  /** Working days: since nothing was heard, it was not signed for, or the oldest report waits; 0 for the others. @example 4 */
  days!: number;
  /** Reports that lie there too long; 0 for the others. @example 3 */
  count!: number;
  /** How many other things of this union need a word. @example 2 */
  others!: number;
  /** All of it in one sentence. @example "“发展工会会员”超期 6 天，另有 2 项" */
  why!: string;
}

export class LeaderDeskView {
  /** @example "2026-11-23" */
  today!: string;
  /** What hurts most first, one line a union, at most ten. */
  items!: LeaderLine[];
  /** How many other unions need a word. @example 4 */
  more!: number;
}
