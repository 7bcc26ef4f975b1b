/** The reasons this officer used lately, kept on this computer. */
const MOST = 8;
const keyOf = (officerId: string): string => `sanji.reasons.${officerId}`;

export function recentReasons(officerId: string): string[] {
  try {
    const known: unknown = JSON.parse(localStorage.getItem(keyOf(officerId)) ?? '[]');
    return Array.isArray(known) ? known.filter((reason) => typeof reason === 'string') : [];
  } catch {
    // not written by us
    return [];
  }
}

export function rememberReason(officerId: string, reason: string): void {
  const known = recentReasons(officerId).filter((other) => other !== reason);
  localStorage.setItem(keyOf(officerId), JSON.stringify([reason, ...known].slice(0, MOST)));
}
