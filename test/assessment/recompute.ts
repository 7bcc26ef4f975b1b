/** An arithmetic read and worked out again from its text alone, by other means than the engine's own. */
import { Decimal } from 'decimal.js';

const Exact = Decimal.clone({ precision: 200, rounding: Decimal.ROUND_HALF_UP });
const TOKEN = /\d+(?:\.\d+)?|min|max|[-+−×÷(),[\]|≥→⌊⌋]/gu;

/** The value of `60 × min(90 ÷ 120, 1)`, of `[33 ÷ 40 × 100 | ≥ 90 → 3, ≥ 80 → 2]`, of `⌊2.5 ÷ 1⌋`. */
export function recompute(text: string): Decimal {
  const tokens = text.match(TOKEN) ?? [];
  if (tokens.join('') !== text.replaceAll(' ', '')) throw new Error(`cannot be read: ${text}`);
  const value = terms(tokens);
  if (tokens.length > 0) throw new Error(`too much in: ${text}`);
  return value;
}

/** Both sides of `formula = result`: the formula worked out and rounded once to two places, and the result. */
export function bothSides(text: string): [string, string] {
  const at = text.lastIndexOf(' = ');
  const value = Decimal.max(recompute(text.slice(0, at)), 0);
  return [value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2), text.slice(at + 3)];
}

function terms(tokens: string[]): Decimal {
  let total = factors(tokens);
  for (;;) {
    if (taken(tokens, '+')) total = total.plus(factors(tokens));
    else if (taken(tokens, '−')) total = total.minus(factors(tokens));
    else return total;
  }
}

function factors(tokens: string[]): Decimal {
  let product = value(tokens);
  for (;;) {
    if (taken(tokens, '×')) product = product.times(value(tokens));
    else if (taken(tokens, '÷')) product = product.div(value(tokens));
    else return product;
  }
}

function value(tokens: string[]): Decimal {
  if (taken(tokens, '-')) return value(tokens).negated();
  if (taken(tokens, '⌊')) return closed(terms(tokens).floor(), tokens, '⌋');
  if (taken(tokens, '[')) return closed(rung(tokens), tokens, ']');
  const extreme = taken(tokens, 'min') ? 'min' : taken(tokens, 'max') ? 'max' : undefined;
  if (!taken(tokens, '(')) return new Exact(tokens.shift() ?? NaN);
  let inner = terms(tokens);
  while (extreme !== undefined && taken(tokens, ',')) inner = Exact[extreme](inner, terms(tokens));
  return closed(inner, tokens, ')');
}

function rung(tokens: string[]): Decimal {
  const reached = terms(tokens);
  let points: Decimal | undefined;
  do {
    tokens.shift();
    taken(tokens, '≥');
    const from = terms(tokens);
    taken(tokens, '→');
    const worth = terms(tokens);
    if (reached.gte(from)) points ??= worth;
  } while (tokens[0] === ',');
  return points ?? new Exact(0);
}

function closed(inner: Decimal, tokens: string[], bracket: string): Decimal {
  if (!taken(tokens, bracket)) throw new Error(`a bracket stays open before ${tokens[0]}`);
  return inner;
}

function taken(tokens: string[], token: string): boolean {
  if (tokens[0] !== token) return false;
  tokens.shift();
  return true;
}
