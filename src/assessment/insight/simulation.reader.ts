/** Answering "what if" (试算) without writing anything. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { Deeds } from '../../outbox/deeds';
import { gather, sheetsOf } from '../computation';
import { rankByPoints } from '../ranking';
import { ruleOf } from '../rules/rules';
import { criteriaOf, type SchemeDefinition } from '../scheme-types';
import { type ScoredSheet, scoreAll, type UnionFacts } from '../scoring';
import { changedCriteria, difference } from './difference';
import { explainedWhole } from './explanation';
import { readOwnFacts, readPublishedFacts, withoutComparing } from './own-facts.reader';
import { type FoundSheet, ownSheet, sheetInReach } from './own-sheet.reader';
import { readOnly } from './read-only.reader';
import type { LeftOutView, SimulatedRankView, SimulationView } from './simulation.view';
import { COMPARED } from './told';
import { laidOver, type WhatIf } from './what-if';

@Injectable()
export class SimulationReader {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** For those who score: the sheet, and its rank among the sheets as they stand. Errors: notFound, simulation.impossible. */
  of(actor: Actor, id: string, unionId: string, whatIf: WhatIf): Promise<SimulationView> {
    return readOnly(this.deeds, async (tx) => {
      const found = await sheetInReach(tx, actor, id, unionId);
      const { definition } = found.assessment;
      const all = await sheetsOf(tx, found.assessment);
      const compares = criteriaOf(definition).some(({ criterion }) => ruleOf(criterion.rule.kind)?.compares);
      const facts = await gather(tx, found.assessment, compares ? all : all.filter((each) => each.unionId === unionId));
      const then = facts.map((each) => (each.unionId === unionId ? laidOver(definition, each, whatIf) : each));
      const [before, after] = [scoreAll(definition, facts), scoreAll(definition, then)];
      const [one, other] = [sheetFor(before, unionId), sheetFor(after, unionId)];
      const standing = await pointsOf(tx, found);
      const ranks = (mine: (unionId: string) => boolean) => {
        const others = standing.filter((each) => mine(each.unionId));
        return ranked(unionId, others, before, after);
      };
      const peers = new Set(all.filter(({ classCode }) => classCode === found.sheet.classCode).map((s) => s.unionId));
      return {
        ...answer(found, definition, one, other, []),
        rank: ranks(() => true),
        classRank: found.sheet.classCode === null ? null : ranks((each) => peers.has(each)),
      };
    });
  }

  /** For the scored union: before publication nothing that the tier above gave. Errors: notFound, simulation.impossible. */
  own(actor: Actor, assessmentId: string, whatIf: WhatIf): Promise<SimulationView> {
    return readOnly(this.deeds, async (tx) => {
      const found = await ownSheet(tx, actor, assessmentId);
      const { assessment, sheet, view } = found;
      const definition = withoutComparing(assessment.definition);
      const facts =
        assessment.status === 'published'
          ? await readPublishedFacts(tx, assessment, sheet)
          : await readOwnFacts(tx, assessment, sheet, view);
      const known = new Set(criteriaOf(definition).map(({ criterion }) => criterion.code));
      const alone = { ...facts, judgements: onlyOf(facts.judgements, known) };
      const [one, other] = [alone, laidOver(definition, alone, whatIf)].map((each) =>
        sheetFor(scoreAll(definition, [each]), sheet.unionId),
      ) as [ScoredSheet, ScoredSheet];
      const leftOut = view.criteria
        .filter(({ code }) => !known.has(code))
        .map(({ code, name, marks }) => ({ code, name, marks, words: COMPARED }));
      return { ...answer(found, definition, one, other, leftOut), rank: null, classRank: null };
    });
  }
}

const onlyOf = (judgements: UnionFacts['judgements'], known: ReadonlySet<string>): UnionFacts['judgements'] =>
  Object.fromEntries(Object.entries(judgements).filter(([code]) => known.has(code)));

function answer(
  { assessment, sheet }: FoundSheet,
  definition: SchemeDefinition,
  before: ScoredSheet,
  after: ScoredSheet,
  leftOut: LeftOutView[],
): Omit<SimulationView, 'rank' | 'classRank'> {
  const added = { ...after, openCriteria: after.openCriteria.length };
  return {
    assessmentId: assessment.id,
    unionId: sheet.unionId,
    fullMarks: after.fullMarks,
    before: before.points,
    points: after.points,
    difference: difference(before.points, after.points),
    whole: explainedWhole(definition, added, { reports: [], entries: [], files: [] }),
    criteria: changedCriteria(before, after),
    leftOut,
  };
}

interface Standing {
  readonly unionId: string;
  readonly points: string;
}

async function pointsOf(tx: EntityManager, { assessment: { districtId, id } }: FoundSheet): Promise<Standing[]> {
  return tx.query(
    `select union_id as "unionId", points::text as points from score_sheet
     where district_id = $1 and assessment_id = $2 order by id`,
    [districtId, id],
  );
}

/** The place of a union before and after; where others were worked out too, by what they would have. */
function ranked(
  unionId: string,
  standing: readonly Standing[],
  before: readonly ScoredSheet[],
  after: readonly ScoredSheet[],
): SimulatedRankView {
  const place = (worked: readonly ScoredSheet[]): number => {
    const known = new Map(worked.map((sheet) => [sheet.unionId, sheet.points]));
    const rows = standing.map((row) => ({ ...row, points: known.get(row.unionId) ?? row.points }));
    return rankByPoints(rows, ({ points }) => points).find((row) => row.unionId === unionId)?.rank ?? rows.length;
  };
  return { before: place(before), after: place(after), of: standing.length };
}

function sheetFor(sheets: readonly ScoredSheet[], unionId: string): ScoredSheet {
  const found = sheets.find((sheet) => sheet.unionId === unionId);
  if (found === undefined) throw new RangeError('the union was not scored');
  return found;
}
