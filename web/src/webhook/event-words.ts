/** What the log of deliveries calls an event: as the server lists it, and the test, which is in no list. Pure. */
interface Listed {
  readonly type: string;
  readonly words: { readonly zh: string; readonly en: string };
}

interface Known {
  readonly listed: readonly Listed[];
  readonly language: 'zh' | 'en';
  readonly test: string;
}

/** Sent beside the line, and no event of the catalogue. */
export const TEST = 'webhook.test';

/** An event nobody has words for yet keeps its type. */
export function eventWords(type: string, { listed, language, test }: Known): string {
  const words = type === TEST ? test : listed.find((each) => each.type === type)?.words[language];
  return words === undefined ? type : `${words} (${type})`;
}
