/** A target that is tried (目标试算) as it is answered. */
import { ApiProperty } from '@nestjs/swagger';
import type { PartRule } from './target-rules';
import { TargetBaselineView, TargetCheckView } from './target.view';

export class TargetMistakeView {
  /** @example "definition.shortfallReason" */
  field!: string;
  /** @example "target.shortfall" */
  code!: string;
  /** @example "分解后合计（最低）为 90，比目标低 10，请补足或说明原因。" */
  zh!: string;
  /** @example "The parts make 90, 10 short of the target: make them up, or say why not." */
  en!: string;
}

export class TargetBelowView {
  unionId!: string;
  /** @example "沙头角街道总工会" */
  unionName!: string;
  /** What the indicator said of it in the period of the baseline; null: nothing, or there is none. @example "94.2" */
  was!: string | null;
}

export class TargetTrialView {
  /** @example "%" */
  unit!: string;
  /** Of the indicator. @example 1 */
  decimals!: number;
  /** What the indicator says of the period now. @example "97.1" */
  now!: string | null;
  @ApiProperty({ type: () => TargetBaselineView, nullable: true }) baseline!: TargetBaselineView | null;
  /** @example false */
  easierThanBaseline!: boolean;
  /** How parts of unions go together. @example "each" */
  unionRule!: PartRule;
  /** How parts of periods go together. @example "last" */
  periodRule!: PartRule;
  @ApiProperty({ type: () => TargetCheckView, nullable: true }) unionCheck!: TargetCheckView | null;
  @ApiProperty({ type: () => TargetCheckView, nullable: true }) periodCheck!: TargetCheckView | null;
  /** The unions directly below, by which it can be divided. */
  below!: TargetBelowView[];
  /** Why it cannot be set so. */
  mistakes!: TargetMistakeView[];
}
