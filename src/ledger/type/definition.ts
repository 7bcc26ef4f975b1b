/** What a ledger type is made of (台账定义): fields, and what they say about an entry. */
export const fieldKinds = [
  'text',
  'whole',
  'decimal',
  'money',
  'day',
  'choice',
  'union',
  'enterprise',
  'person',
  'file',
] as const;

export type FieldKind = (typeof fieldKinds)[number];
export type PersonalPart = 'idNumber' | 'phone';

export interface Choice {
  readonly code: string;
  readonly name: string;
}

/** One field of the form (字段). */
export interface LedgerField {
  readonly key: string;
  readonly name: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  /** Shown in the list, which can be filtered and sorted by it. */
  readonly listed: boolean;
  readonly hint?: string;
  /** Of a number: what it counts. */
  readonly unit?: string;
  /** Of a text. */
  readonly multiline?: boolean;
  readonly maxLength?: number;
  /** Of a decimal; money has two. */
  readonly decimals?: number;
  readonly min?: string;
  readonly max?: string;
  /** Of a choice. */
  readonly choices?: readonly Choice[];
  /** Of a person: what is asked for besides the name. */
  readonly asks?: readonly PersonalPart[];
}

export interface LedgerDefinition {
  readonly name: string;
  /** Code of the programme, S02. */
  readonly programme: string;
  readonly about: string;
  readonly fields: readonly LedgerField[];
  /** The field that says when it was; null: the entry asks for a day of its own. */
  readonly whenField: string | null;
  /** The field that says where it was; null where none does. */
  readonly whereField: string | null;
  /** Entries count once the tier above has accepted them; false: as soon as they are submitted. */
  readonly acceptance: boolean;
  readonly evidence: 'none' | 'optional' | 'required';
}

/** How many decimals a number of this field has; null where it is none. */
export function decimalsOf({ kind, decimals = 2 }: LedgerField): number | null {
  if (kind === 'whole') return 0;
  if (kind === 'money') return 2;
  return kind === 'decimal' ? decimals : null;
}

export const fieldOf = ({ fields }: LedgerDefinition, key: string): LedgerField | undefined =>
  fields.find((field) => field.key === key);
