/** Interviews (约谈): recorded by the union that held them, visible to the union that was spoken to. */
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor';
import { Refused } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { announce } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import { momentIn } from '../extension/extension-in-hand';
import { SupervisionOrder } from '../order/supervision-order.entity';
import { unionBelow } from '../union-below';
import { Interview } from './interview.entity';
import { readInterview } from './interview.reader';
import type { InterviewView } from './interview.view';

export interface InterviewGiven {
  readonly unionId: string;
  readonly orderId?: string;
  readonly heldOn: string;
  readonly interviewed: string;
  readonly heldBy: string;
  readonly about: string;
  readonly agreed: string;
}

@Injectable()
export class InterviewService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** Errors: supervision.union, interview.order, interview.day (422). */
  record(actor: Actor, { orderId, ...given }: InterviewGiven): Promise<InterviewView> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId, officerId } = actor;
      const { path } = await unionBelow(tx, actor, given.unionId);
      const { at, today } = await momentIn(tx);
      if (given.heldOn > today) throw future(today);
      const of = { districtId, id: orderId ?? '', issuerId: actor.unionId, unionId: given.unionId };
      if (orderId !== undefined && !(await tx.existsBy(SupervisionOrder, of))) throw noSuchOrder();
      const id = newId();
      const recorded = { recordedBy: officerId, recordedAt: at, holderId: actor.unionId, orderId: orderId ?? null };
      await tx.insert(Interview, { districtId, id, path, ...given, ...recorded });
      const { unionId, heldOn, agreed } = given;
      const body = { interview: { interviewId: id, unionId, heldOn, agreed, orderId: orderId ?? null } };
      await announce(tx, actor, { name: 'interview.recorded', unionId, path, subjectId: id, body });
      return readInterview(tx, actor, id);
    });
  }
}

const future = (today: string): Refused =>
  new Refused(
    'interview.day',
    { zh: `约谈日期不能晚于今天（${today}）。`, en: `It was held by today (${today}).` },
    'heldOn',
  );
const noSuchOrder = (): Refused =>
  new Refused(
    'interview.order',
    { zh: '应为本级向该工会下达的督办单。', en: 'It should be an order of yours to that union.' },
    'orderId',
  );
