/** What exists for an expression (算式) to refer to, in one period of a district. */
import type { FormDefinition } from '../../form/definition/definition';
import type { PeriodKind } from '../../kernel/period';
import type { TypeInHand } from '../../ledger/type/ledger-type.reader';
import type { IndicatorDefinition } from '../definition/definition';

/** A statistical form as expressions know it. */
export interface FormInWorld {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly periodKind: PeriodKind;
  /** The last day for which it is owed; null: it goes on. */
  readonly until: string | null;
  /** The latest first; each with the first day of the first period it holds for. */
  readonly versions: readonly {
    readonly version: number;
    readonly since: string;
    readonly definition: FormDefinition;
  }[];
}

/** Those that hold on a day, or later: the latest first. */
export const versionsFrom = ({ versions }: FormInWorld, day: string): FormInWorld['versions'] => {
  const holding = versions.findIndex(({ since }) => since <= day);
  return holding < 0 ? versions : versions.slice(0, holding + 1);
};

/** The indicator in whose definition a call stands. */
export interface IndicatorAround {
  readonly code: string;
  readonly unit: string;
  readonly periodKind: PeriodKind;
}

export interface World {
  /** The first day of the period. */
  readonly since: string;

  /** By code. */
  readonly ledgers: ReadonlyMap<string, TypeInHand>;
  /** By code. */
  readonly forms: ReadonlyMap<string, FormInWorld>;
  /** By code, as defined for the period. */
  readonly indicators: ReadonlyMap<string, IndicatorDefinition>;
}
