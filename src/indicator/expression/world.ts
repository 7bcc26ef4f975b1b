/** What exists for an expression (算式) to refer to, in one period of a district. */
import type { TypeInHand } from '../../ledger/type/ledger-type.reader';
import type { IndicatorDefinition } from '../definition/definition';

export interface World {
  /** By code. */
  readonly ledgers: ReadonlyMap<string, TypeInHand>;
  /** By code, as defined for the period. */
  readonly indicators: ReadonlyMap<string, IndicatorDefinition>;
}
