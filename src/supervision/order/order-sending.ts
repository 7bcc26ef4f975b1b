/** What of an order also goes out of the house (督办单外发): by mail to those who answer it, by robot to the groups of their union. */
import type { EntityManager } from 'typeorm';
import { secondsUntilTold } from '../../calendar/telling-hours';
import type { CalendarService } from '../../calendar/calendar.service';
import { handOver, type Outgoing } from '../../dispatch/hand-over';
import { messageOf } from '../../dispatch/rendering';
import { templatesOf } from '../../dispatch/templates';
import type { Degree } from '../../events/events';
import { addDays } from '../../kernel/clock';
import type { Words } from '../../kernel/errors';
import { numberOf } from './order-rules';
import type { SupervisionOrder } from './supervision-order.entity';

const degreeWords: Record<Degree, Words> = {
  blue: { zh: '蓝色', en: 'blue' },
  orange: { zh: '橙色', en: 'orange' },
  red: { zh: '红色', en: 'red' },
};

/** The longest stretch of days off that is looked over; holidays are shorter. */
const LOOK_AHEAD_DAYS = 30;

const sql = `
  select o.id, o.name from officer o
  where o.district_id = $1 and o.active and o.kind = 'person' and (o.id = $3::uuid or (o.union_id = $2 and o.role in ('administrator', 'reporter')))
  order by o.id`;

const momentSql = `
  select app_today()::text as today, extract(epoch from (app_now() at time zone 'Asia/Shanghai')::time)::int as second`;

/**
 * Hands the order over for those who answer it and for the leader it is addressed to, once a step. Never at night; on days
 * off only a red one. Where the installation sends nothing, nothing is sent: it stands on their desks all the same.
 */
export async function sendOrder(
  tx: EntityManager,
  calendar: CalendarService,
  address: string | undefined,
  order: SupervisionOrder,
  step: number,
): Promise<void> {
  const { districtId, unionId, leaderId, degree } = order;
  const officers: { id: string; name: string }[] = await tx.query(sql, [districtId, unionId, leaderId]);
  const [{ today, second }]: [{ today: string; second: number }] = await tx.query(momentSql);
  const days = await calendar.overrides(tx, districtId, today, addDays(today, LOOK_AHEAD_DAYS));
  const { order: template } = await templatesOf(tx, districtId);
  const number = numberOf(order);
  const values = (language: keyof Words, officer: string) => ({
    ...{ officer, number, title: order.title, degree: degreeWords[degree][language] },
    ...{ requirement: order.requirement, limit: order.limitOn, address: address ?? '' },
  });
  const said = (officer: string) => ({
    districtId,
    ...messageOf(template, { zh: values('zh', officer), en: values('en', officer) }),
    reason: {
      words: { zh: `督办单 ${number}`, en: `Supervision order ${number}` },
      ...(order.taskId === null ? {} : { taskIds: [order.taskId] }),
    },
    waitSeconds: secondsUntilTold(today, second, degree === 'red', days),
  });
  const key = `order:${order.id}:${step}`;
  const mails: Outgoing[] = officers.map(({ id, name }) => ({
    ...said(name),
    channel: 'email',
    officerId: id,
    onceKey: `${key}:${id}`,
  }));
  const everybody = officers.map(({ name }) => name).join('、');
  await handOver(tx, [...mails, { ...said(everybody), channel: 'robot', unionId, onceKey: key }]);
}
