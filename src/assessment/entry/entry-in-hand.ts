/** An entry in hand (考核记录): found and locked for a deed; and what a decision on it does. */
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import { announce } from '../../outbox/announce';
import { AssessmentEntry } from '../assessment-entry.entity';
import { Assessment } from '../assessment.entity';
import { momentOf } from '../assessment.reader';
import { recount } from '../computation';
import { tellProvisional } from '../provisional';
import { ScoreSheet } from '../score-sheet.entity';
import { groundsOf } from './entry-check';
import { notProposed } from './entry-refusals';

export interface EntryInHand {
  readonly assessment: Assessment;
  readonly sheet: ScoreSheet;
  readonly entry: AssessmentEntry;
}

/**
 * The entry, its sheet and its assessment, locked, for an officer of the union that scores or of the scored one; the
 * scored one only takes what it proposed. Errors: notFound, assessment.published, entry.notProposed (409).
 */
export async function takeEntry(
  tx: EntityManager,
  { districtId, unionId }: Actor,
  assessmentId: string,
  id: string,
  ...statuses: readonly AssessmentEntry['status'][]
): Promise<EntryInHand & { proposedByUnion: boolean }> {
  const assessment = await tx.findOne(Assessment, {
    where: { districtId, id: assessmentId },
    lock: { mode: 'pessimistic_read' },
  });
  const found = await tx.findOneBy(AssessmentEntry, { districtId, assessmentId, id });
  if (assessment === null || found === null) throw new NotFound();
  const [recorder]: { unionId: string }[] = await tx.query(
    'select union_id as "unionId" from officer where district_id = $1 and id = $2',
    [districtId, found.recordedBy],
  );
  const proposedByUnion = recorder?.unionId === found.unionId;
  const mine = assessment.ownerId === unionId || (found.unionId === unionId && proposedByUnion);
  if (!mine) throw new NotFound();
  assessment.requireOpen();
  const where = { districtId, id: found.sheetId };
  const sheet = await tx.findOneOrFail(ScoreSheet, { where, lock: { mode: 'pessimistic_write' } });
  // Read again behind the lock of the sheet: somebody may have decided it meanwhile.
  const entry = await tx.findOneByOrFail(AssessmentEntry, { districtId, id });
  if (!statuses.includes(entry.status)) throw notProposed();
  return { assessment, sheet, entry, proposedByUnion };
}

/** A decision, what it changes on the sheet, and who is told: the scored union, but for what it never knew of. */
export async function effect(
  tx: EntityManager,
  actor: Actor,
  { assessment, sheet, entry }: EntryInHand,
  outcome: 'approved' | 'refused',
  reason: string | null,
  hidden = false,
): Promise<void> {
  const { districtId, id, version, status: before } = entry;
  const decided = { status: outcome, decidedBy: actor.officerId, decisionReason: reason, version: version + 1 };
  await tx.update(AssessmentEntry, { districtId, id }, { ...decided, decidedAt: await momentOf(tx) });
  if (outcome === 'approved' || before === 'approved') {
    const codes = entry.criterion === null ? [] : [entry.criterion];
    await tellProvisional(tx, actor, assessment, await recount(tx, assessment, sheet, codes));
  }
  const { kind, criterion, ground, count, words } = entry;
  const name = groundsOf(assessment.definition, kind, criterion).find(({ code }) => code === ground)?.name ?? ground;
  await announce(tx, actor, {
    name: 'entry.decided',
    unionId: sheet.unionId,
    path: hidden ? assessment.path : sheet.path,
    subjectId: id,
    before: { status: before },
    body: {
      assessment: assessment.body(),
      unionId: sheet.unionId,
      entry: { entryId: id, kind, name, count, words, outcome },
    },
  });
}
