/** The course of an order (督办流程): what may follow what, and when it gets graver. Pure. */
import { addWorkingDays, type Overrides } from '../../calendar/working-days';
import type { Degree, OrderStatus } from '../../events/events';
import { Conflict, Refused } from '../../kernel/errors';

/** From mild to grave: 蓝、橙、红. */
export const degrees = ['blue', 'orange', 'red'] as const satisfies readonly Degree[];

/** A missed limit raises at once; as long as nothing is answered, so does every third working day after it. */
const EVERY_WORKING_DAYS = 3;
/** The furthest limit, in civil days. */
export const FURTHEST_DAYS = 366;

export type OrderDeed = 'sign' | 'answer' | 'review' | 'raise' | 'withdraw';

const from: Record<OrderDeed, readonly OrderStatus[]> = {
  sign: ['issued'],
  answer: ['signed', 'returned'],
  review: ['answered'],
  raise: ['issued', 'signed', 'answered', 'returned'],
  withdraw: ['issued', 'signed', 'answered', 'returned'],
};

const stateWords: Record<OrderStatus, { zh: string; en: string }> = {
  issued: { zh: '待签收', en: 'waits to be signed for' },
  signed: { zh: '已签收、待办理', en: 'is signed for and waits for its answer' },
  answered: { zh: '已答复、待审核', en: 'is answered and waits for its review' },
  returned: { zh: '已退办、待重新办理', en: 'was returned and waits for another answer' },
  closed: { zh: '已办结', en: 'is closed' },
  withdrawn: { zh: '已撤销', en: 'was withdrawn' },
};

/** Errors: order.state (409). */
export function requireState(status: OrderStatus, deed: OrderDeed): void {
  if (from[deed].includes(status)) return;
  const { zh, en } = stateWords[status];
  throw new Conflict('order.state', {
    zh: `督办单${zh}，不能进行此操作。`,
    en: `The order ${en}: this cannot be done now.`,
  });
}

/** The next graver degree; null at red. */
export const graver = (degree: Degree): Degree | null => degrees[degrees.indexOf(degree) + 1] ?? null;

/** Errors: order.degree (422) for one that is not graver. */
export function requireGraver(from: Degree, to: Degree): void {
  if (degrees.indexOf(to) > degrees.indexOf(from)) return;
  const words = { zh: '督办等级只能升高。', en: 'The degree can only rise.' };
  throw new Refused('order.degree', words, 'degree');
}

/** The first working day after the limit; null for what cannot get graver. */
export const firstRaise = (degree: Degree, limitOn: string, overrides: Overrides): string | null =>
  graver(degree) === null ? null : addWorkingDays(limitOn, 1, overrides);

/** When it is raised again if nothing is answered. */
export const nextRaise = (degree: Degree, today: string, overrides: Overrides): string | null =>
  graver(degree) === null ? null : addWorkingDays(today, EVERY_WORKING_DAYS, overrides);

/** `督〔2026〕1号`. */
export const numberOf = ({ year, no }: { readonly year: number; readonly no: number }): string =>
  `督〔${year}〕${no}号`;
