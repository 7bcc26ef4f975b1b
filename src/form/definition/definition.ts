/** What a statistical form is made of (统计报表定义): cells, who owes it, its moments, and what must hold between cells. */
import type { Tier } from '../../kernel/actor';

export const cellKinds = ['whole', 'decimal', 'money', 'percent'] as const;
export type CellKind = (typeof cellKinds)[number];

/** One number of the form (指标项). */
export interface FormCell {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: CellKind;
  /** Of a decimal and a percentage; money has two. */
  readonly decimals?: number;
  /** May be left out only with a reason. */
  readonly required: boolean;
  readonly min?: string;
  readonly max?: string;
  readonly note?: string;
}

export const ruleKinds = ['part', 'sum', 'change'] as const;

/** hard: refused; soft: needs a word and is marked. */
export type Severity = 'hard' | 'soft';

/** What must hold between cells (审核关系), of a few explicit kinds. */
export interface FormRule {
  readonly key: string;
  /** part: `part` ≤ `whole`. sum: Σ `parts` = `whole`. change: `cell` against the period before, beyond `percent`. */
  readonly kind: (typeof ruleKinds)[number];
  readonly severity: Severity;
  readonly part?: string;
  readonly parts?: readonly string[];
  readonly whole?: string;
  readonly cell?: string;
  readonly percent?: string;
}

/** Which unions owe it (填报范围), as of the last day of each period. */
export interface OwedBy {
  readonly tiers: readonly Tier[];
  /** Of those tiers only what lies at or below one of these; all of them where the list is empty. */
  readonly under: readonly string[];
  /** These besides, whatever their tier. */
  readonly unions: readonly string[];
}

/** Moments (时点) in working days after the last day of a period. */
export interface Moments {
  /** null: from the first day of the period on; 0: from its last. */
  readonly opensAfter: number | null;
  readonly dueAfter: number;
  /** Nothing changes after this day; null: never locked. */
  readonly locksAfter: number | null;
}

export interface FormDefinition {
  readonly name: string;
  /** Code of the programme, S05. */
  readonly programme: string;
  readonly about: string;
  readonly cells: readonly FormCell[];
  readonly rules: readonly FormRule[];
  readonly owedBy: OwedBy;
  readonly moments: Moments;
}

export function decimalsOf({ kind, decimals = 2 }: FormCell): number {
  if (kind === 'whole') return 0;
  return kind === 'money' ? 2 : decimals;
}

/** A percentage is no quantity: percentages of several unions do not add up to anything. */
export const addsUp = ({ kind }: FormCell): boolean => kind !== 'percent';

export const cellOf = ({ cells }: FormDefinition, key: string): FormCell | undefined =>
  cells.find((cell) => cell.key === key);

/** The cells a rule speaks of, with the part of the rule that names each. */
export function cellsOfRule({ part, parts, whole, cell }: FormRule): readonly (readonly [string, string])[] {
  const named = [
    ['part', part],
    ['whole', whole],
    ['cell', cell],
    ...(parts ?? []).map((key, no) => [`parts[${no}]`, key] as const),
  ] as const;
  return named.flatMap(([at, key]) => (key === undefined ? [] : [[at, key] as const]));
}
