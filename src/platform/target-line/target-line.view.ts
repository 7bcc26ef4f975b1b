/** A target (目标线) beside a value, as it is answered. */

export class TargetLineView {
  targetId!: string;
  /** In the unit of the indicator; of a union or a shorter period its part. @example "96" */
  value!: string;
  /** floor 不低于, aim 力争. @example "floor" */
  strength!: 'floor' | 'aim';
  /** Which is better. @example "higher" */
  direction!: 'higher' | 'lower';
}
