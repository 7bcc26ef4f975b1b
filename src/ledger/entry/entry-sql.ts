/** The statements that write entries (台账记录写入): any number at once, with their search columns and first steps. */
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import type { TypeInHand } from '../type/ledger-type.reader';
import { slotted } from '../type/slots';
import type { Changes, EntryStepKind } from './entry-step.entity';
import { slotColumns as slots } from './slot-columns';
import type { Values } from './values';

/** Entries, or the working copies of those that were returned. */
export type Place = 'ledger_entry' | 'ledger_rework';

const insertSql = `
  with given as (select * from jsonb_populate_recordset(null::ledger_entry, $1::jsonb))
  insert into ledger_entry (district_id, id, type_id, type_version, union_id, path, day, given, status, corrects_id,
    version, created_by, created_at, reviewer_id, submitted_by, submitted_at, ${slots.join(', ')})
  select district_id, id, type_id, type_version, union_id, path, coalesce(day, app_today()), given, status,
    corrects_id, version, created_by, app_now(), reviewer_id, submitted_by,
    case when submitted_by is not null then app_now() end, ${slots.join(', ')} from given`;

const updateSql = (place: Place): string => `
  update ${place} e set day = coalesce(g.day, e.day), given = g.given, version = e.version + 1,
    ${slots.map((slot) => `${slot} = g.${slot}`).join(', ')}
  from jsonb_populate_record(null::ledger_entry, $1::jsonb) g where e.district_id = g.district_id and e.id = g.id`;

/** The ids are said twice: without statistics (a ledger that just begins to grow) a join alone would read all of it. */
const updateManySql = (place: Place): string => `
  update ${place} e set day = coalesce(g.day, e.day), given = g.given, type_version = g.type_version,
    version = e.version + case when g.submitted_by is null then 1 else 2 end, status = coalesce(g.status, e.status),
    reviewer_id = case when g.submitted_by is null then e.reviewer_id else g.reviewer_id end,
    submitted_by = coalesce(g.submitted_by, e.submitted_by),
    submitted_at = case when g.submitted_by is null then e.submitted_at else app_now() end,
    ${slots.map((slot) => `${slot} = g.${slot}`).join(', ')}
  from jsonb_populate_recordset(null::ledger_entry, $1::jsonb) g
  where e.district_id = $2 and e.id = any($3::uuid[]) and e.id = g.id`;

const stepsSql = `
  insert into ledger_step (district_id, entry_id, no, kind, officer_id, at, words, changes)
  select $1, g."entryId",
    case when $4 then 0 else (select count(*) from ledger_step s where s.district_id = $1 and s.entry_id = g."entryId") end
      + row_number() over (partition by g."entryId" order by g.no), g.kind, $2, app_now(), g.words, g.changes
  from jsonb_to_recordset($3::jsonb) as g(no int, "entryId" uuid, kind text, words text, changes jsonb)`;

export interface NewEntry {
  readonly id: string;
  readonly values: Values;
  /** null: today, by the database's clock. */
  readonly day: string | null;
  readonly correctsId?: string;
  /** Of another union than the actor's: one that lies below it. */
  readonly of?: { readonly unionId: string; readonly path: string };
  /** Handed in with the same stroke; `to`: the union that accepts it, null where it counts at once. */
  readonly submitted?: { readonly to: string | null };
}

/** Begun by the actor, for his own union where none is named. */
export async function insertEntries(
  tx: EntityManager,
  { districtId, unionId, path, officerId }: Actor,
  { id: typeId, version, slots: columns, definition }: TypeInHand,
  entries: readonly NewEntry[],
): Promise<void> {
  const rows = entries.map(({ id, values, day, correctsId = null, of = { unionId, path }, submitted }) => ({
    district_id: districtId,
    id,
    type_id: typeId,
    type_version: version,
    union_id: of.unionId,
    path: of.path,
    day,
    given: values,
    corrects_id: correctsId,
    created_by: officerId,
    status: statusOf(submitted),
    reviewer_id: submitted?.to ?? null,
    submitted_by: submitted === undefined ? null : officerId,
    version: submitted === undefined ? 1 : 2,
    ...slotted(columns, definition.fields, values),
  }));
  await tx.query(insertSql, [JSON.stringify(rows)]);
}

function statusOf(submitted: NewEntry['submitted']): 'draft' | 'submitted' | 'accepted' {
  if (submitted === undefined) return 'draft';
  return submitted.to === null ? 'accepted' : 'submitted';
}

export async function updateEntry(
  tx: EntityManager,
  { districtId, id }: { districtId: string; id: string },
  { slots: columns, definition }: TypeInHand,
  { values, day }: { values: Values; day: string | null },
  place: Place,
): Promise<void> {
  const row = { district_id: districtId, id, day, given: values, ...slotted(columns, definition.fields, values) };
  await tx.query(updateSql(place), [JSON.stringify(row)]);
}

/** Any number of them, by the form that is in hand; handed in with the same stroke where that is said. */
export async function updateEntries(
  tx: EntityManager,
  { districtId, officerId }: Actor,
  { version, slots: columns, definition }: TypeInHand,
  entries: readonly Pick<NewEntry, 'id' | 'values' | 'day' | 'submitted'>[],
  place: Place,
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ id, values, day, submitted }) => ({
    ...{ district_id: districtId, id, type_version: version, day, given: values },
    ...(submitted === undefined
      ? {}
      : { status: statusOf(submitted), reviewer_id: submitted.to, submitted_by: officerId }),
    ...slotted(columns, definition.fields, values),
  }));
  await tx.query(updateManySql(place), [JSON.stringify(rows), districtId, rows.map(({ id }) => id)]);
}

export interface NewStep {
  readonly entryId: string;
  readonly kind: EntryStepKind;
  readonly words?: string | null;
  readonly changes?: Changes | null;
}

/** `fresh`: the first ones of new entries, so none are counted. */
export async function addSteps(
  tx: EntityManager,
  { districtId, officerId }: Pick<Actor, 'districtId' | 'officerId'>,
  steps: readonly NewStep[],
  { fresh = false } = {},
): Promise<void> {
  const rows = steps.map((step, no) => ({ no, words: null, changes: null, ...step }));
  await tx.query(stepsSql, [districtId, officerId, JSON.stringify(rows), fresh]);
}
