/** Masks (脱敏): what stands in lists, exports and history in place of personal data. Pure. */
import type { PersonalPart } from '../type/definition';

/** `110101********1234`, `138****5678`. */
export function masked(what: PersonalPart, value: string): string {
  const [first, last] = what === 'idNumber' ? [6, 4] : [3, 4];
  return `${value.slice(0, first)}${'*'.repeat(Math.max(0, value.length - first - last))}${value.slice(-last)}`;
}

export const isMasked = (value: unknown): boolean => typeof value === 'string' && value.includes('***');
