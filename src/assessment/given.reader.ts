/** What officers gave and what was entered, as scoring needs it (评分依据): one statement each for any number of sheets. */
import type { EntityManager } from 'typeorm';
import { entriesOf } from './counted-facts';
import { readCounted } from './counted-facts.reader';
import type { Judgement } from './facts';
import type { CriterionDefinition, SchemeDefinition } from './scheme-types';
import { countersOf } from './self-counting';
import type { EntryFact } from './scoring';
import { counting, type StageGiven } from './stage';

/** A self-score is nobody else's business until it is handed in. `g` is a row of stage_score. */
export const handedIn = (g: string): string => `(${g}.stage <> 'self' or exists (select 1 from sheet_stage h
    where h.district_id = ${g}.district_id and h.sheet_id = ${g}.sheet_id and h.stage = 'self'))`;

const givenSql = `
  select sheet_id as "sheetId", criterion, stage, given, reason, scored_by as by,
    to_char(scored_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
  from stage_score g where district_id = $1 and sheet_id = any($2::uuid[]) and ${handedIn('g')}
  order by sheet_id, criterion, stage`;

const entriesSql = `
  select e.sheet_id as "sheetId", e.id as "entryId", e.kind, e.criterion, e.ground, e.count, e.points::text as points,
    e.occurred_on::text as "occurredOn", e.words, e.recorded_by as "recordedBy", e.decided_by as "approvedBy",
    (select count(*)::int from assessment_evidence f where f.district_id = $1 and f.holder_id = e.id) as evidence
  from assessment_entry e
  where e.district_id = $1 and e.sheet_id = any($2::uuid[]) and e.status = 'approved'
  order by e.sheet_id, e.occurred_on, e.id`;

/** What counts of what was given, by sheet and criterion; a sheet without anything is not in the map. */
export async function readGiven(
  tx: EntityManager,
  of: { districtId: string; sheetIds: readonly string[]; criteria: readonly CriterionDefinition[] },
): Promise<Map<string, Record<string, Judgement>>> {
  const rows: (StageGiven & { sheetId: string })[] = await tx.query(givenSql, [of.districtId, of.sheetIds]);
  const scorers = new Map(of.criteria.map(({ code, scorer }) => [code, scorer]));
  const bySheet = new Map<string, StageGiven[]>();
  for (const row of rows) bySheet.set(row.sheetId, [...(bySheet.get(row.sheetId) ?? []), row]);
  return new Map([...bySheet].map(([id, stages]) => [id, counting(stages, (code) => scorers.get(code))]));
}

/** What the platform counts for the sheets of these unions, by the scheme. */
export interface Counting {
  readonly definition: SchemeDefinition;
  readonly year: number;
  readonly sheets: readonly { readonly id: string; readonly unionId: string }[];
}

/** The approved entries of each sheet, and what the platform counts by the scheme. */
export async function readEntries(
  tx: EntityManager,
  { districtId, definition, year, sheets }: Counting & { readonly districtId: string },
): Promise<Map<string, EntryFact[]>> {
  const bySheet = await readRecorded(tx, { districtId, sheetIds: sheets.map(({ id }) => id) });
  const counters = countersOf(definition);
  const unionIds = sheets.map(({ unionId }) => unionId);
  const facts = await readCounted(tx, { districtId, year, unionIds, kinds: counters.map(({ counts }) => counts) });
  for (const { id, unionId } of sheets) {
    const counted = entriesOf(counters, facts.get(unionId) ?? []);
    if (counted.length > 0) bySheet.set(id, [...(bySheet.get(id) ?? []), ...counted]);
  }
  return bySheet;
}

/** The approved entries of each sheet alone. */
export async function readRecorded(
  tx: EntityManager,
  of: { districtId: string; sheetIds: readonly string[] },
): Promise<Map<string, EntryFact[]>> {
  const rows: (EntryFact & { sheetId: string })[] = await tx.query(entriesSql, [of.districtId, of.sheetIds]);
  const bySheet = new Map<string, EntryFact[]>();
  for (const { sheetId, ...entry } of rows) bySheet.set(sheetId, [...(bySheet.get(sheetId) ?? []), entry]);
  return bySheet;
}
