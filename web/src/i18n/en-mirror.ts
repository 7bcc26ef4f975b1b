/** The mirror: what the work achieved, in English. */
export const mirror = {};
