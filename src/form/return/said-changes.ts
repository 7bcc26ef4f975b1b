/** What a return says (填报内容), as one flat list, and how two of them differ. Pure. */
import type { ReturnRead } from '../check/cell-values';
import type { ReturnChanges } from './form-return-step.entity';

export type Saying = Pick<ReturnRead, 'values' | 'missing' | 'words'>;

export const nothing: Saying = { values: {}, missing: {}, words: {} };

/** Cell by cell, with what was said besides. */
export function changesOf(before: Saying, after: Saying): ReturnChanges {
  const [old, now] = [flat(before), flat(after)];
  const keys = [...new Set([...old.keys(), ...now.keys()])];
  return Object.fromEntries(
    keys
      .filter((key) => old.get(key) !== now.get(key))
      .map((key) => [key, [old.get(key) ?? null, now.get(key) ?? null] as const]),
  );
}

/** What was said before the changes. */
export function undone(after: Saying, changes: ReturnChanges): Saying {
  const now = flat(after);
  for (const [key, [before]] of Object.entries(changes))
    if (before === null) now.delete(key);
    else now.set(key, before);
  const part = (prefix: string): Record<string, string> =>
    Object.fromEntries(
      [...now].flatMap(([key, text]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), text]] : [])),
    );
  return {
    values: Object.fromEntries([...now].filter(([key]) => !key.includes('.'))),
    missing: part(MISSING),
    words: part(WORDS),
  };
}

const [MISSING, WORDS] = ['missing.', 'words.'] as const;

const flat = ({ values, missing, words }: Saying): Map<string, string> =>
  new Map([
    ...Object.entries(values),
    ...Object.entries(missing).map(([key, said]) => [`${MISSING}${key}`, said] as const),
    ...Object.entries(words).map(([key, said]) => [`${WORDS}${key}`, said] as const),
  ]);
