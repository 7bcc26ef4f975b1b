/** What one step of an intake reads and keeps beside the rows themselves (表格导入): in whose name, and what was wrong. */
import type { EntityManager } from 'typeorm';
import type { Actor, Role, Tier } from '../kernel/actor';
import { NotFound } from '../kernel/errors';
import type { ClaimedIntake } from './intake-lease';
import { fieldOf } from './field-name';
import type { Fault, Made, Numbered, Taker } from './taker';

/** Faults that are kept of one intake; their number is said in full. */
export const MOST_FAULTS = 1_000;

/** The officer who asked for it, for the union he asked for: what is announced is announced in that name. */
export async function actorOf(tx: EntityManager, { districtId, startedBy, id }: ClaimedIntake): Promise<Actor> {
  const [found]: { account: string; role: Role; tier: Tier; unionId: string; path: string }[] = await tx.query(
    `select o.account, o.role, u.tier, u.id as "unionId", u.path::text as path
     from intake i join officer o on o.district_id = $1 and o.id = $3
     join trade_union u on u.district_id = $1 and u.id = i.union_id where i.district_id = $1 and i.id = $2`,
    [districtId, id, startedBy],
  );
  if (found === undefined) throw new NotFound();
  return { districtId, officerId: startedBy, ...found, network: 'queue', requestId: id };
}

/** The first faults of an intake, each with the title of its column. */
export async function keepFaults(
  tx: EntityManager,
  { districtId, id, faults: earlier }: ClaimedIntake,
  { columns }: Taker,
  faults: readonly Numbered<readonly Fault[]>[],
): Promise<void> {
  const named = new Map(columns.map((column) => [column.key, column]));
  const told = faults
    .toSorted((one, other) => one.row - other.row)
    .flatMap(({ row, value }) =>
      value.map(({ column, code, words }, no) => ({
        row,
        no,
        column: column === null ? null : (named.get(column)?.title ?? column),
        field: column === null ? null : fieldOf(named.get(column) ?? { key: column }),
        code,
        ...words,
      })),
    );
  const kept = told.slice(0, Math.max(0, MOST_FAULTS - earlier));
  if (kept.length === 0) return;
  await tx.query(
    `insert into intake_fault (district_id, intake_id, row_no, no, column_title, field, code, zh, en)
     select $1, $2, "row", no, "column", field, code, zh, en
     from jsonb_to_recordset($3::jsonb) as g("row" int, no int, "column" text, field text, code text, zh text, en text)`,
    [districtId, id, JSON.stringify(kept)],
  );
}

export const LETTERS = { created: 'c', changed: 'h', unchanged: 'u', faulty: 'f' } as const;

/** What became of each row of a batch, in the order of the file. */
export async function keepResults(
  tx: EntityManager,
  { districtId, id, done }: ClaimedIntake,
  rows: readonly number[],
  made: Made,
  faulty: ReadonlySet<number>,
): Promise<void> {
  const inOrder = rows.toSorted((one, other) => one - other);
  const outcomes = inOrder.map((row) => LETTERS[faulty.has(row) ? 'faulty' : (made.get(row) ?? 'unchanged')]).join('');
  await tx.query(
    'insert into intake_result (district_id, intake_id, done_before, rows, outcomes) values ($1, $2, $3, $4, $5)',
    [districtId, id, done, inOrder, outcomes],
  );
}

/** All rows were good: now they are taken in, from the first on. */
export async function beginTaking(tx: EntityManager, { districtId, id }: ClaimedIntake): Promise<void> {
  await tx.query('delete from intake_result where district_id = $1 and intake_id = $2', [districtId, id]);
  await tx.query(
    `update intake set checking = false, done = 0, created = 0, changed = 0, unchanged = 0
     where district_id = $1 and id = $2`,
    [districtId, id],
  );
}
