/** Raises orders whose limit was missed (逾期升级): one degree at a time, on working days, whoever comes first. */
import type { EntityManager } from 'typeorm';
import type { CalendarService } from '../../calendar/calendar.service';
import { clockOf } from '../parking-clock';
import { momentIn } from '../extension/extension-in-hand';
import { advance } from './order-in-hand';
import { graver, nextRaise } from './order-rules';
import { sendOrder } from './order-sending';
import { SupervisionOrder } from './supervision-order.entity';

/** Orders raised in one go; what is left over is due a minute later still. */
const MOST = 500;

export interface DueOrder {
  readonly districtId: string;
  readonly id: string;
}

export const dueOrders = (tx: EntityManager): Promise<DueOrder[]> =>
  tx.query(
    `select district_id as "districtId", id from supervision_order where raise_on <= app_today() order by raise_on, id limit ${MOST}`,
  );

/** Whether it was this clock that raised it; the others find it locked, or raised already. */
export async function raiseOrder(
  tx: EntityManager,
  calendar: CalendarService,
  address: string | undefined,
  { districtId, id }: DueOrder,
): Promise<boolean> {
  const taken: unknown[] = await tx.query(
    'select 1 from supervision_order where district_id = $1 and id = $2 and raise_on <= app_today() for update skip locked',
    [districtId, id],
  );
  if (taken.length === 0) return false;
  const order = await tx.findOneByOrFail(SupervisionOrder, { districtId, id });
  const degree = graver(order.degree);
  if (degree === null) return false;
  const { at, today } = await momentIn(tx);
  const raiseOn = nextRaise(degree, today, await calendar.overrides(tx, districtId, today));
  const words = `逾期未答复（办理期限 ${order.limitOn}），自动升级`;
  const no = await advance(tx, clockOf(districtId), order, 'raised', { degree, degreeAt: at, raiseOn }, words);
  await sendOrder(tx, calendar, address, order, no);
  return true;
}
