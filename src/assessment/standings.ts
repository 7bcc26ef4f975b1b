/** How a value stands among the others of its class (组内位次): places and the next value above. */
import type { Fraction } from './fraction';
import { compare } from './fraction';

/** The others' values from the highest down; each as often as it occurs. A union without a value has no place. */
export class Standings {
  private constructor(private readonly values: readonly Fraction[]) {}

  private static readonly known = new WeakMap<readonly (Fraction | null)[], Fraction[]>();

  /** Those of all peers but the union whose own value is `own`. A list of peers is sorted once for all unions. */
  static without(own: Fraction, peers: readonly (Fraction | null)[]): Standings {
    const sorted = Standings.known.get(peers) ?? peers.filter((one) => one !== null).toSorted((a, b) => compare(b, a));
    Standings.known.set(peers, sorted);
    const mine = below(sorted, (value) => compare(value, own) <= 0);
    const found = mine < sorted.length && compare(sorted[mine] ?? own, own) === 0;
    return new Standings(found ? sorted.filter((_, i) => i !== mine) : sorted);
  }

  /** How many others there are with a value. */
  get count(): number {
    return this.values.length;
  }

  get best(): Fraction | undefined {
    return this.values[0];
  }

  /** How many others are above a value, and how many equal it. */
  around(value: Fraction): { above: number; equal: number } {
    const above = below(this.values, (one) => compare(one, value) <= 0);
    return { above, equal: below(this.values, (one) => compare(one, value) < 0) - above };
  }

  /** The different values above this one, from the lowest up. */
  higherThan(value: Fraction): Fraction[] {
    const higher = this.values.slice(0, this.around(value).above).toReversed();
    return higher.filter((one, i) => i === 0 || compare(one, higher[i - 1] ?? one) !== 0);
  }
}

/** How many of a falling list come before the first for which `from` holds. */
function below(values: readonly Fraction[], from: (value: Fraction) => boolean): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = values[middle];
    if (value !== undefined && from(value)) high = middle;
    else low = middle + 1;
  }
  return low;
}
