/** What is told of a light. */
import type { Quantity } from '../kernel/decimal';
import type { Light, LightReason } from '../kernel/light';

/** A light (红黄绿灯) that has changed its colour. */
export interface LightBody {
  taskId: string;
  unionId: string;
  title: string;
  before: Light | null;
  light: Light | null;
  reason: LightReason;
  /** Points behind the plan. */
  behind: Quantity;
  overdueDays: number;
  /** The last day that ended red, if one ever did. */
  redOn: string | null;
  /** The day it changed. */
  on: string;
}
