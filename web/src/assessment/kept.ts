/** What is typed and not yet saved stays on this computer, each officer's apart. */
export const schemeKey = (officerId: string, origin: string): string => `sanji.scheme.${officerId}.${origin}`;
export const scoreKey = (officerId: string, ...of: readonly string[]): string =>
  `sanji.score.${officerId}.${of.join('.')}`;

export function keep(key: string, value: object): void {
  localStorage.setItem(key, JSON.stringify(value));
}

export function forget(key: string): void {
  localStorage.removeItem(key);
}

export function kept(key: string): unknown {
  const text = localStorage.getItem(key);
  if (text === null) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // not written by us: nothing to restore
    return null;
  }
}
