/** The names of the unions that stand in values (填报中的工会). */
import type { EntityManager } from 'typeorm';
import type { LedgerDefinition } from '../type/definition';

export async function unionNames(
  tx: EntityManager,
  districtId: string,
  { fields }: LedgerDefinition,
  entries: readonly { readonly values: object }[],
): Promise<Record<string, string>> {
  const keys = new Set(fields.filter(({ kind }) => kind === 'union').map(({ key }) => key));
  if (keys.size === 0) return {};
  const ids = entries.flatMap(({ values }) =>
    Object.entries(values).flatMap(([key, value]) => (keys.has(key) && typeof value === 'string' ? [value] : [])),
  );
  const rows: { id: string; name: string }[] = await tx.query(
    'select id, name from trade_union where district_id = $1 and id = any($2)',
    [districtId, [...new Set(ids)]],
  );
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
