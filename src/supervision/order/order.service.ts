/** Supervision orders (督办单): issued from above, signed for, answered, reviewed, raised, withdrawn. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CalendarService } from '../../calendar/calendar.service';
import { CONFIG, type Config } from '../../config';
import type { Degree } from '../../events/events';
import type { Actor } from '../../kernel/actor';
import { addDays } from '../../kernel/clock';
import { Conflict, Refused } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { UnionLeader } from '../../organization/union-leader.entity';
import { announce } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import { Task } from '../../work/task.entity';
import { momentIn } from '../extension/extension-in-hand';
import { unionBelow } from '../union-below';
import { addStep, advance, takeOrder, wordsOf } from './order-in-hand';
import { firstRaise, FURTHEST_DAYS, requireGraver, requireState } from './order-rules';
import { sendOrder } from './order-sending';
import { readOrder } from './order.reader';
import type { OrderDetail } from './order.view';
import { type Cause, SupervisionOrder } from './supervision-order.entity';
import { lightOfTask } from './task-light.reader';

export interface OrderGiven {
  readonly unionId: string;
  readonly toLeader?: boolean;
  readonly taskId?: string;
  readonly cause?: 'light' | 'hand';
  readonly title: string;
  readonly requirement: string;
  readonly limitOn: string;
  readonly degree?: Degree;
}

@Injectable()
export class OrderService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(CalendarService) private readonly calendar: CalendarService,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  /** Errors: supervision.union, order.task, order.noLeader, order.limit (422), order.notRed (409). */
  issue(actor: Actor, given: OrderGiven): Promise<OrderDetail> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId, officerId } = actor;
      const { unionId, title, requirement, limitOn, degree = 'blue', taskId } = given;
      const { path } = await unionBelow(tx, actor, unionId);
      const { at, today } = await momentIn(tx);
      requireLimit(limitOn, today);
      const cause = await this.causeOf(tx, actor, given);
      const leaderId = given.toLeader === true ? await leaderOf(tx, districtId, unionId) : null;
      const raiseOn = firstRaise(degree, limitOn, await this.calendar.overrides(tx, districtId, today));
      const year = Number(today.slice(0, 4));
      const order = tx.create(SupervisionOrder, {
        ...{ districtId, id: newId(), year, no: await nextNo(tx, districtId, year), issuerId: actor.unionId },
        ...{ unionId, leaderId, taskId: taskId ?? null, path, title, requirement, cause, degree, degreeAt: at },
        ...{ status: 'issued', limitOn, raiseOn, issuedBy: officerId, issuedAt: at, version: 1 },
      });
      await tx.insert(SupervisionOrder, order);
      await this.send(tx, order, await addStep(tx, actor, order, 'issued', null));
      const body = { order: wordsOf(order), reason: null };
      await announce(tx, actor, { name: 'order.issued', unionId, path, subjectId: order.id, body });
      return readOrder(tx, actor, order.id);
    });
  }

  /** By the union it is addressed to. Errors: order.state (409), notFound. */
  sign(actor: Actor, id: string): Promise<OrderDetail> {
    return this.deeds.run(actor, async (tx) => {
      const order = await takeOrder(tx, actor, id, 'unionId');
      requireState(order.status, 'sign');
      await advance(tx, actor, order, 'signed', { status: 'signed' }, null);
      return readOrder(tx, actor, id);
    });
  }

  /** With the files that were added for it. Errors: order.state (409), notFound. */
  answer(actor: Actor, id: string, measures: string): Promise<OrderDetail> {
    return this.deeds.run(actor, async (tx) => {
      const order = await takeOrder(tx, actor, id, 'unionId');
      requireState(order.status, 'answer');
      const no = await advance(tx, actor, order, 'answered', { status: 'answered', raiseOn: null }, measures);
      await tx.query(
        'update order_file set answer_no = $3 where district_id = $1 and order_id = $2 and answer_no is null',
        [actor.districtId, id, no],
      );
      return readOrder(tx, actor, id);
    });
  }

  /** By the union that issued it: closed, or returned with a new limit. Errors: order.state (409), order.limit (422), notFound. */
  review(
    actor: Actor,
    id: string,
    { outcome, reason, limitOn }: { outcome: 'closed' | 'returned'; reason: string; limitOn?: string },
  ): Promise<OrderDetail> {
    return this.deeds.run(actor, async (tx) => {
      const order = await takeOrder(tx, actor, id, 'issuerId');
      requireState(order.status, 'review');
      if ((outcome === 'returned') !== (limitOn !== undefined)) throw limitWhereReturned();
      if (limitOn === undefined) {
        await advance(tx, actor, order, 'closed', { status: 'closed' }, reason);
      } else {
        const { today } = await momentIn(tx);
        requireLimit(limitOn, today);
        const raiseOn = firstRaise(order.degree, limitOn, await this.calendar.overrides(tx, actor.districtId, today));
        const change = { status: 'returned', limitOn, raiseOn } as const;
        await this.send(tx, order, await advance(tx, actor, order, 'returned', change, reason));
      }
      return readOrder(tx, actor, id);
    });
  }

  /** Graver by hand. Errors: order.state (409), order.degree (422), notFound. */
  raise(actor: Actor, id: string, { degree, reason }: { degree: Degree; reason: string }): Promise<OrderDetail> {
    return this.deeds.run(actor, async (tx) => {
      const order = await takeOrder(tx, actor, id, 'issuerId');
      requireState(order.status, 'raise');
      requireGraver(order.degree, degree);
      const { at } = await momentIn(tx);
      const raiseOn = degree === 'red' ? null : order.raiseOn;
      await this.send(tx, order, await advance(tx, actor, order, 'raised', { degree, degreeAt: at, raiseOn }, reason));
      return readOrder(tx, actor, id);
    });
  }

  /** Taken back by the union that issued it; its number stays taken. Errors: order.state (409), notFound. */
  withdraw(actor: Actor, id: string, reason: string): Promise<OrderDetail> {
    return this.deeds.run(actor, async (tx) => {
      const order = await takeOrder(tx, actor, id, 'issuerId');
      requireState(order.status, 'withdraw');
      await advance(tx, actor, order, 'withdrawn', { status: 'withdrawn', raiseOn: null }, reason);
      return readOrder(tx, actor, id);
    });
  }

  private send(tx: EntityManager, order: SupervisionOrder, step: number): Promise<void> {
    return sendOrder(tx, this.calendar, this.config.publicUrl, order, step);
  }

  private async causeOf(tx: EntityManager, { districtId }: Actor, given: OrderGiven): Promise<Cause> {
    const { taskId, unionId, cause = 'hand' } = given;
    const task = taskId === undefined ? null : await tx.findOneBy(Task, { districtId, id: taskId, unionId });
    if ((taskId !== undefined || cause === 'light') && (task === null || task.status === 'withdrawn')) throw noTask();
    if (cause === 'hand' || task === null) return { by: 'hand' };
    const { light, behind, overdueDays } = await lightOfTask(tx, task);
    if (light !== 'red') throw notRed();
    return { by: 'light', behind, overdueDays };
  }
}

