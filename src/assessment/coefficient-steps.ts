/** The steps of a coefficient (系数档次): checked as a whole, and where among them a percentage lies. */
import type { Decimal } from 'decimal.js';
import type { Fraction } from './fraction';
import { compare, fraction } from './fraction';
import { at, type Faults, readDecimal, readList, readObject } from './shape';

/** At this percentage, this coefficient; both decimal texts. */
export interface Step {
  readonly at: string;
  readonly coefficient: string;
}

/** The steps from the lowest percentage up. */
export function ascending(steps: readonly Step[]): Step[] {
  return steps.toSorted((a, b) => compare(fraction(a.at), fraction(b.at)));
}

/** The step a percentage has reached and the one it is on its way to; `steps` ascending. */
export function segmentAt(steps: readonly Step[], percent: Fraction): { from: Step | undefined; to: Step | undefined } {
  const next = steps.findIndex((step) => compare(percent, fraction(step.at)) < 0);
  return next === -1 ? { from: steps.at(-1), to: undefined } : { from: steps[next - 1], to: steps[next] };
}

/** Checks steps nobody has checked yet: no two at one percentage, none lower than the one below, the highest above 0. */
export function checkSteps(faults: Faults, value: unknown, place: string, highest: string): void {
  const read = readList(faults, value, place, 50).map((entry, i) => {
    const here = at(place, i);
    const step = readObject(faults, entry, here, ['at', 'coefficient']);
    if (step === undefined) return undefined;
    const from = readDecimal(faults, step['at'], at(here, 'at'), { places: 2, atMost: highest });
    const coefficient = readDecimal(faults, step['coefficient'], at(here, 'coefficient'), { places: 4, atMost: '100' });
    return from && coefficient && { i, from, coefficient };
  });
  const good = read.filter((step) => step !== undefined);
  if (good.length === read.length) checkOrder(faults, good, place);
}

interface ReadStep {
  readonly i: number;
  readonly from: Decimal;
  readonly coefficient: Decimal;
}

function checkOrder(faults: Faults, read: readonly ReadStep[], place: string): void {
  const steps = read.toSorted((a, b) => a.from.cmp(b.from));
  for (const [n, { i, from, coefficient }] of steps.entries()) {
    const below = steps[n - 1];
    if (below?.from.eq(from)) {
      const percent = from.toFixed();
      const zh = `${percent}% 已有系数，各档应互不相同。`;
      faults.add(at(at(place, i), 'at'), 'bandsOverlap', zh, `There is a coefficient at ${percent} % already.`);
    } else if (below?.coefficient.gt(coefficient)) {
      const least = below.coefficient.toFixed();
      const en = `Must be at least ${least}, the coefficient of the step below: more work never gives less.`;
      const zh = `不应低于下一档的系数 ${least}：完成得多不能得分更少。`;
      faults.add(at(at(place, i), 'coefficient'), 'moreWorkFewerPoints', zh, en);
    } else if (n === steps.length - 1 && coefficient.isZero()) {
      const en = 'The highest coefficient must be above 0: it is divided by.';
      faults.add(at(at(place, i), 'coefficient'), 'dividesByZero', '最高一档的系数应大于 0：它是除数。', en);
    }
  }
}
