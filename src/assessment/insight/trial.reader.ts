/** Trying a scheme on the facts of an earlier year (方案试评), in a fixed number of statements; nothing is written. */
import { Inject, Injectable } from '@nestjs/common';
import { Decimal } from 'decimal.js';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { Deeds } from '../../outbox/deeds';
import { Assessment } from '../assessment.entity';
import { classFor, type Placeable } from '../course/classes';
import { readFacts } from '../facts.reader';
import { entriesOf } from '../counted-facts';
import { readCounted } from '../counted-facts.reader';
import { readGiven, readRecorded } from '../given.reader';
import { countersOf } from '../self-counting';
import { findOwn } from '../scheme.service';
import type { Scheme } from '../scheme.entity';
import { criteriaOf } from '../scheme-types';
import { scoreAll } from '../scoring';
import { readOnly } from './read-only.reader';
import { entriesFor, judgementsFor, lacking, type Published, rankedTrial, takenOver, type Tried } from './trial';
import type { TrialView } from './trial.view';

type Below = Placeable & Pick<Tried, 'unionId' | 'name'>;

interface EarlierSheet extends Published {
  readonly id: string;
  readonly unionId: string;
}

@Injectable()
export class TrialReader {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** Errors: notFound. */
  of(actor: Actor, schemeId: string, given: { year?: number }): Promise<TrialView> {
    return readOnly(this.deeds, async (tx) => {
      const { districtId } = actor;
      const scheme = await findOwn(tx, actor, schemeId, false);
      const { definition: draft, title } = scheme;
      const year = given.year ?? scheme.year - 1;
      const unions = (await unionsBelow(tx, actor)).map((union) => ({
        ...union,
        classCode: classFor(draft.classes, union),
      }));
      const earlier = await publishedIn(tx, scheme, year);
      const sheets = earlier === null ? [] : await sheetsOf(tx, earlier);
      const sheetIds = sheets.map(({ id }) => id);
      const facts = await readFacts(tx, { districtId, year, unionIds: unions.map(({ unionId }) => unionId) });
      const criteria = earlier === null ? [] : criteriaOf(earlier.definition).map(({ criterion }) => criterion);
      const judged = await readGiven(tx, { districtId, sheetIds, criteria });
      const entered = await readRecorded(tx, { districtId, sheetIds });
      const counters = countersOf(draft);
      const counted = await readCounted(tx, {
        ...{ districtId, year, unionIds: unions.map(({ unionId }) => unionId) },
        kinds: counters.map(({ counts }) => counts),
      });
      const { codes, why } = takenOver(draft, earlier?.definition ?? null);
      const then = new Map(sheets.map((sheet) => [sheet.unionId, sheet]));
      const scored = scoreAll(
        draft,
        unions.map(({ unionId, classCode }) => {
          const sheetId = then.get(unionId)?.id ?? '';
          return {
            unionId,
            classCode,
            tasks: facts.get(unionId) ?? [],
            judgements: judgementsFor(draft, codes, judged.get(sheetId) ?? {}),
            entries: [
              ...entriesFor(draft, entered.get(sheetId) ?? []),
              ...entriesOf(counters, counted.get(unionId) ?? []),
            ],
          };
        }),
      );
      return {
        schemeId,
        title,
        year,
        fullMarks: twoPlaces(draft.fullMarks),
        against: earlier && {
          assessmentId: earlier.id,
          title: earlier.title,
          fullMarks: twoPlaces(earlier.definition.fullMarks),
        },
        unions: rankedTrial(draft, scored, unions, then),
        ...lacking(scored, why),
      };
    });
  }
}

const twoPlaces = (text: string): string => new Decimal(text).toFixed(2);

/** Those that would be scored if the scheme were opened today. */
async function unionsBelow(tx: EntityManager, { districtId, unionId }: Actor): Promise<Below[]> {
  return tx.query(
    `select id as "unionId", name, kind, workers from trade_union
     where district_id = $1 and parent_id = $2 and opened_on <= app_today() and (closed_on is null or closed_on >= app_today())
     order by code`,
    [districtId, unionId],
  );
}

/** The latest published assessment of the same union over the same tier in that year. */
async function publishedIn(tx: EntityManager, { districtId, ownerId, forTier }: Scheme, year: number) {
  return tx.findOne(Assessment, {
    where: { districtId, ownerId, forTier, year, status: 'published' },
    order: { publishedAt: 'DESC', id: 'DESC' },
  });
}

async function sheetsOf(tx: EntityManager, { districtId, id }: Assessment): Promise<EarlierSheet[]> {
  return tx.query(
    `select id, union_id as "unionId", points::text as points, rank, grade from score_sheet where district_id = $1 and assessment_id = $2 order by id`,
    [districtId, id],
  );
}
