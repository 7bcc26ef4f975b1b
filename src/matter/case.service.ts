/** Handling cases (办理诉求件): assigned downward, answered, returned or closed by the tier above. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CalendarService } from '../calendar/calendar.service';
import type { Actor } from '../kernel/actor';
import { Refused } from '../kernel/errors';
import { TradeUnion } from '../organization/trade-union.entity';
import { Deeds } from '../outbox/deeds';
import { type CaseDeed, requireCase } from './case-course';
import { advance, type Side, takeCase, type Told } from './case-in-hand';
import { readCaseDetail } from './case.reader';
import type { CaseDetail } from './case.view';
import type { InboundCase } from './inbound-case.entity';

interface Step {
  readonly side: Side;
  readonly deed: CaseDeed;
  readonly kind: 'assigned' | 'answered' | 'returned' | 'closed';
}

@Injectable()
export class CaseService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(CalendarService) private readonly calendar: CalendarService,
  ) {}

  /** To a union directly below one's own, from wherever below it lies now. Errors: case.below (422), case.state (409), notFound. */
  assign(actor: Actor, id: string, unionId: string, words: string | null): Promise<CaseDetail> {
    return this.step(actor, id, { side: 'over', deed: 'assign', kind: 'assigned' }, async (tx) => {
      const { districtId } = actor;
      const union = await tx.findOneBy(TradeUnion, { districtId, id: unionId, parentId: actor.unionId });
      if (union === null || union.closedOn !== null) throw notBelow();
      return [{ status: 'assigned', unionId }, { words }];
    });
  }

  /** By the union that handles it. Errors: case.state (409), notFound. */
  answer(actor: Actor, id: string, answer: string): Promise<CaseDetail> {
    const done: Change = [{ status: 'answered', answer }, { words: answer }];
    return this.step(actor, id, { side: 'handler', deed: 'answer', kind: 'answered' }, async () => done);
  }

  /** By the tier above the union that answered. Errors: case.state (409), notFound. */
  return(actor: Actor, id: string, reason: string): Promise<CaseDetail> {
    const done: Change = [{ status: 'returned' }, { words: reason }];
    return this.step(actor, id, { side: 'above', deed: 'review', kind: 'returned' }, async () => done);
  }

  /** From now on the answer is told to whoever sent the case. Errors: case.state (409), notFound. */
  close(actor: Actor, id: string): Promise<CaseDetail> {
    return this.step(actor, id, { side: 'above', deed: 'review', kind: 'closed' }, async () => [
      { status: 'closed' },
      {},
    ]);
  }

  private step(
    actor: Actor,
    id: string,
    { side, deed, kind }: Step,
    change: (tx: EntityManager) => Promise<Change>,
  ): Promise<CaseDetail> {
    return this.deeds.run(actor, async (tx) => {
      const found = await takeCase(tx, actor, id, side);
      requireCase(found.status, deed);
      await advance(tx, actor, found, kind, ...(await change(tx)));
      return readCaseDetail(tx, this.calendar, actor, id);
    });
  }
}

type Change = [Partial<InboundCase>, Told];

const notBelow = (): Refused =>
  new Refused(
    'case.below',
    {
      zh: '该工会不在本级的直接下一级，或已撤销。',
      en: 'This union does not stand directly below yours, or it is closed.',
    },
    'unionId',
  );
