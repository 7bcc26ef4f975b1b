/** A union below the acting one, as the tree stands now: only to those an order is issued, only with those one speaks. */
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { Refused } from '../kernel/errors';
import { isWithin } from '../kernel/id';
import { TradeUnion } from '../organization/trade-union.entity';

/** Errors: supervision.union (422), whatever stands against it. */
export async function unionBelow(tx: EntityManager, actor: Actor, id: string): Promise<TradeUnion> {
  const union = await tx.findOneBy(TradeUnion, { districtId: actor.districtId, id });
  if (union !== null && id !== actor.unionId && isWithin(union.path, actor.path) && union.closedOn === null)
    return union;
  throw new Refused(
    'supervision.union',
    { zh: '该工会不在本级之下，或已撤销。', en: 'This union does not stand below yours, or it is closed.' },
    'unionId',
  );
}
