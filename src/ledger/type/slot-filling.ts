/** Fills the search columns of entries (补建检索列) when a field that was there before becomes one of the list. */
import type { EntityManager } from 'typeorm';
import { Conflict } from '../../kernel/errors';
import type { LedgerField } from './definition';
import { letterOf, LONGEST_TEXT, type Slots } from './slots';

/** Beyond it the one statement would take too long. */
const MOST_ENTRIES = 20_000;

/** Errors: ledger.listedLate (409). */
export async function requireFewEntries(tx: EntityManager, typeId: string): Promise<void> {
  const [{ many }]: [{ many: boolean }] = await tx.query(
    `select count(*) > ${MOST_ENTRIES} as many from (
       select from ledger_entry where type_id = $1 limit ${MOST_ENTRIES + 1}) as e`,
    [typeId],
  );
  if (!many) return;
  throw new Conflict('ledger.listedLate', {
    zh: `台账已有 ${MOST_ENTRIES} 条以上记录，已有字段不能再改为列表字段；请新设字段。`,
    en: `The ledger holds more than ${MOST_ENTRIES} entries: a field that was there before cannot be listed any more, make a new one.`,
  });
}

export async function fillSlots(
  tx: EntityManager,
  districtId: string,
  typeId: string,
  slots: Slots,
  fields: readonly LedgerField[],
): Promise<void> {
  const sets = fields.map((field) => `${slots[field.key]} = ${valueSql(field)}`);
  const change = `set ${sets.join(', ')} where e.district_id = $1 and e.type_id = $2`;
  await tx.query(`update ledger_entry e ${change}`, [districtId, typeId]);
  await tx.query(`update ledger_rework e ${change}`, [districtId, typeId]);
}

/** Keys of fields are plain words (FieldKey), so they can stand in a statement. */
function valueSql(field: LedgerField): string {
  const plain = `e.given->>'${field.key}'`;
  const letter = letterOf(field);
  if (letter === 'n') return `(${plain})::numeric`;
  if (letter === 'd') return `(${plain})::date`;
  const named = field.kind === 'person' || field.kind === 'enterprise';
  return `left(${named ? `e.given->'${field.key}'->>'name'` : plain}, ${LONGEST_TEXT})`;
}
