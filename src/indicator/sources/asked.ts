/** What an expression asks of each source (取数): plain data, so that the same question is asked once. */
import type { EnterpriseKind } from '../../events/enterprise-body';
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

export type Asked = LedgerAsked | RegisterAsked | TasksAsked;
