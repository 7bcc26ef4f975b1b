/** What a parsed JSON value, a query or a parameter must look like before anything else reads it. */
import type { FieldError, Words } from '../kernel/errors';

export const LIMITS = { depth: 20, keys: 20_000, items: 2_000 } as const;

type WellFormed = { readonly value: unknown } | { readonly errors: readonly FieldError[] };

const TEXT: Words = { zh: '含有不可接受的字符。', en: 'It contains characters that are not accepted.' };
const DEEP: Words = { zh: `嵌套不得超过 ${LIMITS.depth} 层。`, en: `Nesting may not exceed ${LIMITS.depth} levels.` };
const KEYS: Words = {
  zh: `字段总数不得超过 ${LIMITS.keys} 个。`,
  en: `There may be at most ${LIMITS.keys} keys in all.`,
};
const ITEMS: Words = { zh: `列表不得超过 ${LIMITS.items} 项。`, en: `A list may hold at most ${LIMITS.items} items.` };
const KEY: Words = { zh: '字段名不可接受。', en: 'This key is not accepted.' };

/** Controls but tab and newline, lone surrogates, what no XML may hold, and the characters that turn the direction of text. */
const FORBIDDEN = /(?![\t\n])[\p{Control}\p{Surrogate}\ufffe\uffff\u202a-\u202e\u2066-\u2069]/u;

class Refusal extends Error {
  constructor(
    readonly field: string,
    readonly code: string,
    readonly words: Words,
  ) {
    super(code);
  }
}

/** The value with its texts in NFC and its line ends as \n, or what is wrong with it. */
export function wellFormed(value: unknown, root = ''): WellFormed {
  try {
    return { value: new Reader().read(value, root, 1) };
  } catch (error) {
    if (error instanceof Refusal) return { errors: [{ field: error.field, code: error.code, words: error.words }] };
    throw error;
  }
}

/** One text by the same rules, or undefined. */
export function wellFormedText(text: string): string | undefined {
  const lines = text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text;
  return FORBIDDEN.test(lines) ? undefined : lines.normalize('NFC');
}

class Reader {
  private keys = 0;

  read(value: unknown, path: string, depth: number): unknown {
    if (typeof value === 'string') return this.text(value, path);
    if (typeof value !== 'object' || value === null) return value;
    if (depth > LIMITS.depth) throw new Refusal(path, 'depth', DEEP);
    return Array.isArray(value) ? this.list(value, path, depth) : this.record(value, path, depth);
  }

  private text(value: string, path: string): string {
    const text = wellFormedText(value);
    if (text === undefined) throw new Refusal(path, 'characters', TEXT);
    return text;
  }

  private list(items: readonly unknown[], path: string, depth: number): unknown[] {
    if (items.length > LIMITS.items) throw new Refusal(path, 'items', ITEMS);
    return items.map((item, index) => this.read(item, `${path}[${index}]`, depth + 1));
  }

  private record(record: object, path: string, depth: number): object {
    const entries = Object.entries(record);
    this.keys += entries.length;
    if (this.keys > LIMITS.keys) throw new Refusal(path, 'keys', KEYS);
    const read: Record<string, unknown> = {};
    for (const [given, item] of entries) {
      const key = wellFormedText(given);
      if (key === undefined || key === '' || key.length > 200 || key in Object.prototype || Object.hasOwn(read, key)) {
        throw new Refusal(path, 'key', KEY);
      }
      read[key] = this.read(item, path === '' ? key : `${path}.${key}`, depth + 1);
    }
    return read;
  }
}
