/** The arithmetic of a score, worked out again from its text alone: nothing of the engine is used here. */

/** An exact fraction; the bottom is above zero. */
interface Exact {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** The points a text such as `60 × min(90 ÷ 120, 1)` works out to: two places, half up, nothing below zero. */
export function recomputed(text: string): string {
  const { top, bottom } = exactly(text);
  if (top <= 0n) return '0.00';
  const hundredths = (top * 200n + bottom) / (bottom * 2n);
  const digits = String(hundredths).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The arithmetic and the points a Chinese explanation claims: between “得分 = ” and the full stop. */
export function claimed(explanation: string): { arithmetic: string; points: string } {
  const [, arithmetic = '', points = ''] = /得分 = (.+?) = (\d+\.\d\d)。/.exec(explanation) ?? [];
  return { arithmetic, points };
}

function exactly(text: string): Exact {
  const tokens = text.match(/\d+(?:\.\d+)?|min|max|[()+−×÷,⌊⌋[\]|≥→-]/gu) ?? [];
  if (tokens.join('') !== text.replaceAll(' ', '')) throw new Error(`cannot be read: ${text}`);
  const value = terms(tokens);
  if (tokens.length > 0) throw new Error(`left over: ${tokens.join(' ')}`);
  return value;
}

function terms(tokens: string[]): Exact {
  let total = factors(tokens);
  for (;;) {
    if (taken(tokens, '+')) total = plus(total, factors(tokens));
    else if (taken(tokens, '−')) total = plus(total, negative(factors(tokens)));
    else return total;
  }
}

function factors(tokens: string[]): Exact {
  let product = value(tokens);
  for (;;) {
    if (taken(tokens, '×')) product = times(product, value(tokens));
    else if (taken(tokens, '÷')) product = times(product, upsideDown(value(tokens)));
    else return product;
  }
}

function value(tokens: string[]): Exact {
  if (taken(tokens, '-')) return negative(value(tokens));
  if (taken(tokens, '⌊')) {
    const { top, bottom } = closed(tokens, '⌋', terms);
    const down = top / bottom;
    return { top: top < 0n && down * bottom !== top ? down - 1n : down, bottom: 1n };
  }
  if (taken(tokens, '[')) return closed(tokens, ']', ladder);
  const extreme = taken(tokens, 'min') ? 'min' : taken(tokens, 'max') ? 'max' : undefined;
  if (taken(tokens, '(')) return closed(tokens, ')', (rest) => listed(rest, extreme));
  return decimal(tokens.shift() ?? '');
}

function listed(tokens: string[], extreme: 'min' | 'max' | undefined): Exact {
  let best = terms(tokens);
  while (extreme !== undefined && taken(tokens, ',')) {
    const next = terms(tokens);
    if (less(next, best) === (extreme === 'min')) best = next;
  }
  return best;
}

/** `33 ÷ 40 × 100 | ≥ 90 → 3, ≥ 80 → 2`: the first rung that is reached, nothing below the last. */
function ladder(tokens: string[]): Exact {
  const of = terms(tokens);
  must(tokens, '|');
  let found: Exact | undefined;
  do {
    must(tokens, '≥');
    const from = terms(tokens);
    must(tokens, '→');
    const points = terms(tokens);
    if (found === undefined && !less(of, from)) found = points;
  } while (taken(tokens, ','));
  return found ?? decimal('0');
}

function closed(tokens: string[], end: string, read: (tokens: string[]) => Exact): Exact {
  const inner = read(tokens);
  must(tokens, end);
  return inner;
}

function taken(tokens: string[], token: string): boolean {
  if (tokens[0] !== token) return false;
  tokens.shift();
  return true;
}

function must(tokens: string[], token: string): void {
  if (!taken(tokens, token)) throw new Error(`${token} expected before ${tokens.join(' ')}`);
}

function decimal(text: string): Exact {
  if (!/^\d+(\.\d+)?$/.test(text)) throw new Error(`not a number: ${text}`);
  const [whole = '', places = ''] = text.split('.');
  return { top: BigInt(whole + places), bottom: 10n ** BigInt(places.length) };
}

const plus = (a: Exact, b: Exact): Exact => ({ top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom });
const times = (a: Exact, b: Exact): Exact => ({ top: a.top * b.top, bottom: a.bottom * b.bottom });
const negative = ({ top, bottom }: Exact): Exact => ({ top: -top, bottom });
const less = (a: Exact, b: Exact): boolean => a.top * b.bottom < b.top * a.bottom;

function upsideDown({ top, bottom }: Exact): Exact {
  if (top === 0n) throw new Error('divided by zero');
  return top < 0n ? { top: -bottom, bottom: -top } : { top: bottom, bottom: top };
}