/** Counted behind the row's lock and given back with the transaction: no number is left out. */
async function nextNo(tx: EntityManager, districtId: string, year: number): Promise<number> {
  const [{ last }]: [{ last: number }] = await tx.query(
    `with counted as (
       insert into order_number as n (district_id, year, last) values ($1, $2, 1)
       on conflict (district_id, year) do update set last = n.last + 1 returning last)
     select last from counted`,
    [districtId, year],
  );
  return last;
}

async function leaderOf(tx: EntityManager, districtId: string, unionId: string): Promise<string> {
  const leader = await tx.findOneBy(UnionLeader, { districtId, unionId });
  if (leader !== null) return leader.officerId;
  const words = { zh: '该工会尚未登记负责人。', en: 'Nobody is noted as the leader of this union.' };
  throw new Refused('order.noLeader', words, 'toLeader');
}

function requireLimit(limitOn: string, today: string): void {
  const [first, last] = [addDays(today, 1), addDays(today, FURTHEST_DAYS)];
  if (limitOn >= first && limitOn <= last) return;
  const words = {
    zh: `办理期限须在 ${first} 至 ${last} 之间。`,
    en: `The limit must lie between ${first} and ${last}.`,
  };
  throw new Refused('order.limit', words, 'limitOn');
}

const limitWhereReturned = (): Refused =>
  new Refused(
    'order.limit',
    { zh: '退办时须填写新的办理期限，办结时不填。', en: 'A return takes a new limit, a close takes none.' },
    'limitOn',
  );
const noTask = (): Refused =>
  new Refused('order.task', { zh: '应为该工会的任务。', en: 'It should be a task of that union.' }, 'taskId');
const notRed = (): Conflict =>
  new Conflict('order.notRed', { zh: '该任务目前不是红灯。', en: 'The light of this task is not red now.' });
