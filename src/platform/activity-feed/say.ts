/** A sentence of the feed: the union's name and the values of the subject, in both languages. */
export type Say = (union: string, words: Record<string, string>) => { zh: string; en: string };
