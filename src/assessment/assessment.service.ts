/** Conducting an assessment (量化考核): open it, score it from the facts and by the office, publish it (公示). */
import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { Conflict, NotFound, Refused } from '../kernel/errors';
import { newId } from '../kernel/id';
import { announce, audit } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import { Assessment } from './assessment.entity';
import { lockOwn, sheetOf, tallied } from './assessment.reader';
import type { AssessmentView } from './assessment.view';
import { readFacts } from './facts.reader';
import { rankByPoints } from './ranking';
import { assessmentOf, findOwn } from './scheme.service';
import { Score } from './score.entity';
import { rowOf, rowsFromFacts } from './score-rows';
import { ScoreSheet } from './score-sheet.entity';
import type { ScoreSheetView } from './score-sheet.view';
import {
  addSheets,
  type NewSheet,
  rankSheets,
  replaceScores,
  type SettledSheet,
  settleSheets,
} from './score-sheet.writer';
import { scoreCriterion } from './scoring';

@Injectable()
export class AssessmentService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /**
   * Opens an assessment for all open unions directly below: one sheet each, scored from the facts as they are now.
   * Errors: assessment.exists (409), assessment.noUnions (422), notFound.
   */
  open(actor: Actor, { schemeId }: { schemeId: string }): Promise<AssessmentView> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId, path } = actor;
      const scheme = await findOwn(tx, actor, schemeId, true);
      if ((await assessmentOf(tx, scheme)) !== null) throw exists();
      const unions = await unionsBelow(tx, actor);
      if (unions.length === 0) throw noUnions();
      const { ownerId, year, forTier, title, definition } = scheme;
      const assessment = tx.create(Assessment, {
        districtId,
        id: newId(),
        schemeId,
        ownerId,
        path,
        year,
        forTier,
        title,
        definition,
        status: 'open',
        openedAt: await momentOf(tx),
        publishedAt: null,
        version: 1,
      });
      const facts = await readFacts(tx, { districtId, year, unionIds: unions.map(({ unionId }) => unionId) });
      const sheets = unions.map((union) => ({ ...union, id: newId() }));
      await tx.insert(Assessment, assessment);
      await addSheets(tx, assessment, sheets, rowsFromFacts(definition, sheets, facts));
      const { id } = assessment;
      await announce(tx, actor, {
        name: 'assessment.opened',
        unionId: ownerId,
        path,
        subjectId: id,
        body: { assessment: assessment.body() },
      });
      return tallied(tx, assessment);
    });
  }

  /** Scores the computed criteria anew from the facts as they are now. Errors: assessment.published (409), notFound. */
  refresh(actor: Actor, id: string): Promise<AssessmentView> {
    return this.deeds.run(actor, async (tx) => {
      const assessment = await lockOwn(tx, actor, id, 'write');
      assessment.requireOpen();
      await this.compute(tx, assessment);
      await bump(tx, assessment, {});
      await audit(tx, actor, 'assessment.computed', id);
      return tallied(tx, assessment);
    });
  }

  /**
   * What the office gives for a criterion, with its reason. Errors: assessment.published (409), notFound,
   * assessment.computedCriterion, pointsOutsideLimits (422).
   */
  score(
    actor: Actor,
    id: string,
    unionId: string,
    code: string,
    given: { points: string; reason: string },
  ): Promise<ScoreSheetView> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId, officerId } = actor;
      const assessment = await lockOwn(tx, actor, id, 'read');
      assessment.requireOpen();
      const placed = assessment.judgedCriterion(code);
      const where = { districtId, assessmentId: id, unionId };
      const sheet = await tx.findOne(ScoreSheet, { where, lock: { mode: 'pessimistic_write' } });
      if (sheet === null) throw new NotFound();
      const earlier = await tx.findOneByOrFail(Score, { districtId, sheetId: sheet.id, criterion: code });
      const at = (await momentOf(tx)).toISOString();
      const row = rowOf(
        sheet.id,
        scoreCriterion(placed, { tasks: [], weight: placed.weight, judgement: { ...given, by: officerId, at } }),
      );
      await replaceScores(tx, districtId, [row], { officerId, reason: given.reason });
      await settleSheets(tx, districtId, [sheet.id]);
      const { points, reason, scoredBy } = earlier;
      await announce(tx, actor, {
        name: 'score.recorded',
        unionId,
        path: assessment.path,
        subjectId: sheet.id,
        before: { criterion: code, points, reason, scoredBy },
        body: { assessment: assessment.body(), unionId, criterion: code, points: row.points ?? given.points },
      });
      return sheetOf(tx, where);
    });
  }

  /**
   * Computes the facts one last time, ranks and freezes. Errors: assessment.openCriteria (422) while anything is not
   * scored, assessment.published (409), notFound.
   */
  publish(actor: Actor, id: string): Promise<AssessmentView> {
    return this.deeds.run(actor, async (tx) => {
      const assessment = await lockOwn(tx, actor, id, 'write');
      assessment.requireOpen();
      const sheets = await this.compute(tx, assessment);
      requireComplete(sheets);
      const ranked = rankByPoints(sheets, ({ points }) => points);
      await rankSheets(tx, actor.districtId, ranked);
      // Last, for from here on the database refuses every change of a sheet and its scores.
      await bump(tx, assessment, { status: 'published', publishedAt: await momentOf(tx) });
      await announce(tx, actor, {
        name: 'assessment.published',
        unionId: assessment.ownerId,
        path: assessment.path,
        subjectId: id,
        body: {
          assessment: assessment.body(),
          sheets: ranked.map(({ unionId, points, rank }) => ({ unionId, points, rank })),
        },
      });
      return tallied(tx, assessment);
    });
  }

  private async compute(tx: EntityManager, { districtId, id, year, definition }: Assessment): Promise<SettledSheet[]> {
    const sheets = await tx.find(ScoreSheet, { where: { districtId, assessmentId: id }, order: { id: 'ASC' } });
    const facts = await readFacts(tx, { districtId, year, unionIds: sheets.map(({ unionId }) => unionId) });
    const rows = rowsFromFacts(definition, sheets, facts).filter(({ source }) => source === 'computed');
    await replaceScores(tx, districtId, rows);
    return settleSheets(
      tx,
      districtId,
      sheets.map((sheet) => sheet.id),
    );
  }
}

/** The unions directly below that are open today, with their paths. */
async function unionsBelow(tx: EntityManager, { districtId, unionId }: Actor): Promise<Omit<NewSheet, 'id'>[]> {
  return tx.query(
    `select id as "unionId", path::text as path from trade_union
     where district_id = $1 and parent_id = $2 and opened_on <= app_today() and (closed_on is null or closed_on >= app_today())
     order by code`,
    [districtId, unionId],
  );
}

async function momentOf(tx: EntityManager): Promise<Date> {
  const [{ now }]: [{ now: Date }] = await tx.query('select app_now() as now');
  return now;
}

async function bump(
  tx: EntityManager,
  assessment: Assessment,
  change: Pick<Partial<Assessment>, 'status' | 'publishedAt'>,
): Promise<void> {
  Object.assign(assessment, change, { version: assessment.version + 1 });
  const { districtId, id, version } = assessment;
  await tx.update(Assessment, { districtId, id }, { ...change, version });
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

function exists(): Conflict {
  return new Conflict('assessment.exists', {
    zh: '已按该方案开展考核。',
    en: 'An assessment by this scheme has been opened already.',
  });
}

function noUnions(): Refused {
  return new Refused('assessment.noUnions', {
    zh: '本级没有可考核的直接下级工会。',
    en: 'There is no open union directly below yours.',
  });
}
