/** Schemes, sheets, publication and results, in Chinese. */
export const assessment = {};
