/** Deciding entries (核定考核记录): approved or refused by the tier that scores; what counts beyond a criterion by a second person. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import { Deeds } from '../../outbox/deeds';
import { AssessmentEvidence } from '../assessment-evidence.entity';
import { requireOffice } from '../course/office.service';
import { effect, type EntryInHand, takeEntry } from './entry-in-hand';
import { noEvidence, samePerson } from './entry-refusals';
import { readEntry } from './entry.reader';
import type { EntryView } from './entry.view';

@Injectable()
export class EntryDecisionService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /**
   * From now on it counts. Errors: entry.samePerson, entry.noEvidence (422), entry.notProposed, assessment.published
   * (409), assessment.otherOffice (403), notFound.
   */
  approve(actor: Actor, id: string, entryId: string): Promise<EntryView> {
    return this.deeds.run(actor, async (tx) => {
      const hand = await takeEntry(tx, actor, id, entryId, 'proposed');
      await requireDecider(tx, actor, hand);
      const { districtId } = actor;
      if (hand.entry.kind === 'bonus' || hand.proposedByUnion) {
        if (!(await tx.existsBy(AssessmentEvidence, { districtId, holderId: entryId }))) throw noEvidence();
      }
      await effect(tx, actor, hand, 'approved', null);
      return readEntry(tx, { districtId, assessmentId: id, id: entryId });
    });
  }

  /** It does not count, or no longer: what was approved by mistake is refused with a reason. Errors: as `approve`. */
  refuse(actor: Actor, id: string, entryId: string, reason: string): Promise<EntryView> {
    return this.deeds.run(actor, async (tx) => {
      const hand = await takeEntry(tx, actor, id, entryId, 'proposed', 'approved');
      await requireDecider(tx, actor, hand);
      // A proposal of the office that was never approved is its own affair.
      const hidden = !hand.proposedByUnion && hand.entry.status === 'proposed';
      await effect(tx, actor, hand, 'refused', reason, hidden);
      return readEntry(tx, { districtId: actor.districtId, assessmentId: id, id: entryId });
    });
  }
}

/** Of an occurrence who may score its criterion; of all else somebody other than who recorded it. */
async function requireDecider(tx: EntityManager, actor: Actor, { assessment, entry }: EntryInHand): Promise<void> {
  if (assessment.ownerId !== actor.unionId) throw new NotFound();
  if (entry.criterion !== null) {
    return requireOffice(tx, actor, assessment, assessment.criterion(entry.criterion).criterion);
  }
  if (entry.recordedBy === actor.officerId) throw samePerson();
}
