/** What an expression (算式) may be made of: numbers, the four operations, brackets, and calls with plain arguments. */
import type { Place } from '../../kernel/errors';

export type Operator = '+' | '-' | '*' | '/';

export type Node = Value | Calculation | Call;

/** A plain value; texts, flags, lists and records stand in calls only. */
export type Value =
  | { readonly kind: 'number'; readonly value: string; readonly place: Place }
  | { readonly kind: 'text'; readonly value: string; readonly place: Place }
  | { readonly kind: 'flag'; readonly value: boolean; readonly place: Place }
  | { readonly kind: 'list'; readonly items: readonly Node[]; readonly place: Place }
  | { readonly kind: 'record'; readonly entries: readonly (readonly [string, Node])[]; readonly place: Place };

export type Calculation =
  | { readonly kind: 'negative'; readonly of: Node; readonly place: Place }
  | {
      readonly kind: 'binary';
      readonly operator: Operator;
      readonly left: Node;
      readonly right: Node;
      readonly place: Place;
    };

export interface Call {
  readonly kind: 'call';
  /** `orZero`, or with its source, `ledger.sum`. */
  readonly name: string;
  readonly args: readonly Node[];
  /** As it is written. */
  readonly text: string;
  readonly place: Place;
}
