/** What a scored union may know of its own sheet before publication (本单位可见的考核事实): nothing the tier above gave. */
import type { EntityManager } from 'typeorm';
import type { Assessment } from '../assessment.entity';
import { gather, type SheetOf } from '../gathering';
import { readFacts } from '../facts.reader';
import { readEntries } from '../given.reader';
import { ruleOf } from '../rules/rules';
import { type CriterionNode, criteriaOf, isGroup, type SchemeDefinition } from '../scheme-types';
import type { StageScoreView } from '../score-sheet.view';
import type { UnionFacts } from '../scoring';
import { counting, type StageGiven } from '../stage';

const selfSql = `
  select g.criterion, g.points::text as points, g.given, g.reason, g.scored_by as by, o.name as "byName",
    to_char(g.scored_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, g.late
  from stage_score g join officer o on o.district_id = g.district_id and o.id = g.scored_by
  where g.district_id = $1 and g.sheet_id = $2 and g.stage = 'self' order by g.criterion`;

/** What the union gave itself, by criterion, also before it is handed in. */
export type OwnGiven = ReadonlyMap<string, StageScoreView>;

/** The union's tasks, what it gave itself, and the entries that were approved, which are told to it, too. */
export async function readOwnFacts(
  tx: EntityManager,
  { districtId, year, definition }: Assessment,
  { id, unionId, classCode }: SheetOf,
): Promise<{ facts: UnionFacts; given: OwnGiven }> {
  const tasks = await readFacts(tx, { districtId, year, unionIds: [unionId] });
  const entries = await readEntries(tx, { districtId, definition, year, sheets: [{ id, unionId }] });
  const rows: (StageScoreView & { criterion: string })[] = await tx.query(selfSql, [districtId, id]);
  const given = new Map(rows.map(({ criterion, ...self }) => [criterion, self]));
  const scorers = new Map(criteriaOf(definition).map(({ criterion: { code, scorer } }) => [code, scorer]));
  const facts = {
    unionId,
    classCode,
    tasks: tasks.get(unionId) ?? [],
    judgements: counting([...given].map(selfGiven), (code) => scorers.get(code)),
    entries: entries.get(id) ?? [],
  };
  return { facts, given };
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

const selfGiven = ([criterion, { given, reason, by, at }]: [string, StageScoreView]): StageGiven => ({
  criterion,
  stage: 'self',
  given,
  reason,
  by,
  at,
});
