/** What is typed and not yet saved stays on this computer, each officer's apart. */
export function keep(key: string, value: object): void {
  localStorage.setItem(key, JSON.stringify(value));
}

export function forget(key: string): void {
  localStorage.removeItem(key);
}

export function kept(key: string): object | null {
  const text = localStorage.getItem(key);
  if (text === null) return null;
  try {
    return JSON.parse(text) as object | null;
  } catch {
    // not written by us: nothing to restore
    return null;
  }
}

/** What was typed at one place goes on at another, unless something was typed there already. */
export function carryOver(from: string, to: string): void {
  const typed = kept(from);
  if (typed === null || kept(to) !== null) return;
  keep(to, typed);
  forget(from);
}
