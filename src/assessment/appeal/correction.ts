/** What a correction (更正) brings with it: totals, ranks and grades anew, and a publication of its own. */
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { announce } from '../../outbox/announce';
import type { Assessment } from '../assessment.entity';
import { bump, sheetOf } from '../assessment.reader';
import { gradedOf, rankedRows } from '../publication/graded';
import { Publication } from '../publication/publication.entity';
import { freeze } from '../publication/publication.writer';
import { bodiesOf, correctedStandings } from '../publication/standings';
import type { Appeal } from './appeal.entity';
import { type EffectiveSheet, moveSheets, totalled } from './correction.writer';
import type { Corrected } from './decision';

/** The sheet with its new points. */
export function corrected(sheet: EffectiveSheet, corrections: readonly Corrected[]): EffectiveSheet {
  const points = new Map(corrections.map((each) => [each.criterion, each.new]));
  return {
    ...sheet,
    criteria: sheet.criteria.map((each) => ({ ...each, points: points.get(each.code) ?? each.points })),
  };
}

/** Adds up, ranks and grades all sheets anew and publishes the correction; its corrections are written by now. */
export async function publishCorrection(
  tx: EntityManager,
  actor: Actor,
  assessment: Assessment,
  given: { appeal: Appeal; reason: string; at: Date; sheets: readonly EffectiveSheet[] },
): Promise<void> {
  const { districtId, id: assessmentId, definition } = assessment;
  const { appeal, reason, at } = given;
  const sheets = (await totalled(tx, assessment, given.sheets)).map((sheet) => ({
    ...sheet,
    criteria: Object.fromEntries(sheet.criteria.map(({ code, points }) => [code, points])),
  }));
  const graded = gradedOf(definition, sheets);
  const ranked = new Map(rankedRows(sheets, graded).map((row) => [row.id, row]));
  await moveSheets(
    tx,
    districtId,
    sheets.flatMap(({ id, points, base }) => {
      const row = ranked.get(id);
      return row === undefined ? [] : [{ ...row, points, base }];
    }),
  );
  const earlier = await tx.findOneByOrFail(Publication, { districtId, assessmentId, no: assessment.publication });
  const points = new Map(sheets.map((sheet) => [sheet.unionId, sheet.points]));
  const standings = correctedStandings(definition, earlier.standings, points, graded);
  await bump(tx, assessment, { publication: assessment.publication + 1 });
  const corrected = await sheetOf(tx, { districtId, assessmentId, unionId: appeal.unionId });
  const digest = await freeze(tx, actor, assessment, {
    kind: 'correction',
    appealId: appeal.id,
    reason,
    publishedAt: at,
    standings,
    sheets: [[corrected]],
  });
  await announce(tx, actor, {
    name: 'assessment.corrected',
    unionId: assessment.ownerId,
    path: assessment.path,
    subjectId: assessmentId,
    body: { assessment: assessment.body(), sheets: bodiesOf(standings, sheets), reason, digest },
  });
}
