/** What Node and PostgreSQL call an error (`code`), whichever realm it comes from. */
export function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
