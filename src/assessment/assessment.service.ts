/** Conducting an assessment (量化考核): open it, and compute it anew from the facts. */
import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { CalendarService } from '../calendar/calendar.service';
import type { Actor } from '../kernel/actor';
import { dayOf } from '../kernel/clock';
import { Conflict, Refused } from '../kernel/errors';
import { newId } from '../kernel/id';
import { announce, audit } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import { Assessment } from './assessment.entity';
import { bump, lockOwn, momentOf, tallied } from './assessment.reader';
import type { AssessmentView } from './assessment.view';
import { computeSheets, scoreFirst, sheetsOf } from './computation';
import { classFor, type Placeable } from './course/classes';
import { firstStep, takesFromUnions } from './course/course';
import { lastDay, recordStep } from './course/step.writer';
import { assessmentOf, findOwn } from './scheme.service';
import { tellProvisional } from './provisional';
import type { NewSheet } from './score-sheet.writer';

@Injectable()
export class AssessmentService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(CalendarService) private readonly calendar: CalendarService,
  ) {}

  /**
   * Opens an assessment for all open unions directly below: one sheet each, placed in its class and scored from the
   * facts as they are now. It takes the first step of its course, or waits for the day on which it begins.
   * Errors: assessment.exists (409), assessment.noUnions, assessment.beginOn (422), notFound.
   */
  open(actor: Actor, { schemeId, beginOn }: { schemeId: string; beginOn?: string }): Promise<AssessmentView> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId, path } = actor;
      const scheme = await findOwn(tx, actor, schemeId, true);
      if ((await assessmentOf(tx, scheme)) !== null) throw exists();
      const unions = await unionsBelow(tx, actor);
      if (unions.length === 0) throw noUnions();
      const { ownerId, year, forTier, title, definition, version: schemeVersion } = scheme;
      const openedAt = await momentOf(tx);
      if (beginOn !== undefined && beginOn <= dayOf(openedAt)) throw beginsLater();
      const step = beginOn === undefined ? firstStep(definition.course) : 'opened';
      const assessment = tx.create(Assessment, {
        districtId,
        id: newId(),
        schemeId,
        schemeVersion,
        ownerId,
        path,
        year,
        forTier,
        title,
        definition,
        status: 'open',
        step,
        stepDue: await lastDay(tx, this.calendar, { districtId, definition }, { step }),
        beginOn: beginOn ?? null,
        appealUntil: null,
        selfScored: takesFromUnions(definition),
        publication: 0,
        openedAt,
        publishedAt: null,
        version: 1,
      });
      const sheets: NewSheet[] = unions.map(({ unionId, path, ...union }) => ({
        id: newId(),
        unionId,
        path,
        classCode: classFor(definition.classes, union),
      }));
      await tx.insert(Assessment, assessment);
      await recordStep(tx, assessment, actor.officerId, null);
      const { id } = assessment;
      const settled = await scoreFirst(tx, assessment, sheets);
      await announce(tx, actor, {
        name: 'assessment.opened',
        unionId: ownerId,
        path,
        subjectId: id,
        body: { assessment: assessment.body(), outline: assessment.outline() },
      });
      await tellProvisional(tx, actor, assessment, settled);
      return tallied(tx, assessment);
    });
  }

  /** Scores the computed criteria anew from the facts as they are now. Errors: assessment.published (409), notFound. */
  refresh(actor: Actor, id: string): Promise<AssessmentView> {
    return this.deeds.run(actor, async (tx) => {
      const assessment = await lockOwn(tx, actor, id, 'write');
      assessment.requireOpen();
      const settled = await computeSheets(tx, assessment, await sheetsOf(tx, assessment));
      await bump(tx, assessment, {});
      await audit(tx, actor, 'assessment.computed', id);
      await tellProvisional(tx, actor, assessment, settled);
      return tallied(tx, assessment);
    });
  }
}

/** The unions directly below that are open today, with their paths. */
async function unionsBelow(
  tx: EntityManager,
  { districtId, unionId }: Actor,
): Promise<(Pick<NewSheet, 'unionId' | 'path'> & Placeable)[]> {
  return tx.query(
    `select id as "unionId", path::text as path, kind, workers from trade_union
     where district_id = $1 and parent_id = $2 and opened_on <= app_today() and (closed_on is null or closed_on >= app_today())
     order by code`,
    [districtId, unionId],
  );
}

function exists(): Conflict {
  return new Conflict('assessment.exists', {
    zh: '已按该方案开展考核。',
    en: 'An assessment by this scheme has been opened already.',
  });
}

function beginsLater(): Refused {
  const words = {
    zh: '应为今天以后的日期；当日即启动的不填。',
    en: 'Must be a day after today; leave it out to begin at once.',
  };
  return new Refused('assessment.beginOn', words, 'beginOn');
}

function noUnions(): Refused {
  return new Refused('assessment.noUnions', {
    zh: '本级没有可考核的直接下级工会。',
    en: 'There is no open union directly below yours.',
  });
}
