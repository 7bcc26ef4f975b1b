/** Explaining a sheet (得分说明) to those who score and, as far as it may know, to the scored union. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { Deeds } from '../../outbox/deeds';
import { scoreAll } from '../scoring';
import { explained, explainedParts, explainedWhole, reportsOf } from './explanation';
import { readOwnFacts, withoutComparing } from './own-facts.reader';
import { type FoundSheet, ownSheet, sheetInReach } from './own-sheet.reader';
import { readOnly } from './read-only.reader';
import { readSources } from './sources.reader';
import { type Told, toldByComputed, toldByStored } from './told';
import type { Added } from './whole';
import type { ExplanationView } from './whole.view';

@Injectable()
export class ExplanationReader {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** The sheet as it stands, with everything its points come from. Errors: notFound. */
  async of(actor: Actor, id: string, unionId: string): Promise<ExplanationView> {
    return readOnly(this.deeds, async (tx) => explainStored(tx, await sheetInReach(tx, actor, id, unionId)));
  }

  /**
   * The own sheet: as it was published; before that only what is computed and what the union gave itself, worked out
   * from the facts as they are now. Errors: notFound.
   */
  async own(actor: Actor, assessmentId: string): Promise<ExplanationView> {
    return readOnly(this.deeds, async (tx) => {
      const found = await ownSheet(tx, actor, assessmentId);
      return found.assessment.status === 'published' ? explainStored(tx, found) : explainOpen(tx, found);
    });
  }
}

function explainStored(tx: EntityManager, found: FoundSheet): Promise<ExplanationView> {
  return explain(tx, found, toldByStored(found.view), found.view, null);
}

async function explainOpen(tx: EntityManager, found: FoundSheet): Promise<ExplanationView> {
  const { assessment, sheet, view } = found;
  const facts = await readOwnFacts(tx, assessment, sheet, view);
  const [worked] = scoreAll(withoutComparing(assessment.definition), [facts]);
  if (worked === undefined) throw new RangeError('nothing was scored');
  const told = toldByComputed(worked, view);
  const added = { ...worked, openCriteria: told.filter(({ points }) => points === null).length };
  return explain(
    tx,
    { ...found, view: { ...view, points: worked.points } },
    told,
    added,
    facts.entries.map(({ entryId }) => entryId),
  );
}

async function explain(
  tx: EntityManager,
  { assessment: { districtId, definition, status }, sheet: { id: sheetId }, view }: FoundSheet,
  told: readonly Told[],
  added: Omit<Added, 'parts'>,
  entryIds: readonly string[] | null,
): Promise<ExplanationView> {
  const { assessmentId, title, year, unionId, unionName, fullMarks, points } = view;
  const { rank, classCode, classRank, grade, gradeWords } = view;
  const sources = await readSources(tx, { districtId, sheetId, reportIds: reportsOf(told), entryIds });
  const parts = explainedParts(view.parts, told);
  return {
    assessmentId,
    title,
    year,
    unionId,
    unionName,
    status,
    fullMarks,
    points,
    openCriteria: added.openCriteria,
    rank,
    classCode,
    classRank,
    grade,
    gradeWords,
    whole: explainedWhole(definition, { ...added, parts }, sources),
    parts,
    criteria: told.map((criterion) => explained(criterion, sources)),
    sources: { reports: sources.reports, entries: sources.entries },
  };
}
