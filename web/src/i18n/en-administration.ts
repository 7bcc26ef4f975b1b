/** Unions, officers, sessions, the audit trail and the queue, in English. */
export const administration = {};
