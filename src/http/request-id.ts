/** The id under which one call is found again: the caller's own where it is harmless, else a new one. */
import { v7 } from 'uuid';

const HARMLESS = /^[A-Za-z0-9._-]{1,64}$/;

export function requestIdOf(given: string | string[] | undefined): string {
  return typeof given === 'string' && HARMLESS.test(given) ? given : v7();
}
