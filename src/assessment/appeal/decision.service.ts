/** Deciding an appeal (申诉处理): by somebody who did not score it; an upheld one corrects, ranks anew and is published. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { newId } from '../../kernel/id';
import { announce } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import type { Assessment } from '../assessment.entity';
import { lockOwn, momentOf } from '../assessment.reader';
import { enterStep, undecided } from '../publication/steps-after';
import { ScoreSheet } from '../score-sheet.entity';
import { Appeal } from './appeal.entity';
import { takeAppeal } from './appeal-in-hand';
import { ownScore } from './appeal-refusals';
import { appealOf } from './appeal.reader';
import type { AppealDetail } from './appeal.view';
import { corrected, publishCorrection } from './correction';
import { readEffective, writeCorrections } from './correction.writer';
import { checkedCorrections, type DecisionGiven } from './decision';
import { ownScoreSql } from './own-score';

@Injectable()
export class DecisionService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /**
   * Decides an appeal; the last one after the window closes the assessment. Errors: appeal.ownScore and those of
   * `checkedCorrections` (422), appeal.decided (409), notFound.
   */
  decide(actor: Actor, assessmentId: string, id: string, given: DecisionGiven): Promise<AppealDetail> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId } = actor;
      await lockOwn(tx, actor, assessmentId, 'write');
      const { assessment, appeal } = await takeAppeal(tx, { districtId, id, assessmentId });
      await requireOthersScore(tx, actor, appeal);
      await settle(tx, actor, { assessment, appeal, given });
      if (assessment.step === 'appeals' && (await undecided(tx, assessment)) === 0)
        await enterStep(tx, actor, assessment, 'closed');
      return appealOf(tx, actor, { districtId, id });
    });
  }
}

async function settle(
  tx: EntityManager,
  actor: Actor,
  { assessment, appeal, given }: { assessment: Assessment; appeal: Appeal; given: DecisionGiven },
): Promise<void> {
  const { districtId, officerId } = actor;
  const { outcome, reason } = given;
  const { id, sheetId, unionId, criteria } = appeal;
  const sheets = await readEffective(tx, assessment);
  const own = sheets.find((sheet) => sheet.id === sheetId);
  const corrections = checkedCorrections(given, criteria, own?.criteria ?? []).map((each) => ({
    ...each,
    id: newId(),
  }));
  const at = await momentOf(tx);
  await tx.update(
    Appeal,
    { districtId, id },
    { status: outcome, decidedBy: officerId, decidedAt: at, decisionReason: reason, version: appeal.version + 1 },
  );
  const { path } = await tx.findOneByOrFail(ScoreSheet, { districtId, id: sheetId });
  await announce(tx, actor, {
    name: 'appeal.decided',
    unionId,
    path,
    subjectId: id,
    before: { status: appeal.status },
    body: { assessment: assessment.body(), unionId, appealId: id, outcome, reason },
  });
  if (corrections.length === 0) return;
  const of = { districtId, assessmentId: assessment.id, appealId: id, sheetId, officerId, at };
  await writeCorrections(tx, of, corrections);
  await publishCorrection(tx, actor, assessment, {
    appeal,
    reason,
    at,
    sheets: sheets.map((sheet) => (sheet.id === sheetId ? corrected(sheet, corrections) : sheet)),
  });
}

async function requireOthersScore(tx: EntityManager, { districtId, officerId }: Actor, { id }: Appeal): Promise<void> {
  const [row]: { own: boolean }[] = await tx.query(
    `select ${ownScoreSql('$3::uuid')} as own from appeal p where p.district_id = $1 and p.id = $2`,
    [districtId, id, officerId],
  );
  if (row?.own !== false) throw ownScore();
}
