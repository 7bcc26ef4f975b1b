/** Unions, officers, sessions, the audit trail and the queue, in Chinese. */
export const administration = {};
