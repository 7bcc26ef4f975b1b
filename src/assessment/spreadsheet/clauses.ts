/** How a rule's parameters are written in one cell (参数写法): `[D1]未登记建档=2，最多=1；最低=0`. */

/** One clause between semicolons: `[code] left = right, extra = value`. */
export interface Clause {
  readonly code?: string;
  readonly left: string;
  /** A name in quotes is never taken for a word of the rule. */
  readonly quoted: boolean;
  readonly right?: string;
  readonly extras: readonly (readonly [name: string, value: string])[];
}

const SPECIAL = /[;；,，=＝"[\]【】:：、\r\n]/u;

/** A name as it may stand in a cell; in quotes where it could be misread. */
export const quoted = (name: string, reserved: readonly string[] = []): string =>
  SPECIAL.test(name) || /^[≥>]/u.test(name) || reserved.includes(name) ? `"${name.replaceAll('"', '""')}"` : name;

export function writtenClause({ code, left, right, extras }: Omit<Clause, 'quoted'>): string {
  const main = `${code === undefined ? '' : `[${code}]`}${left}${right === undefined ? '' : `=${right}`}`;
  return [main, ...extras.map(([name, value]) => `${name}=${value}`)].join('，');
}

/** The clauses of a cell; undefined where a quotation mark or a bracket is left open. */
export function clausesOf(text: string): Clause[] | undefined {
  const clauses = split(text, /[;；\r\n]/u)?.map((piece) => piece.trim().replace(/^[>＞]\s*[=＝]/u, '≥'));
  if (clauses === undefined) return undefined;
  const read = clauses.filter((piece) => piece !== '').map(clauseOf);
  return read.some((one) => one === undefined) ? undefined : read.filter((one) => one !== undefined);
}

/** Names one after the other, with `；` or `、` between them; undefined where a quotation mark is left open. */
export const namesOf = (text: string): string[] | undefined =>
  split(text, /[;；、\r\n]/u)
    ?.map((name) => bare(name.trim()))
    .filter((name) => name !== '');

function clauseOf(piece: string): Clause | undefined {
  const [, code, rest = piece] = /^[[【]([^\]】]*)[\]】](.*)$/su.exec(piece) ?? [];
  if (/^[[【]/u.test(rest) && code === undefined) return undefined;
  const [main = '', ...others] = split(rest, /[,，]/u) ?? [];
  const [left = '', right] = sides(main);
  return {
    ...(code === undefined ? {} : { code: code.trim() }),
    left: bare(left),
    quoted: left.startsWith('"'),
    ...(right === undefined ? {} : { right: bare(right) }),
    extras: others.map(extraOf),
  };
}

/** `最多=1`, or as a person would say it: `最多1次`. */
function extraOf(piece: string): readonly [string, string] {
  const [name = '', value] = sides(piece);
  if (value !== undefined) return [bare(name), bare(value)];
  const [, word = piece.trim(), figure = ''] = /^([^\d\s]+)\s*([\d.]+)\D*$/u.exec(piece.trim()) ?? [];
  return [word, figure];
}

function sides(piece: string): string[] {
  const [left = '', ...right] = split(piece, /[=＝]/u) ?? [];
  return right.length === 0 ? [left.trim()] : [left.trim(), right.join('=').trim()];
}

const bare = (text: string): string =>
  text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;

/** Splits outside of quotation marks; undefined where one is left open. */
function split(text: string, at: RegExp): string[] | undefined {
  const pieces = [''];
  let inside = false;
  for (const letter of text) {
    if (letter === '"') inside = !inside;
    if (!inside && at.test(letter)) pieces.push('');
    else pieces[pieces.length - 1] += letter;
  }
  return inside ? undefined : pieces;
}
