/** How a value stands among the others of its class (组内位次): places and the next value above. */
import type { Fraction } from './fraction';
import { compare } from './fraction';

/** All values of a class from the highest down, sorted once for all its unions; one without a value has no place. */
const sorted = new WeakMap<readonly (Fraction | null)[], readonly Fraction[]>();

function descending(peers: readonly (Fraction | null)[]): readonly Fraction[] {
  const known = sorted.get(peers);
  if (known !== undefined) return known;
  const values = peers.filter((one) => one !== null).toSorted((a, b) => compare(b, a));
  sorted.set(peers, values);
  return values;
}

/** The others of a class, as one union sees them. */
export class Standings {
  private readonly all: readonly Fraction[];
  /** Its own place in the list; -1 where it is not among them. */
  private readonly mine: number;

  /** All `peers` but the union itself, whose value is `own`. */
  constructor(
    private readonly own: Fraction,
    peers: readonly (Fraction | null)[],
  ) {
    this.all = descending(peers);
    const first = before(this.all, this.all.length, (value) => compare(value, own) > 0);
    const found = this.all[first];
    this.mine = found !== undefined && compare(found, own) === 0 ? first : -1;
  }

  /** How many others there are with a value. */
  get count(): number {
    return this.mine === -1 ? this.all.length : this.all.length - 1;
  }

  get best(): Fraction | undefined {
    return this.all[this.mine === 0 ? 1 : 0];
  }

  /** How many others are above a value, and how many equal it. */
  around(value: Fraction): { above: number; equal: number } {
    const above = before(this.all, this.all.length, (one) => compare(one, value) > 0);
    const notBelow = before(this.all, this.all.length, (one) => compare(one, value) >= 0);
    if (this.mine === -1) return { above, equal: notBelow - above };
    const side = compare(this.own, value);
    return { above: above - Number(side > 0), equal: notBelow - above - Number(side === 0) };
  }

  /**
   * The lowest of the others' values that is above the own and for which it holds; undefined when for none. It must
   * hold for every value above one for which it holds.
   */
  lowestAbove(holds: (value: Fraction) => boolean): Fraction | undefined {
    const { above } = this.around(this.own);
    return this.all[before(this.all, above, holds) - 1];
  }
}

/** How many of the first `length` of a list come before the one for which it no longer holds. */
function before(values: readonly Fraction[], length: number, holds: (value: Fraction) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = values[middle];
    if (value !== undefined && holds(value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
