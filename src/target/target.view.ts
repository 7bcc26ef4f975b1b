/** Targets (目标) as they are answered. */
import { ApiProperty } from '@nestjs/swagger';
import type { PeriodKind } from '../kernel/period';
import type { TargetChangeStatus } from './target-change-status';
import type { Strength, Way } from './target-definition';
import type { PartRule, TargetState } from './target-rules';

export class TargetPeriodView {
  /** @example "2015" */
  name!: string;
  /** @example "year" */
  kind!: PeriodKind;
  /** @example "2015-01-01" */
  from!: string;
  /** @example "2015-12-31" */
  to!: string;
}

export class TargetBaselineView {
  /** @example "99.3" */
  value!: string;
  /** The period it was read from; null: stated. @example "2014" */
  period!: string | null;
  /** @example "2014 的指标值" */
  source!: string;
}

export class TargetOutcomeView {
  /** Of the indicator; null: missing, which is not zero. @example "97.1" */
  now!: string | null;
  /** reached 完成, missed 未完成, open 进行中, noValue 无数据. @example "reached" */
  state!: TargetState;
  /** By how much it is exceeded; below 0: what lacks. @example "1.1" */
  distance!: string | null;
}

export class TargetView extends TargetOutcomeView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  indicatorId!: string;
  /** @example "rate.establishment.legal-person" */
  code!: string;
  /** @example "全区法人企业建会率" */
  name!: string;
  /** @example "%" */
  unit!: string;
  unionId!: string;
  /** @example "示范区总工会" */
  unionName!: string;
  period!: TargetPeriodView;
  /** @example "floor" */
  strength!: Strength;
  /** @example "higher" */
  direction!: Way;
  /** @example "96" */
  value!: string;
  @ApiProperty({ type: () => TargetBaselineView, nullable: true }) baseline!: TargetBaselineView | null;
  /** Easier than where one started from. @example true */
  easierThanBaseline!: boolean;
  /** @example 1 */
  version!: number;
  /** Given up. @example false */
  withdrawn!: boolean;
  /** A change waits for another person's decision. @example false */
  changing!: boolean;
}

export class TargetList {
  /** The latest period first, then by programme and code. */
  items!: TargetView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 8 */
  total!: number;
}

export class TargetUnionPartView extends TargetOutcomeView {
  unionId!: string;
  /** @example "沙头角街道总工会" */
  unionName!: string;
  /** @example "96" */
  value!: string;
}

export class TargetPeriodPartView extends TargetOutcomeView {
  /** @example "2015H1" */
  period!: string;
  /** @example "94" */
  value!: string;
}

export class TargetCheckView {
  /** sum: they add up; last: the last one counts; each: rates, every one is at least as hard as the whole. @example "each" */
  rule!: PartRule;
  /** What the parts make together. @example "96" */
  together!: string;
  /** By how much that is easier than the whole; below 0: harder. @example "0" */
  shortfall!: string;
}

export class TargetDifferenceView {
  /** @example "目标值：96 → 95" */
  zh!: string;
  /** @example "The target: 96 → 95" */
  en!: string;
}

export class TargetChangeView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3e" */
  id!: string;
  targetId!: string;
  /** Of the indicator. @example "全区法人企业建会率" */
  name!: string;
  /** @example "%" */
  unit!: string;
  /** @example "示范区总工会" */
  unionName!: string;
  /** @example "2015" */
  period!: string;
  /** The proposed value; null: to be given up. @example "95" */
  value!: string | null;
  /** Easier than what it changes. @example true */
  easier!: boolean;
  /** What it changes; nothing where the target is to be given up. */
  differences!: TargetDifferenceView[];
  /** You proposed it: another one decides. @example false */
  own!: boolean;
  /** @example "上级调整口径" */
  reason!: string;
  /** @example "proposed" */
  status!: TargetChangeStatus;
  /** The officer. @example "陈静" */
  proposedBy!: string;
  /** @example "2026-11-20T02:00:00.000Z" */
  proposedAt!: string;
  /** Another officer. @example null */
  decidedBy!: string | null;
  /** @example null */
  decidedAt!: string | null;
  /** @example null */
  decisionReason!: string | null;
}

export class TargetDetail extends TargetView {
  /** Of the rate. @example "1537" */
  numerator!: string | null;
  /** @example "1583" */
  denominator!: string | null;
  unions!: TargetUnionPartView[];
  periods!: TargetPeriodPartView[];
  @ApiProperty({ type: () => TargetCheckView, nullable: true }) unionCheck!: TargetCheckView | null;
  @ApiProperty({ type: () => TargetCheckView, nullable: true }) periodCheck!: TargetCheckView | null;
  /** Why the parts together are easier than the whole. @example null */
  shortfallReason!: string | null;
  /** Of this version. @example "2015 年组织建设指标" */
  reason!: string;
  /** The officer. @example "陈静" */
  setBy!: string;
  /** The second officer; null for the first version. @example null */
  approvedBy!: string | null;
  /** @example "2026-11-20T02:00:00.000Z" */
  setAt!: string;
}

export class TargetVersionView {
  /** @example 1 */
  version!: number;
  /** @example "96" */
  value!: string;
  @ApiProperty({ type: () => TargetBaselineView, nullable: true }) baseline!: TargetBaselineView | null;
  /** How many unions have a part. @example 4 */
  unions!: number;
  /** How many shorter periods have a part. @example 0 */
  periods!: number;
  /** @example null */
  shortfallReason!: string | null;
  /** Against the version before. */
  differences!: TargetDifferenceView[];
  /** @example "2015 年组织建设指标" */
  reason!: string;
  /** @example "陈静" */
  setBy!: string;
  /** @example null */
  approvedBy!: string | null;
  /** @example "2026-11-20T02:00:00.000Z" */
  setAt!: string;
}

export class TargetVersionList {
  /** The latest first. */
  items!: TargetVersionView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 1 */
  total!: number;
}

export class TargetChangeList {
  /** The latest first. */
  items!: TargetChangeView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 1 */
  total!: number;
}
