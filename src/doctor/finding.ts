/** What the doctor finds (体检结论): how bad, what is wrong and what to do, in words. Pure. */
import type { Words } from '../kernel/errors';

/** fine · note: worth knowing · warning: will go wrong · error: is wrong now. */
export type Level = 'fine' | 'note' | 'warning' | 'error';

export const checkNames = [
  'configuration',
  'database',
  'queue',
  'disk',
  'clock',
  'evidence',
  'audit',
  'boards',
  'announcements',
  'outside',
] as const;
export type CheckName = (typeof checkNames)[number];

export interface Finding {
  readonly check: CheckName;
  readonly level: Level;
  /** Stable, for programs. */
  readonly code: string;
  readonly words: Words;
  /** What to do; absent where nothing is. */
  readonly advice?: Words;
}

export function finding(
  level: Level,
  code: `${CheckName}.${string}`,
  zh: string,
  en: string,
  advice?: readonly [zh: string, en: string],
): Finding {
  const check = code.slice(0, code.indexOf('.')) as CheckName;
  const told = advice === undefined ? {} : { advice: { zh: advice[0], en: advice[1] } };
  return { check, level, code, words: { zh, en }, ...told };
}

/** 0: nothing to do · 1: warnings · 2: something is wrong now. */
export function exitCode(findings: readonly Finding[]): 0 | 1 | 2 {
  if (findings.some(({ level }) => level === 'error')) return 2;
  return findings.some(({ level }) => level === 'warning') ? 1 : 0;
}
