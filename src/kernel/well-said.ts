/** Text that is safe to store and to log: no NUL, no lone surrogates, not endless. */
export function wellSaid(error: unknown, length = 500): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.toWellFormed().replaceAll('\0', '').slice(0, length).toWellFormed();
}
