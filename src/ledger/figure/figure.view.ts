/** A figure of a ledger (台账统计) as it is answered. */
export class FigureGroup {
  /** The choice, the month, or the id of the union; empty where the field says nothing. @example "visit" */
  key!: string;
  /** In words. @example "慰问" */
  name!: string;
  /** null: nothing says it, which is not zero. @example "130" */
  value!: string | null;
  /** Accepted entries it comes from. @example 26 */
  entries!: number;
}

export class FigureView {
  /** null: nothing says it, which is not zero. @example "130" */
  value!: string | null;
  /** Accepted entries it comes from. @example 26 */
  entries!: number;
  /** Of them, those whose field is empty. @example 0 */
  without!: number;
  /** @example "人次" */
  unit!: string | null;
  /** Where it was asked for by something; the largest first, 200 at most. */
  groups!: FigureGroup[];
  /** There are more groups. @example false */
  more!: boolean;
}
