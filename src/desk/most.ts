/** Rows read of each kind. */
export const MOST = 200;
