/** Into which area an intake of a kind writes (导入所写的领域): a key needs the scope of it as if it wrote by hand. Pure. */
import type { Scope } from '../access/key/scope';

export const scopeOfKind = {
  enterprise: 'enterprises:write',
  ledger: 'ledgers:write',
  form: 'forms:write',
  indicatorValue: 'indicators:write',
} as const satisfies Record<string, Scope>;

export type IntakeKind = keyof typeof scopeOfKind;

/** By what imports call them. */
export const scopesByImport = {
  parameter: 'kind',
  scopes: {
    enterprises: scopeOfKind.enterprise,
    'ledger-entries': scopeOfKind.ledger,
    'indicator-values': scopeOfKind.indicatorValue,
  },
} as const;

/** Of an intake as it is kept. */
export function scopeToWrite(kind: string): Scope {
  const found = Object.entries(scopeOfKind).find(([each]) => each === kind);
  if (found === undefined) throw new Error(`Nobody knows into which area ${kind} is written`);
  return found[1];
}
