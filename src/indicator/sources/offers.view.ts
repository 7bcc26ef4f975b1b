/** What an expression can be made of (可用数据与函数) as it is answered. */
export class IndicatorOffer {
  /** As it is put into the expression; of a condition, what stands inside the braces. @example "ledger.sum('aid-visits', 'people')" */
  text!: string;
  /** null: it goes with any. @example "人次" */
  unit!: string | null;
  /** @example "人次合计" */
  zh!: string;
  /** @example "Sum of people" */
  en!: string;
}

export class IndicatorOfferGroup {
  /** @example "ledger" */
  source!: 'ledger' | 'form' | 'register' | 'tasks' | 'external' | 'indicator' | 'function';
  /** Of the ledger or form; null for other sources. @example "aid-visits" */
  code!: string | null;
  /** @example "困难职工慰问" */
  zh!: string;
  /** @example "困难职工慰问" */
  en!: string;
  calls!: IndicatorOffer[];
  /** What the calls of this group can be narrowed to. */
  conditions!: IndicatorOffer[];
  /** The fields by which it can be told apart. */
  fields!: IndicatorOffer[];
}

export class IndicatorOfferList {
  /** Ledgers by programme and code, forms, then the other sources. */
  items!: IndicatorOfferGroup[];
}
