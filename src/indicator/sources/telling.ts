/** By what one entry of a ledger is told from another (记录摘要): a line of text, else an enterprise, else a choice. Pure. */
import type { LedgerDefinition, LedgerField } from '../../ledger/type/definition';

/** Longer texts are told by their beginning. */
const LONGEST = 100;

/** null: nothing but its day and its union tell it. People are not named here. */
export function tellingField({ fields }: LedgerDefinition): LedgerField | null {
  const line = ({ kind, multiline = false }: LedgerField): boolean => kind === 'text' && !multiline;
  const found =
    fields.find((field) => line(field) && field.listed) ??
    fields.find(line) ??
    fields.find(({ kind }) => kind === 'enterprise') ??
    fields.find(({ kind }) => kind === 'choice');
  return found ?? null;
}

/** As SQL over `e`; keys are plain words (FieldKey). */
export function tellingSql(field: LedgerField | null): string {
  if (field === null) return 'null::text';
  const named = `e.given->'${field.key}'`;
  return `left(${field.kind === 'enterprise' ? `${named}->>'name'` : `e.given->>'${field.key}'`}, ${LONGEST})`;
}

/** What a choice is called. */
export const telling = (field: LedgerField | null, said: string | null): string | null =>
  field?.choices?.find(({ code }) => code === said)?.name ?? said;
