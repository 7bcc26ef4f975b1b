/** The arithmetic of an explanation, worked out again from its words alone. */
import { Decimal } from 'decimal.js';

const Exact = Decimal.clone({ precision: 200 });

/** The formula between “得分 = ” and the points, and the points it claims. */
export function workedOut(text: string): { sum: Decimal; points: Decimal } {
  const [, formula, points] = /得分 = (.+) = ([\d.]+)。/.exec(text) ?? [];
  const tokens = (formula ?? '').match(/[\d.]+|min|[()+×÷,]/g) ?? [];
  return { sum: terms(tokens), points: new Exact(points ?? NaN) };
}

function terms(tokens: string[]): Decimal {
  let total = factors(tokens);
  while (taken(tokens, '+')) total = total.plus(factors(tokens));
  return total;
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
  const least = taken(tokens, 'min');
  if (!taken(tokens, '(')) return new Exact(tokens.shift() ?? NaN);
  let inner = terms(tokens);
  while (least && taken(tokens, ',')) inner = Exact.min(inner, terms(tokens));
  if (!taken(tokens, ')')) throw new Error('a bracket stays open');
  return inner;
}

function taken(tokens: string[], token: string): boolean {
  if (tokens[0] !== token) return false;
  tokens.shift();
  return true;
}
