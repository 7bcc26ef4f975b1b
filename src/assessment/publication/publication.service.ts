/** Publishing the results of an assessment (公示): computed one last time, ranked, graded, frozen word for word. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CalendarService } from '../../calendar/calendar.service';
import { addWorkingDays } from '../../calendar/working-days';
import type { Actor } from '../../kernel/actor';
import { dayOf } from '../../kernel/clock';
import { Conflict } from '../../kernel/errors';
import { announce } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import type { Assessment } from '../assessment.entity';
import { bump, lockOwn, momentOf, tallied } from '../assessment.reader';
import type { AssessmentView } from '../assessment.view';
import { computeSheets, sheetsOf } from '../computation';
import { recordStep } from '../course/step.writer';
import { readSheets, readStoredSheets, type SheetFilter } from '../score-sheet.reader';
import type { ScoreSheetView } from '../score-sheet.view';
import { partOf, rankSheets } from '../score-sheet.writer';
import { appealDays, windowRuns } from './appeal-window';
import { gradedOf, rankedRows } from './graded';
import { freeze } from './publication.writer';
import { requireReady } from './readiness';
import { bodiesOf, standingsOf } from './standings';
import { enterStep, undecided } from './steps-after';

@Injectable()
export class PublicationService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(CalendarService) private readonly calendar: CalendarService,
  ) {}

  /**
   * Computes the facts one last time, ranks, grades and freezes; the appeal window begins. Errors:
   * assessment.openEntries, assessment.openCriteria, assessment.unplaced (422), assessment.notFinal, assessment.published (409), notFound.
   */
  publish(actor: Actor, id: string): Promise<AssessmentView> {
    return this.deeds.run(actor, async (tx) => {
      const assessment = await lockOwn(tx, actor, id, 'write');
      assessment.requireOpen();
      requireFinal(assessment);
      const { districtId, definition } = assessment;
      const sheets = await computeSheets(tx, assessment, await sheetsOf(tx, assessment));
      requireReady(definition, sheets, await openEntries(tx, assessment));
      const graded = gradedOf(definition, sheets);
      await rankSheets(tx, districtId, rankedRows(sheets, graded));
      const publishedAt = await momentOf(tx);
      const appealUntil = await this.lastDay(tx, assessment, dayOf(publishedAt));
      const publication = assessment.publication + 1;
      // From here on the database refuses every change of a sheet and its scores.
      await bump(tx, assessment, {
        status: 'published',
        step: 'published',
        stepDue: appealUntil,
        publication,
        publishedAt,
        appealUntil,
      });
      await recordStep(tx, assessment, actor.officerId, null);
      const all = { districtId, assessmentId: id };
      const { items } = await readSheets(tx, all, { page: 1, pageSize: Math.max(1, sheets.length) });
      const standings = standingsOf(definition, items, graded);
      const frozen = {
        kind: 'publication',
        appealId: null,
        reason: null,
        publishedAt,
        standings,
        sheets: inParts(
          tx,
          all,
          items.map(({ unionId }) => unionId),
        ),
      } as const;
      const digest = await freeze(tx, actor, assessment, frozen);
      await announce(tx, actor, {
        name: 'assessment.published',
        unionId: assessment.ownerId,
        path: assessment.path,
        subjectId: id,
        body: { assessment: assessment.body(), sheets: bodiesOf(standings, sheets), digest },
      });
      return tallied(tx, assessment);
    });
  }

  /** Closes an assessment (办结). Errors: assessment.windowRuns, assessment.undecided, assessment.closed (409), notFound. */
  close(actor: Actor, id: string): Promise<AssessmentView> {
    return this.deeds.run(actor, async (tx) => {
      const assessment = await lockOwn(tx, actor, id, 'write');
      if (assessment.status === 'open') throw notPublished();
      if (assessment.step === 'closed') throw closed();
      if (windowRuns(assessment.appealUntil, dayOf(await momentOf(tx)))) throw stillRuns(assessment.appealUntil ?? '');
      const waiting = await undecided(tx, assessment);
      if (waiting > 0) throw waits(waiting);
      await enterStep(tx, actor, assessment, 'closed');
      return tallied(tx, assessment);
    });
  }

  /** The last day of the appeal window. */
  private async lastDay(
    tx: EntityManager,
    { districtId, definition }: Assessment,
    today: string,
  ): Promise<string | null> {
    const days = appealDays(definition.course);
    return days === 0 ? null : addWorkingDays(today, days, await this.calendar.overrides(tx, districtId, today));
  }
}

/** The sheets of these unions with their criteria, in a few parts. */
async function* inParts(
  tx: EntityManager,
  of: SheetFilter,
  unionIds: readonly string[],
): AsyncGenerator<Iterable<ScoreSheetView>> {
  const pageSize = partOf(unionIds.length);
  for (let from = 0; from < unionIds.length; from += pageSize) {
    const part = { ...of, unionIds: unionIds.slice(from, from + pageSize) };
    yield (await readStoredSheets(tx, part, { page: 1, pageSize })).sheets;
  }
}

async function openEntries(tx: EntityManager, { districtId, id }: Assessment): Promise<number> {
  const [{ n }]: [{ n: number }] = await tx.query(
    `select count(*)::int as n from assessment_entry where district_id = $1 and assessment_id = $2 and status = 'proposed'`,
    [districtId, id],
  );
  return n;
}

const notPublished = (): Conflict =>
  new Conflict('assessment.open', { zh: '考核结果尚未公示。', en: 'The results are not published yet.' });

const closed = (): Conflict =>
  new Conflict('assessment.closed', { zh: '考核已经办结。', en: 'The assessment is closed already.' });

const stillRuns = (day: string): Conflict =>
  new Conflict('assessment.windowRuns', {
    zh: `申诉期到 ${day} 截止，期满后才能办结。`,
    en: `Results may be appealed until ${day}: close the assessment after that day.`,
  });

const waits = (n: number): Conflict =>
  new Conflict('assessment.undecided', {
    zh: `还有 ${n} 件申诉没有处理，不能办结。`,
    en: `Appeals that wait for an answer: ${n}; the assessment cannot be closed.`,
  });

/** Self-scores and reviews have their days: results are published from the final step only. */
function requireFinal({ step }: Assessment): void {
  if (step === 'final') return;
  throw new Conflict('assessment.notFinal', {
    zh: '考核还没有进入终评阶段，不能公示。',
    en: 'The assessment has not reached its final step, so its results cannot be published yet.',
  });
}
