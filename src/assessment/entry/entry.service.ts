/** Entries (考核记录): recorded by the tier that scores or proposed by the scored union, withdrawn while undecided. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { dayOf } from '../../kernel/clock';
import { newId } from '../../kernel/id';
import { audit } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import { AssessmentEntry } from '../assessment-entry.entity';
import type { Assessment } from '../assessment.entity';
import { lockOwn, momentOf } from '../assessment.reader';
import { scoresFor } from '../course/office.service';
import { takeOwn } from '../course/self-score.service';
import type { ScoreSheet } from '../score-sheet.entity';
import { lockSheet } from '../scoring.service';
import { checkEntry, type EntryGiven } from './entry-check';
import { notYours } from './entry-refusals';
import { readEntry } from './entry.reader';
import type { EntryView } from './entry.view';
import { effect, takeEntry } from './entry-in-hand';

@Injectable()
export class EntryService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /**
   * Recorded by the tier that scores. An occurrence counts at once when its recorder may score the criterion; all
   * else waits for another officer. Errors: assessment.published (409), entry.* (422) with the field, notFound.
   */
  record(actor: Actor, id: string, unionId: string, given: EntryGiven): Promise<EntryView> {
    return this.deeds.run(actor, async (tx) => {
      const assessment = await lockOwn(tx, actor, id, 'read');
      assessment.requireOpen();
      const sheet = await lockSheet(tx, assessment, unionId);
      const entry = await this.add(tx, actor, assessment, sheet, given);
      if (given.kind === 'occurrence') {
        const { criterion } = assessment.criterion(given.criterion ?? '');
        if (await scoresFor(tx, actor, assessment, criterion))
          await effect(tx, actor, { assessment, sheet, entry }, 'approved', null);
      }
      return readEntry(tx, { districtId: actor.districtId, assessmentId: id, id: entry.id });
    });
  }

  /** Proposed by the scored union about itself: the tier above decides. Errors: as `record`. */
  propose(actor: Actor, id: string, given: EntryGiven): Promise<EntryView> {
    return this.deeds.run(actor, async (tx) => {
      const { assessment, sheet } = await takeOwn(tx, actor, id);
      assessment.requireOpen();
      const entry = await this.add(tx, actor, assessment, sheet, given);
      return readEntry(tx, { districtId: actor.districtId, assessmentId: id, id: entry.id });
    });
  }

  /** Withdrawn by the union that recorded it. Errors: entry.notProposed, assessment.published (409), entry.notYours (403), notFound. */
  withdraw(actor: Actor, id: string, entryId: string): Promise<EntryView> {
    return this.deeds.run(actor, async (tx) => {
      const { assessment, entry, proposedByUnion } = await takeEntry(tx, actor, id, entryId, 'proposed');
      if (proposedByUnion === (assessment.ownerId === actor.unionId)) throw notYours();
      const { districtId, version } = entry;
      await tx.update(AssessmentEntry, { districtId, id: entryId }, { status: 'withdrawn', version: version + 1 });
      await audit(tx, actor, 'entry.withdrawn', entryId);
      return readEntry(tx, { districtId, assessmentId: id, id: entryId });
    });
  }

  private async add(
    tx: EntityManager,
    actor: Actor,
    assessment: Assessment,
    sheet: ScoreSheet,
    given: EntryGiven,
  ): Promise<AssessmentEntry> {
    const recordedAt = await momentOf(tx);
    checkEntry(assessment.definition, given, assessment.year, dayOf(recordedAt));
    const { kind, criterion, ground, count, points, occurredOn, words } = given;
    const entry = tx.create(AssessmentEntry, {
      districtId: actor.districtId,
      id: newId(),
      assessmentId: assessment.id,
      sheetId: sheet.id,
      unionId: sheet.unionId,
      kind,
      criterion: criterion ?? null,
      ground,
      count: count ?? 1,
      points: points ?? null,
      occurredOn,
      words,
      status: 'proposed',
      recordedBy: actor.officerId,
      recordedAt,
      decidedBy: null,
      decidedAt: null,
      decisionReason: null,
      version: 1,
    });
    await tx.insert(AssessmentEntry, entry);
    await audit(tx, actor, 'entry.recorded', entry.id, { after: { unionId: sheet.unionId, ...given } });
    return entry;
  }
}
