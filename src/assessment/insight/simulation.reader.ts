/** Answering "what if" (试算) without writing anything. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { Deeds } from '../../outbox/deeds';
import type { Assessment } from '../assessment.entity';
import { gather } from '../gathering';
import type { Rankable } from '../publication/graded';
import { ruleOf } from '../rules/rules';
import { criteriaOf, type SchemeDefinition } from '../scheme-types';
import { type ScoredSheet, scoreAll, type UnionFacts } from '../scoring';
import { changedCriteria, difference } from './difference';
import { explainedWhole } from './explanation';
import { readOwnFacts, readPublishedFacts, withoutComparing } from './own-facts.reader';
import { type FoundSheet, ownSheet, sheetInReach } from './own-sheet.reader';
import { placesOf } from './places';
import { readOnly } from './read-only.reader';
import type { LeftOutView, SimulationView } from './simulation.view';
import { COMPARED } from './told';
import { laidOver, type WhatIf } from './what-if';

/** Every sheet with what ranks are made of; what was corrected counts as corrected. */
const standingSql = `
  select s.id, s.union_id as "unionId", s.class_code as "classCode", s.points::text as points, s.vetoes, (
    select coalesce(json_object_agg(c.criterion, coalesce((select k.new_points from correction k
      where k.district_id = c.district_id and k.sheet_id = c.sheet_id and k.criterion = c.criterion
      order by k.decided_at desc, k.id desc limit 1), c.points)::text), '{}')
    from score c where c.district_id = s.district_id and c.sheet_id = s.id) as criteria
  from score_sheet s where s.district_id = $1 and s.assessment_id = $2 order by s.id`;

@Injectable()
export class SimulationReader {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** For those who score: the sheet, and its place among the sheets as they stand. Errors: notFound, simulation.impossible. */
  of(actor: Actor, id: string, unionId: string, whatIf: WhatIf): Promise<SimulationView> {
    return readOnly(this.deeds, async (tx) => {
      const found = await sheetInReach(tx, actor, id, unionId);
      const { definition } = found.assessment;
      const standing = await readStanding(tx, found.assessment);
      const compares = criteriaOf(definition).some(({ criterion }) => ruleOf(criterion.rule.kind)?.compares);
      const sheets = compares ? standing : standing.filter((each) => each.unionId === unionId);
      const facts = await gather(tx, found.assessment, sheets);
      const then = facts.map((each) => (each.unionId === unionId ? laidOver(definition, each, whatIf) : each));
      const [before, after] = [scoreAll(definition, facts), scoreAll(definition, then)];
      return {
        ...answer(found, definition, [before, after], []),
        ...placesOf(definition, unionId, standing, before, after),
      };
    });
  }

  /** For the scored union: before publication nothing that the tier above gave. Errors: notFound, simulation.impossible. */
  own(actor: Actor, assessmentId: string, whatIf: WhatIf): Promise<SimulationView> {
    return readOnly(this.deeds, async (tx) => {
      const found = await ownSheet(tx, actor, assessmentId);
      const { assessment, sheet, view } = found;
      const definition = withoutComparing(assessment.definition);
      const known = new Set(criteriaOf(definition).map(({ criterion }) => criterion.code));
      const facts =
        assessment.status === 'published'
          ? await readPublishedFacts(tx, assessment, sheet)
          : (await readOwnFacts(tx, assessment, sheet)).facts;
      const alone = { ...facts, judgements: onlyOf(facts.judgements, known) };
      const before = scoreAll(definition, [alone]);
      const after = scoreAll(definition, [laidOver(definition, alone, whatIf)]);
      const leftOut = view.criteria
        .filter(({ code }) => !known.has(code))
        .map(({ code, name, marks }) => ({ code, name, marks, words: COMPARED }));
      return { ...answer(found, definition, [before, after], leftOut), rank: null, classRank: null, grade: null };
    });
  }
}

const readStanding = (tx: EntityManager, { districtId, id }: Assessment): Promise<Rankable[]> =>
  tx.query(standingSql, [districtId, id]);

const onlyOf = (judgements: UnionFacts['judgements'], known: ReadonlySet<string>): UnionFacts['judgements'] =>
  Object.fromEntries(Object.entries(judgements).filter(([code]) => known.has(code)));

function answer(
  { assessment, sheet: { unionId } }: FoundSheet,
  definition: SchemeDefinition,
  sheets: readonly [before: ScoredSheet[], after: ScoredSheet[]],
  leftOut: LeftOutView[],
): Omit<SimulationView, 'rank' | 'classRank' | 'grade'> {
  const [before, after] = sheets.map((some) => sheetFor(some, unionId)) as [ScoredSheet, ScoredSheet];
  const added = { ...after, openCriteria: after.openCriteria.length };
  return {
    assessmentId: assessment.id,
    unionId,
    fullMarks: after.fullMarks,
    before: before.points,
    points: after.points,
    difference: difference(before.points, after.points),
    whole: explainedWhole(definition, added, { reports: [], entries: [], files: [] }),
    criteria: changedCriteria(before, after),
    leftOut,
  };
}

function sheetFor(sheets: readonly ScoredSheet[], unionId: string): ScoredSheet {
  const found = sheets.find((sheet) => sheet.unionId === unionId);
  if (found === undefined) throw new RangeError('the union was not scored');
  return found;
}
