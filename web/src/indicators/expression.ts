/** An expression as text that is being written (算式编辑): where a mistake lies, and how what is chosen is put into it. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** The text with the caret in it. */
export interface Written {
  readonly text: string;
  readonly caret: number;
}

/** Line ends as the API counts them. */
const linesOf = (text: string): string[] => text.split(/\r\n|[\n\r\u2028\u2029]/);

/** Where a place lies in the text; the end of it where the place lies beyond. */
export function offsetOf(text: string, { line, column }: Place): number {
  const ends = [...text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)];
  const before = ends[line - 2];
  const start = line === 1 ? 0 : before === undefined ? text.length : before.index + before[0].length;
  return Math.min(start + column - 1, text.length);
}

/** The line of a place, parted at it: what stands before, the character itself, and the rest. */
export function partedAt(text: string, { line, column }: Place): { before: string; at: string; after: string } {
  const said = linesOf(text)[line - 1] ?? '';
  const rest = [...said.slice(column - 1)];
  return { before: said.slice(0, column - 1), at: rest[0] ?? '', after: rest.slice(1).join('') };
}

/** A call in place of what is chosen; the caret stands before its last bracket, where it can be narrowed at once. */
export function withCall(text: string, from: number, to: number, call: string): Written {
  const before = text.slice(0, from);
  const joined = /[\w)}\]'"]\s*$/u.test(before) ? `${before.trimEnd()} + ` : before;
  return {
    text: `${joined}${call}${text.slice(to)}`,
    caret: joined.length + call.length - (call.endsWith(')') ? 1 : 0),
  };
}

/** A condition for the call the caret stands in: in braces of its own, or beside the one before it. */
export function withCondition(text: string, caret: number, condition: string): Written {
  const before = text.slice(0, caret);
  const told = before.trimEnd();
  const beside = told.endsWith('}') && !/[{,]\s*$/u.test(told.slice(0, -1));
  const put = beside
    ? `${told.slice(0, -1)}, ${condition}}`
    : `${told}${/[(,]$/u.test(told) ? '' : ', '}{${condition}}`;
  return { text: `${put}${text.slice(caret)}`, caret: put.length };
}

/** The ledgers that expressions read, by code. */
export const ledgersIn = (...texts: readonly string[]): ReadonlySet<string> =>
  new Set(
    texts.flatMap((text) => [...text.matchAll(/ledger\.\w+\(\s*['"]([^'"]+)['"]/g)].map(([, code = '']) => code)),
  );
