/** Where records are read on (游标), as an opaque text: a place in a list, or a place in the order of changes. Pure. */
import { Conflict, Refused } from '../kernel/errors';
import type { Ordered } from './kinds/kind';

/** In a list: its order, and what its last row says there. */
interface ListPlace {
  readonly of: 'list';
  readonly kind: string;
  readonly sort: string;
  readonly values: readonly string[];
}

/** In the order of changes: everything of transactions before, and of this one up to the key, was told. */
interface ChangePlace {
  readonly of: 'changes';
  readonly kind: string;
  /** Whose transactions are counted. */
  readonly epoch: string;
  /** How often unions had moved. */
  readonly moves: string;
  readonly xid: string;
  /** Empty: nothing of this transaction yet. */
  readonly values: readonly string[];
}

export type CursorPlace = ListPlace | ChangePlace;

export function cursorText(place: CursorPlace): string {
  const { kind, values } = place;
  const parts =
    place.of === 'list'
      ? ['l', kind, place.sort, ...values]
      : ['c', kind, place.epoch, place.moves, place.xid, ...values];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Errors: cursor.unknown (422) for what is no cursor of this kind. Its values are checked where they are used. */
export function placeOf(cursor: string, kind: string): CursorPlace {
  const parts = read(cursor);
  const [form, of, ...rest] = parts ?? [];
  if (of === kind && form === 'l') {
    const [sort = '', ...values] = rest;
    return { of: 'list', kind, sort, values };
  }
  if (of === kind && form === 'c') {
    const [epoch = '', moves = '', xid = '', ...values] = rest;
    if (/^\d{1,18}$/.test(xid) && /^\d{1,18}$/.test(moves)) return { of: 'changes', kind, epoch, moves, xid, values };
  }
  throw unknownCursor();
}

/** Errors: cursor.unknown (422). */
export function requireValues(values: readonly string[], columns: readonly Ordered[]): void {
  const fits = values.length === columns.length && columns.every(({ type }, no) => FORMS[type].test(values[no] ?? ''));
  if (!fits) throw unknownCursor();
}

const FORMS: Readonly<Record<Ordered['type'], RegExp>> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  text: /^.{0,400}$/su,
  date: /^\d{4}-\d\d-\d\d$/,
  integer: /^-?\d{1,9}$/,
  timestamptz: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/,
};

function read(cursor: string): string[] | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) && parts.every((part) => typeof part === 'string') ? parts : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export const unknownCursor = (): Refused =>
  new Refused(
    'cursor.unknown',
    {
      zh: '续读标记无效，或不属于这类数据，请使用上一次回答给出的标记。',
      en: 'This cursor is not one of ours, or of another kind: give the one of the answer before.',
    },
    'after',
  );

export const lostCursor = (): Conflict =>
  new Conflict('cursor.lost', {
    zh: '无法从这里继续读取变更：数据库已恢复或切换，或工会隶属关系有调整。请重新完整读取一次，再用新的 changes 标记继续。',
    en: 'Changes cannot be read on from here: the database was restored or switched over, or unions have moved. Read everything once more and go on with the new `changes`.',
  });
