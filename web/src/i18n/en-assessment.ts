/** Schemes, sheets, publication and results, in English. */
export const assessment = {};
