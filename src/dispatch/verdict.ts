/** What came of one try to send: sent, failed, refused for good, or told to wait. */
export type Verdict =
  | { readonly kind: 'sent'; readonly answer: string }
  | { readonly kind: 'failed'; readonly answer: string }
  /** Another try would fail too. */
  | { readonly kind: 'hopeless'; readonly answer: string }
  /** The other side asks for a pause. */
  | { readonly kind: 'wait'; readonly seconds: number; readonly answer: string };

/** Seconds before the second try, the third and so on; after the last one a person must look (1 min, 5 min, 30 min, 2 h, 6 h). */
export const waits: readonly number[] = [60, 300, 1_800, 7_200, 21_600];
