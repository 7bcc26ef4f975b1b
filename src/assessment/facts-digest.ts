/**
 * What a sheet was scored from (计分依据指纹): where neither the facts nor what came out of them has moved, nothing is
 * worked out again.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, type Stands } from './score-digest';
import type { PlacedCriterion } from './scheme-types';
import type { UnionFacts } from './scoring';

/** Another engine may come to other points or other words: what an older version worked out is worked out again. */
const ENGINE = digestOf(
  readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[jt]s$/.test(name))
    .sort()
    .map((name) => digestOf(readFileSync(join(__dirname, name), 'utf8')))
    .join(),
);

/** Digests everything that these criteria look at; for criteria that nobody else's facts play a part in. */
export function factsDigestOf(criteria: readonly PlacedCriterion[]): (facts: UnionFacts) => string {
  const codes = new Set(criteria.map(({ criterion }) => criterion.code));
  const scheme = digestOf(JSON.stringify(criteria.map(({ criterion, weight }) => [criterion, weight])));
  return ({ tasks, judgements, entries }) => {
    const given = Object.entries(judgements).filter(([code]) => codes.has(code));
    const entered = entries.filter(({ criterion }) => criterion !== null && codes.has(criterion));
    return digestOf(JSON.stringify([ENGINE, scheme, tasks, given, entered]));
  };
}

/** Digests what stands of these criteria. */
export const scoresDigestOf = (criteria: readonly PlacedCriterion[], stands: Stands): string =>
  digestOf(JSON.stringify(criteria.map(({ criterion: { code } }) => stands[code] ?? null)));
