/** What one step of an intake reads and keeps beside the rows themselves (表格导入): in whose name, and what was wrong. */
import type { EntityManager } from 'typeorm';
import type { Actor, Role, Tier } from '../kernel/actor';
import { NotFound } from '../kernel/errors';
import type { ClaimedIntake } from './intake-lease';
import type { Fault, Numbered, Taker } from './taker';

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
  const titles = new Map(columns.map(({ key, title }) => [key, title]));
  const told = faults
    .toSorted((one, other) => one.row - other.row)
    .flatMap(({ row, value }) =>
      value.map(({ column, code, words }, no) => ({
        row,
        no,
        column: column === null ? null : (titles.get(column) ?? column),
        code,
        ...words,
      })),
    );
  const kept = told.slice(0, Math.max(0, MOST_FAULTS - earlier));
  if (kept.length === 0) return;
  await tx.query(
    `insert into intake_fault (district_id, intake_id, row_no, no, column_title, code, zh, en)
     select $1, $2, "row", no, "column", code, zh, en
     from jsonb_to_recordset($3::jsonb) as g("row" int, no int, "column" text, code text, zh text, en text)`,
    [districtId, id, JSON.stringify(kept)],
  );
}
