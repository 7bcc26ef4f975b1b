/** What is told of targets (目标): as they stand after the deed, with the parts of unions and of shorter periods. */
import type { Quantity } from '../kernel/decimal';
import type { PeriodKind } from '../kernel/period';
import type { PeriodBody } from './indicator-body';

export interface TargetBody {
  targetId: string;
  indicatorId: string;
  code: string;
  name: string;
  unit: string;
  unionId: string;
  period: PeriodBody;
  strength: 'floor' | 'aim';
  direction: 'higher' | 'lower';
  value: Quantity;
  /** Easier than where one started from. */
  easier: boolean;
  parts: { unionId: string; kind: PeriodKind; from: string; value: Quantity }[];
}

export interface TargetEvents {
  'target.set': { target: TargetBody; reason: string };
  /** `proposed`: the new value; null: to be given up. */
  'target.changeProposed': { target: TargetBody; proposed: Quantity | null; reason: string };
  'target.changed': { target: TargetBody; before: Quantity; reason: string };
  'target.changeRefused': { target: TargetBody; proposed: Quantity | null; reason: string };
  'target.withdrawn': { target: TargetBody; reason: string };
}
