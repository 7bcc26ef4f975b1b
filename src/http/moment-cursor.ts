/** Where a feed is read on: the moment and the key of the last row shown, as an opaque text (`nextCursor`, `after`). */
import { Refused } from '../kernel/errors';

export interface Place {
  /** Exact to the microsecond, as the database wrote it: `YYYY-MM-DDTHH:MM:SS.ffffffZ`. */
  at: string;
  key: string;
}

export function cursorOf({ at, key }: Place): string {
  return Buffer.from(`${at} ${key}`).toString('base64url');
}

/** Errors: cursor.unknown (422) for what is no cursor of ours, or holds no key of this form. */
export function readCursor(after: string, key: RegExp): Place {
  const text = Buffer.from(after, 'base64url').toString('latin1');
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z) (\S+)$/.exec(text);
  const [, at, found] = match ?? [];
  if (at !== undefined && found !== undefined && key.test(found) && !Number.isNaN(Date.parse(at)))
    return { at, key: found };
  throw new Refused(
    'cursor.unknown',
    {
      zh: '翻页标记无效，请使用上一页返回的 nextCursor。',
      en: 'This cursor is not one of ours: give the nextCursor of the page before.',
    },
    'after',
  );
}
