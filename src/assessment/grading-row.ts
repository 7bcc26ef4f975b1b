/** What ranks and grades are given by (等次依据): a union as it was scored, and its place in its class. */
/** A union as it was scored. Points and criteria are decimal texts; a criterion without points is left out. */
export interface GradingRow {
  readonly unionId: string;
  readonly classCode: string | null;
  readonly points: string;
  readonly criteria: Readonly<Record<string, string>>;
  /** The codes of the vetoes that hold; one to zero has its points at 0 already. */
  readonly vetoes: readonly string[];
}

export type Placed = GradingRow & { readonly rank: number };
