/** What becomes of entries out of a spreadsheet (台账导入上报): drafts, or handed in as by hand; and what is told of them. */
import type { EntityManager } from 'typeorm';
import type { LedgerBatch, LedgerBody } from '../../events/ledger-body';
import type { Actor } from '../../kernel/actor';
import { announce } from '../../outbox/announce';
import type { TypeInHand } from '../type/ledger-type.reader';

/** To the union above each; where nobody has to accept, it counts at once. */
const submitSql = `
  update ledger_entry e set status = case when $3 and u.parent_id is not null then 'submitted' else 'accepted' end,
    reviewer_id = case when $3 then u.parent_id end, submitted_by = $4, submitted_at = app_now(), version = e.version + 1
  from trade_union u
  where e.district_id = $1 and e.id = any($2::uuid[]) and u.district_id = $1 and u.id = e.union_id`;

const countSql = `
  select status, json_agg(json_build_object('unionId', union_id, 'entries', entries, 'from', first, 'to', last) order by union_id)
    as unions
  from (
    select status, union_id, count(*)::int as entries, min(day) as first, max(day) as last from ledger_entry
    where district_id = $1 and id = any($2::uuid[]) group by status, union_id) counted
  group by status`;

/** Answers how many entries of which unions stand how now. */
export async function submitTaken(
  tx: EntityManager,
  { districtId, officerId }: Actor,
  type: TypeInHand,
  { ids, submit }: { ids: readonly string[]; submit: boolean },
): Promise<Pick<LedgerBatch, 'ledger' | 'status' | 'unions'>[]> {
  if (submit) await tx.query(submitSql, [districtId, ids, type.definition.acceptance, officerId]);
  const rows: Pick<LedgerBatch, 'status' | 'unions'>[] = await tx.query(countSql, [districtId, ids]);
  return rows.map((row) => ({ ledger: ledgerOf(type), ...row }));
}

export async function tellTaken(
  tx: EntityManager,
  actor: Actor,
  type: TypeInHand,
  told: { intakeId: string; fileName: string; created: number; unchanged: number; faulty: number },
): Promise<void> {
  const { unionId, path } = actor;
  const { intakeId, fileName, created, unchanged, faulty } = told;
  const body = { ledger: ledgerOf(type), intakeId, unionId, fileName, created, unchanged, faulty };
  await announce(tx, actor, { name: 'ledger.takenIn', unionId, path, subjectId: intakeId, body });
}

const ledgerOf = ({ id: ledgerId, code, programme, version, definition }: TypeInHand): LedgerBody => ({
  ledgerId,
  code,
  name: definition.name,
  programme,
  version,
});
