/** A union that closes (撤销工会) and what stands below it in other rooms: each room says what becomes of it. */
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { Refused } from '../kernel/errors';
import type { TradeUnion } from './trade-union.entity';

export interface UnionClosing {
  readonly union: TradeUnion;
  /** The last day. */
  readonly closedOn: string;
  readonly reason: string;
  /** What stands below goes there; null: nothing may stand below. */
  readonly successor: TradeUnion | null;
}

/** In the transaction that closes, with the union locked. Refuses where something would be left below a closed union. */
export type Leave = (tx: EntityManager, actor: Actor, closing: UnionClosing) => Promise<void>;

/** Error: union.successor (422). */
export function requireSuccessor(successor: TradeUnion, closing: TradeUnion): void {
  if (successor.id !== closing.id && successor.tier !== 'district' && successor.closedOn === null) return;
  throw new Refused(
    'union.successor',
    {
      zh: '请选择另一个未撤销的街道或社区工会接收。',
      en: 'Name another sub-district or community union that is not closed.',
    },
    'successorId',
  );
}
