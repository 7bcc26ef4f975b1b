/** What an expression asks of each source (取数): plain data, so that the same question is asked once. */
import type { EnterpriseKind } from '../../events/enterprise-body';
import type { Tier } from '../../kernel/actor';
import type { PeriodKind } from '../../kernel/period';
import type { Measure } from '../../ledger/figure/figure';

export interface LedgerAsked {
  readonly source: 'ledger';
  readonly typeId: string;
  readonly ledger: string;
  readonly measure: Measure;
  readonly field: string | null;
  readonly filters: object;
}

export interface RegisterAsked {
  readonly source: 'register';
  readonly what: 'preset' | 'excluded' | 'unionized' | 'workers' | 'members';
  /** gross: over all; verified: without what a verification ruled out. */
  readonly basis: 'gross' | 'verified';
  readonly kind: EnterpriseKind | null;
}

export interface TasksAsked {
  readonly source: 'tasks';
  readonly what: 'done' | 'target' | 'count';
  readonly programme: string | null;
  readonly code: string | null;
}

export interface FormAsked {
  readonly source: 'form';
  readonly formId: string;
  readonly form: string;
  readonly periodKind: PeriodKind;
  readonly measure: 'sum' | 'count';
  readonly cell: string;
  /** What was given in another unit, by another version of the form, is not counted. */
  readonly unit: string;
}

export interface ExternalAsked {
  readonly source: 'external';
  /** The code of the indicator that it is given for. */
  readonly code: string;
  readonly periodKind: PeriodKind;
  /** Unions of these give it; what those above have is worked out. */
  readonly tiers: readonly Tier[];
  /** What was given in another unit, by another version of the indicator, is not counted; null: any. */
  readonly unit: string | null;
}

export type Asked = LedgerAsked | RegisterAsked | TasksAsked | FormAsked | ExternalAsked;
