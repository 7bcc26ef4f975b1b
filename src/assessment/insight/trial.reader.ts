/** Trying a scheme on the facts of an earlier year (方案试评), in a fixed number of statements; nothing is written. */
import { Inject, Injectable } from '@nestjs/common';
import { Decimal } from 'decimal.js';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { Deeds } from '../../outbox/deeds';
import { Assessment } from '../assessment.entity';
import { readFacts } from '../facts.reader';
import { readEntries, readGiven } from '../given.reader';
import { findOwn } from '../scheme.service';
import type { Scheme } from '../scheme.entity';
import { criteriaOf } from '../scheme-types';
import { scoreAll } from '../scoring';
import { readOnly } from './read-only.reader';
import { entriesFor, judgementsFor, lacking, type Published, rankedTrial, takenOver } from './trial';
import type { TrialView } from './trial.view';

interface Below {
  readonly unionId: string;
  readonly name: string;
}

interface EarlierSheet extends Published {
  readonly id: string;
  readonly unionId: string;
  readonly classCode: string | null;
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
      const unions = await unionsBelow(tx, actor);
      const earlier = await publishedIn(tx, scheme, year);
      const sheets = earlier === null ? [] : await sheetsOf(tx, earlier);
      const sheetIds = sheets.map(({ id }) => id);
      const facts = await readFacts(tx, { districtId, year, unionIds: unions.map(({ unionId }) => unionId) });
      const criteria = earlier === null ? [] : criteriaOf(earlier.definition).map(({ criterion }) => criterion);
      const judged = await readGiven(tx, { districtId, sheetIds, criteria });
      const entered = await readEntries(tx, { districtId, sheetIds });
      const { codes, why } = takenOver(draft, earlier?.definition ?? null);
      const then = new Map(sheets.map((sheet) => [sheet.unionId, sheet]));
      const classes = new Set((draft.classes ?? []).map(({ code }) => code));
      const scored = scoreAll(
        draft,
        unions.map(({ unionId }) => {
          const sheet = then.get(unionId);
          const classCode = sheet?.classCode ?? null;
          return {
            unionId,
            classCode: classCode !== null && classes.has(classCode) ? classCode : null,
            tasks: facts.get(unionId) ?? [],
            judgements: judgementsFor(draft, codes, judged.get(sheet?.id ?? '') ?? {}),
            entries: entriesFor(draft, entered.get(sheet?.id ?? '') ?? []),
          };
        }),
      );
      const names = new Map(unions.map(({ unionId, name }) => [unionId, name]));
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
        unions: rankedTrial(scored, names, then),
        ...lacking(scored, why),
      };
    });
  }
}

const twoPlaces = (text: string): string => new Decimal(text).toFixed(2);

/** Those that would be scored if the scheme were opened today. */
async function unionsBelow(tx: EntityManager, { districtId, unionId }: Actor): Promise<Below[]> {
  return tx.query(
    `select id as "unionId", name from trade_union
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
    `select id, union_id as "unionId", class_code as "classCode", points::text as points, rank
     from score_sheet where district_id = $1 and assessment_id = $2 order by id`,
    [districtId, id],
  );
}
