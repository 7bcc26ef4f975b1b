/** Handling cases (办理诉求件): assigned downward or given back up, answered, returned or closed by the tier above. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CalendarService } from '../calendar/calendar.service';
import type { Actor } from '../kernel/actor';
import { expectVersion, Refused } from '../kernel/errors';
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
  readonly kind: 'assigned' | 'answered' | 'returned' | 'handedBack' | 'closed';
  /** The version that the writer saw; undefined: he does not say. */
  readonly seen: number | undefined;
}

@Injectable()
export class CaseService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(CalendarService) private readonly calendar: CalendarService,
  ) {}

  /** To a union directly below one's own, from wherever below it lies now. Errors: case.below (422), case.state (409), notFound. */
  assign(
    actor: Actor,
    id: string,
    seen: number | undefined,
    { unionId, words = null }: { readonly unionId: string; readonly words?: string | null },
  ): Promise<CaseDetail> {
    return this.step(actor, id, { side: 'over', deed: 'assign', kind: 'assigned', seen }, async (tx) => {
      const { districtId } = actor;
      const union = await tx.findOneBy(TradeUnion, { districtId, id: unionId, parentId: actor.unionId });
      if (union === null || union.closedOn !== null) throw notBelow();
      return [{ status: 'assigned', unionId }, { words }];
    });
  }

  /** By the union that handles it. Errors: case.state (409), notFound. */
  answer(actor: Actor, id: string, seen: number | undefined, answer: string): Promise<CaseDetail> {
    const done: Change = [{ status: 'answered', answer }, { words: answer }];
    return this.step(actor, id, { side: 'handler', deed: 'answer', kind: 'answered', seen }, async () => done);
  }

  /** By the tier above the union that answered. Errors: case.state (409), notFound. */
  return(actor: Actor, id: string, seen: number | undefined, reason: string): Promise<CaseDetail> {
    const done: Change = [{ status: 'returned' }, { words: reason }];
    return this.step(actor, id, { side: 'above', deed: 'review', kind: 'returned', seen }, async () => done);
  }

  /** What is not the union's (退回上级) goes to the tier above, which handles it from now on: out of reach of who gave it. Errors: case.above (422), case.state (409), notFound. */
  async handBack(actor: Actor, id: string, seen: number | undefined, reason: string): Promise<void> {
    const step: Step = { side: 'handler', deed: 'handBack', kind: 'handedBack', seen };
    await this.deeds.run(actor, async (tx) => {
      await this.move(tx, actor, id, step, async () => {
        const { parentId } = await tx.findOneByOrFail(TradeUnion, { districtId: actor.districtId, id: actor.unionId });
        if (parentId === null) throw noneAbove();
        // not received: what they send later must not move it down again
        return [{ status: 'assigned', unionId: parentId }, { words: reason }];
      });
      return {};
    });
  }

  /** From now on the answer is told to whoever sent the case. Errors: case.state (409), notFound. */
  close(actor: Actor, id: string, seen: number | undefined): Promise<CaseDetail> {
    return this.step(actor, id, { side: 'above', deed: 'review', kind: 'closed', seen }, async () => [
      { status: 'closed' },
      {},
    ]);
  }

  private step(
    actor: Actor,
    id: string,
    step: Step,
    change: (tx: EntityManager) => Promise<Change>,
  ): Promise<CaseDetail> {
    return this.deeds.run(actor, async (tx) => {
      await this.move(tx, actor, id, step, change);
      return readCaseDetail(tx, this.calendar, actor, id);
    });
  }

  private async move(
    tx: EntityManager,
    actor: Actor,
    id: string,
    { side, deed, kind, seen }: Step,
    change: (tx: EntityManager) => Promise<Change>,
  ): Promise<void> {
    const found = await takeCase(tx, actor, id, side);
    if (seen !== undefined) expectVersion(found.version, seen);
    requireCase(found.status, deed);
    await advance(tx, actor, found, kind, ...(await change(tx)));
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
const noneAbove = (): Refused =>
  new Refused('case.above', {
    zh: '本级之上没有可退回的工会，请答复或交办下级。',
    en: 'No union stands above yours to give it back to: answer it, or assign it below.',
  });
