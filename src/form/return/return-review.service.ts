/** Reviewing returns (报表审核): the tier above accepts, or returns with a reason; never who filled it in. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { announce } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import { requireWorkable, takeReturn, toldOf } from './return-in-hand';
import { ownReturn } from './return-refusals';
import { addStep, changeReturn } from './return-sql';
import { readFormReturn } from './return.reader';
import type { FormReturnDetail } from './return.view';
import { settleAccepted } from './submission';

@Injectable()
export class FormReviewService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** It counts from now on. Errors: return.state, return.own, formPeriod.locked (409), notFound. */
  accept(actor: Actor, id: string): Promise<FormReturnDetail> {
    return this.deeds.run(actor, async (tx) => {
      await decide(tx, actor, id, 'accepted', null);
      return readFormReturn(tx, actor, id);
    });
  }

  /** To be changed and submitted again; until then it is missing. Errors as above. */
  return(actor: Actor, id: string, reason: string): Promise<FormReturnDetail> {
    return this.deeds.run(actor, async (tx) => {
      await decide(tx, actor, id, 'returned', reason);
      return readFormReturn(tx, actor, id);
    });
  }
}

async function decide(
  tx: EntityManager,
  actor: Actor,
  id: string,
  status: 'accepted' | 'returned',
  reason: string | null,
): Promise<void> {
  const taken = await takeReturn(tx, actor, id, 'reviewerId');
  const { entry } = taken;
  await requireWorkable(tx, taken, 'submitted');
  if (entry.submittedBy === actor.officerId || entry.createdBy === actor.officerId) throw ownReturn();
  if (status === 'accepted') await settleAccepted(tx, actor, taken);
  await changeReturn(tx, entry, { status });
  await addStep(tx, actor, { returnId: id, kind: status, words: reason });
  await announce(tx, actor, toldOf(taken, status, reason));
}
