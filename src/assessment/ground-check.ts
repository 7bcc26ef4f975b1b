/** Grounds and kinds nobody has checked yet (情形校验): each with its own code, its points and the most it counts for. */
import type { Decimal } from 'decimal.js';
import { plain } from '../kernel/decimal';
import { readCode } from './codes';
import { checkCounting } from './countable';
import { at, type Faults, readDecimal, readList, readObject, readText } from './shape';

/** Points of each, and the most of all of one ground; the latter under the name the rule gives it. */
export interface ReadGround {
  readonly points: Decimal | undefined;
  readonly most: Decimal | undefined;
}

/** Checks the list; `limit` is the field that holds the most. */
export function checkGrounds(
  faults: Faults,
  value: unknown,
  place: string,
  marks: Decimal | undefined,
  limit: 'most' | 'cap',
): ReadGround[] {
  const codes = new Set<string>();
  return readList(faults, value, place, 50).map((entry, i) => {
    const here = at(place, i);
    const ground = readObject(faults, entry, here, ['code', 'name', 'points', limit, 'counts', 'per']);
    if (ground === undefined) return { points: undefined, most: undefined };
    readCode(faults, ground['code'], at(here, 'code'), codes);
    readText(faults, ground['name'], at(here, 'name'), 200);
    checkCounting(faults, ground, here);
    const within = { places: 2, above: '0', ...(marks && { atMost: marks.toFixed() }) };
    const points = readDecimal(faults, ground['points'], at(here, 'points'), within);
    const given = ground[limit];
    const most = given === undefined ? undefined : readDecimal(faults, given, at(here, limit), within);
    if (most !== undefined && points !== undefined && most.lt(points)) {
      const one = plain(points);
      faults.add(
        at(here, limit),
        'outOfRange',
        `应不小于一次的 ${one} 分。`,
        `Must be at least ${one}, the points of one.`,
      );
    }
    return { points, most };
  });
}
