/** The names of the search columns (检索列) of entries. Pure. */
export const slotColumns: readonly string[] = [
  ...Array.from({ length: 8 }, (_, i) => `t${i + 1}`),
  ...Array.from({ length: 6 }, (_, i) => `n${i + 1}`),
  ...Array.from({ length: 3 }, (_, i) => `d${i + 1}`),
];
