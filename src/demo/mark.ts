/** How far the demo came: one line of the audit trail when it begins, one when it is whole. */
import type { DataSource } from 'typeorm';

/** The demo's own deeds are told from everybody else's by it: a call over HTTP has an address here. */
export const NETWORK = 'demo';
export const BEGUN = 'demo.begun';
export const LOADED = 'demo.loaded';

/**
 * empty: no union yet; whole: unions, and no demo that was interrupted; half: an interrupted demo and nothing else;
 * mixed: an interrupted demo and somebody else's work.
 */
export type State = 'empty' | 'whole' | 'half' | 'mixed';

export async function stateOf(database: DataSource): Promise<State> {
  const [{ settled, half }]: [{ settled: boolean; half: boolean }] = await database.query(
    `select exists (select 1 from trade_union) as settled, exists (
       select 1 from trade_union d
       join audit_entry b on b.district_id = d.id and b.subject_id = d.id and b.deed = $1 and b.network = $3
       where d.tier = 'district' and not exists (
         select 1 from audit_entry l where l.district_id = d.id and l.subject_id = d.id and l.deed = $2 and l.network = $3)
     ) as half`,
    [BEGUN, LOADED, NETWORK],
  );
  if (!settled) return 'empty';
  if (!half) return 'whole';
  return (await isAlone(database)) ? 'half' : 'mixed';
}

/** True when nobody but the demo has done anything in this database. Asked only while a demo is not whole. */
async function isAlone(database: DataSource): Promise<boolean> {
  const [{ others }]: [{ others: boolean }] = await database.query(
    `select exists (select 1 from audit_entry where network is distinct from $1)
       or exists (select 1 from trade_union where tier = 'district' offset 1)
       or exists (select 1 from session) as others`,
    [NETWORK],
  );
  return !others;
}
