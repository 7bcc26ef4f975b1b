/** A ledger by its id or by its code (台账代码), as programs name it. */
import type { EntityManager } from 'typeorm';
import { isId } from '../../http/field-rules';
import { NotFound } from '../../kernel/errors';

/** Its id. Errors: notFound. */
export async function ledgerNamed(tx: EntityManager, districtId: string, name: string): Promise<string> {
  const column = isId(name) ? 'id' : 'code';
  const [found]: { id: string }[] = await tx.query(
    `select id from ledger_type where district_id = $1 and ${column} = $2`,
    [districtId, name],
  );
  if (found === undefined) throw new NotFound();
  return found.id;
}
