/** The mirror: what the work achieved, in Chinese. */
export const mirror = {};
