/** Under which names what is typed of schemes and scores stays on this computer. */
export const schemeKey = (officerId: string, origin: string): string => `sanji.scheme.2.${officerId}.${origin}`;
/** Of a new scheme that began as a copy. */
export const copyOrigin = (schemeId: string): string => `new.${schemeId}`;
export const scoreKey = (officerId: string, ...of: readonly string[]): string =>
  `sanji.score.${officerId}.${of.join('.')}`;
