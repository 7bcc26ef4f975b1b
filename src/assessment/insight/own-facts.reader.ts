/** What a scored union may know of its own sheet before publication (本单位可见的考核事实): nothing the tier above gave. */
import type { EntityManager } from 'typeorm';
import type { Assessment } from '../assessment.entity';
import { gather, type SheetOf } from '../computation';
import { readFacts } from '../facts.reader';
import { readEntries } from '../given.reader';
import { ruleOf } from '../rules/rules';
import { type CriterionNode, criteriaOf, isGroup, type SchemeDefinition } from '../scheme-types';
import type { ScoreSheetView, StageScoreView } from '../score-sheet.view';
import type { EntryFact, UnionFacts } from '../scoring';
import { counting, type StageGiven } from '../stage';

/** The union's tasks, what it gave itself, and the approved ones of the entries it recorded itself. */
export async function readOwnFacts(
  tx: EntityManager,
  { districtId, year, definition }: Assessment,
  { id, unionId, classCode }: SheetOf,
  { criteria }: ScoreSheetView,
): Promise<UnionFacts> {
  const facts = await readFacts(tx, { districtId, year, unionIds: [unionId] });
  const entries = (await readEntries(tx, { districtId, sheetIds: [id] })).get(id) ?? [];
  const scorers = new Map(criteriaOf(definition).map(({ criterion: { code, scorer } }) => [code, scorer]));
  const given = criteria.flatMap(({ code, self }) => (self === null ? [] : [selfGiven(code, self)]));
  return {
    unionId,
    classCode,
    tasks: facts.get(unionId) ?? [],
    judgements: counting(given, (code) => scorers.get(code)),
    entries: await recordedBy(tx, districtId, unionId, entries),
  };
}

/** Everything of one union; once published there is nothing to keep from it. */
export async function readPublishedFacts(
  tx: EntityManager,
  assessment: Assessment,
  sheet: SheetOf,
): Promise<UnionFacts> {
  const [facts] = await gather(tx, assessment, [sheet]);
  if (facts === undefined) throw new RangeError('a sheet without a union');
  return facts;
}

/** A scheme without the criteria that compare: alone, a union has nobody to be compared with. */
export function withoutComparing(definition: SchemeDefinition): SchemeDefinition {
  const kept = (nodes: readonly CriterionNode[]): CriterionNode[] =>
    nodes.flatMap((node): CriterionNode[] => {
      if (isGroup(node)) return [{ ...node, criteria: kept(node.criteria) }];
      return ruleOf(node.rule.kind)?.compares ? [] : [node];
    });
  return { ...definition, parts: definition.parts.map((part) => ({ ...part, criteria: kept(part.criteria) })) };
}

const selfGiven = (criterion: string, { given, reason, by, at }: StageScoreView): StageGiven => ({
  criterion,
  stage: 'self',
  given,
  reason,
  by,
  at,
});

async function recordedBy(
  tx: EntityManager,
  districtId: string,
  unionId: string,
  entries: readonly EntryFact[],
): Promise<EntryFact[]> {
  const rows: { id: string }[] = await tx.query(
    `select id from officer where district_id = $1 and union_id = $2 and id = any($3::uuid[])`,
    [districtId, unionId, entries.map((entry) => entry.recordedBy)],
  );
  const own = new Set(rows.map(({ id }) => id));
  return entries.filter((entry) => own.has(entry.recordedBy));
}
