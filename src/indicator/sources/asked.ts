/** What an expression asks of each source (取数): plain data, so that the same question is asked once. */
import type { EnterpriseKind } from '../../events/enterprise-body';
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

export type Asked = LedgerAsked | RegisterAsked | TasksAsked | FormAsked;
