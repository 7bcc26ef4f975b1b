/** Submitting a return (上报) and what acceptance settles (审核通过). */
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { announce } from '../../outbox/announce';
import { readReturn } from '../check/cell-values';
import { findingsOf, refusalsOf } from '../check/findings';
import { timelinessOn } from '../period/moments';
import { FormReturn } from './form-return.entity';
import { type ReturnInHand, toldOf } from './return-in-hand';
import { wrongValues } from './return-refusals';
import { addStep, changeReturn, earlierOf } from './return-sql';

/** Nothing stands against it; answers whether it counts at once. Errors: return.values (422). */
export async function submitReturn(tx: EntityManager, actor: Actor, taken: ReturnInHand): Promise<boolean> {
  const { entry, definition, inHand } = taken;
  const { districtId, unionId, correctsId, reviewerId } = entry;
  const { errors } = readReturn(definition, entry);
  const findings = findingsOf(definition, entry, await earlierOf(tx, districtId, inHand, unionId));
  const against = refusalsOf(definition, findings);
  if (errors.length + against.length > 0) throw wrongValues([...errors, ...against]);
  const before = correctsId === null ? null : await tx.findOneByOrFail(FormReturn, { districtId, id: correctsId });
  // a correction comes when it comes: the union reported when it did
  const timeliness = before?.timeliness ?? timelinessOn(inHand.days, inHand.today);
  const [{ at }]: [{ at: Date }] = await tx.query('select app_now() as at');
  const handedIn = { findings, timeliness, submittedBy: actor.officerId, submittedAt: at };
  if (reviewerId !== null) {
    await changeReturn(tx, entry, { ...handedIn, status: 'submitted' });
    return false;
  }
  if (before !== null) await settleAccepted(tx, actor, taken);
  await changeReturn(tx, entry, { ...handedIn, status: 'accepted' });
  return true;
}

/** Where it is a correction, the return it corrects steps back, just before it takes its place. */
export async function settleAccepted(tx: EntityManager, actor: Actor, taken: ReturnInHand): Promise<void> {
  const { districtId, correctsId } = taken.entry;
  if (correctsId === null) return;
  const lock = { mode: 'pessimistic_write' } as const;
  const before = await tx.findOneOrFail(FormReturn, { where: { districtId, id: correctsId }, lock });
  await changeReturn(tx, before, { status: 'corrected' });
  await addStep(tx, actor, { returnId: correctsId, kind: 'corrected' });
  await announce(tx, actor, toldOf({ ...taken, entry: before }, 'corrected', null));
}
