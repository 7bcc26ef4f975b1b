/** Publishing the results of an assessment (公示): computed one last time, ranked, frozen. */
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor';
import { Refused } from '../kernel/errors';
import { announce } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import { bump, lockOwn, momentOf, tallied } from './assessment.reader';
import type { AssessmentView } from './assessment.view';
import { computeSheets, sheetsOf } from './computation';
import { rankByPoints } from './ranking';
import { rankSheets, type SettledSheet } from './score-sheet.writer';

@Injectable()
export class PublicationService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /**
   * Computes the facts one last time, ranks and freezes. Errors: assessment.openCriteria (422) while anything is not
   * scored, assessment.published (409), notFound.
   */
  publish(actor: Actor, id: string): Promise<AssessmentView> {
    return this.deeds.run(actor, async (tx) => {
      const assessment = await lockOwn(tx, actor, id, 'write');
      assessment.requireOpen();
      const sheets = await computeSheets(tx, assessment, await sheetsOf(tx, assessment));
      requireComplete(sheets);
      const ranked = rankByPoints(sheets, ({ points }) => points);
      await rankSheets(tx, actor.districtId, ranked);
      // Last, for from here on the database refuses every change of a sheet and its scores.
      await bump(tx, assessment, {
        status: 'published',
        step: 'published',
        publication: assessment.publication + 1,
        publishedAt: await momentOf(tx),
      });
      await announce(tx, actor, {
        name: 'assessment.published',
        unionId: assessment.ownerId,
        path: assessment.path,
        subjectId: id,
        body: {
          assessment: assessment.body(),
          sheets: ranked.map(({ unionId, points, rank, classCode, criteria }) => ({
            unionId,
            points,
            rank,
            classCode,
            criteria: complete(criteria),
          })),
        },
      });
      return tallied(tx, assessment);
    });
  }
}

/** Nothing is open any more. */
function complete(criteria: SettledSheet['criteria']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(criteria).flatMap(([code, points]) => (points === null ? [] : [[code, points]])),
  );
}

function requireComplete(sheets: readonly SettledSheet[]): void {
  const open = sheets.filter(({ openCriteria }) => openCriteria > 0);
  if (open.length === 0) return;
  const criteria = open.reduce((sum, { openCriteria }) => sum + openCriteria, 0);
  throw new Refused('assessment.openCriteria', {
    zh: `还有 ${open.length} 张评分表共 ${criteria} 项没有得分，不能公示。`,
    en: `Not scored yet: ${criteria} criteria on ${open.length} sheets; the results cannot be published.`,
  });
}
