/** An order in hand (督办单): locked for a deed of one side, and what every deed does to it: a step, a version, an announcement. */
import type { EntityManager } from 'typeorm';
import type { OrderWords } from '../../events/events';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import { announce, type Teller } from '../../outbox/announce';
import { numberOf } from './order-rules';
import type { OrderStepKind } from './order-step.entity';
import { SupervisionOrder } from './supervision-order.entity';

/** The issuer's or the addressed union's order, locked. Out of reach reads like missing. */
export async function takeOrder(
  tx: EntityManager,
  { districtId, unionId }: Actor,
  id: string,
  side: 'issuerId' | 'unionId',
): Promise<SupervisionOrder> {
  const lock = { mode: 'pessimistic_write' } as const;
  const order = await tx.findOne(SupervisionOrder, { where: { districtId, id, [side]: unionId }, lock });
  if (order === null) throw new NotFound();
  return order;
}

const stepSql = `
  insert into order_step (district_id, order_id, no, kind, officer_id, at, words, degree, limit_on)
  select $1, $2, (select count(*) + 1 from order_step where district_id = $1 and order_id = $2), $3, $4, app_now(), $5, $6, $7
  returning no`;

/** Stores what changes with the step that changes it, and announces it. Answers the number of the step. */
export async function advance(
  tx: EntityManager,
  teller: Teller,
  order: SupervisionOrder,
  kind: OrderStepKind,
  change: Partial<SupervisionOrder>,
  words: string | null,
): Promise<number> {
  const { districtId, id, unionId, path, status, degree } = order;
  Object.assign(order, change, { version: order.version + 1 });
  await tx.update(SupervisionOrder, { districtId, id }, { ...change, version: order.version });
  const no = await addStep(tx, teller, order, kind, words);
  await announce(tx, teller, {
    name: `order.${kind}`,
    unionId,
    path,
    subjectId: id,
    before: { status, degree },
    body: { order: wordsOf(order), reason: words },
  });
  return no;
}

export async function addStep(
  tx: EntityManager,
  { officerId }: Pick<Teller, 'officerId'>,
  { districtId, id, degree, limitOn }: SupervisionOrder,
  kind: OrderStepKind,
  words: string | null,
): Promise<number> {
  const [{ no }]: [{ no: number }] = await tx.query(stepSql, [districtId, id, kind, officerId, words, degree, limitOn]);
  return no;
}

export function wordsOf(order: SupervisionOrder): OrderWords {
  const { id, title, unionId, issuerId, taskId, degree, status, limitOn } = order;
  return { orderId: id, number: numberOf(order), title, unionId, issuerId, taskId, degree, status, limitOn };
}
