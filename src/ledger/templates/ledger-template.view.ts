/** Ready ledgers (台账模板) as they are answered. */
import type { Measure } from '../figure/figure';
import { LedgerDefinitionDto } from '../type/ledger-type.dto';

/** A figure of the annual report that follows from the ledger. */
export class LedgerTemplateFigure {
  /** @example "aid.visits" */
  code!: string;
  /** @example "慰问困难职工" */
  name!: string;
  /** @example "sum" */
  measure!: Measure;
  /** The field that is added up or told apart; null for a count. @example "people" */
  field!: string | null;
  /** Which entries. @example { "kind": ["visit"] } */
  filters!: object;
}

export class LedgerTemplateView {
  /** @example "aid-visits" */
  code!: string;
  definition!: LedgerDefinitionDto;
  figures!: LedgerTemplateFigure[];
  /** The district has a ledger of this code already. @example false */
  taken!: boolean;
}

export class LedgerTemplateList {
  /** By programme. */
  items!: LedgerTemplateView[];
}
