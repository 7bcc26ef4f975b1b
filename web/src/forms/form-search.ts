/** What the address of a period says: whose returns, how they stand, which one is looked at. */
export const standings = ['missing', 'late', 'on_time', 'exempted'] as const;

export interface PeriodSearch {
  /** Of those below this union only. */
  readonly unionId?: string | undefined;
  readonly standing?: (typeof standings)[number] | undefined;
  /** The return that is looked at. */
  readonly look?: string | undefined;
  readonly page?: number | undefined;
}
