/** Scorers beside each other (评分人对比): how high and how far apart each scores, on what others score too. */
import { Decimal } from 'decimal.js';
import { deviationOf, meanOf, two } from './distribution';

/** What an officer gave for a criterion of a sheet. Points and marks are decimal texts. */
export interface Scoring {
  readonly officerId: string;
  readonly officer: string;
  readonly sheetId: string;
  readonly criterion: string;
  readonly points: string;
  readonly marks: string;
}

/** Shares of the marks, in percent with two places. */
export interface ScorerFairness {
  readonly officerId: string;
  readonly officer: string;
  readonly sheets: number;
  readonly scorings: number;
  readonly mean: string;
  readonly deviation: string;
  /** The others on the criteria that both scored; null where nobody else scored any of them. */
  readonly others: { readonly scorings: number; readonly mean: string; readonly deviation: string } | null;
  /** The mean on these criteria less that of the others; null without others. */
  readonly difference: string | null;
  /** Clearly apart: by more than APART points of 100, with at least ENOUGH scorings on both sides. */
  readonly apart: boolean;
}

/** Fewer sheets say nothing about an officer. */
export const LEAST_SHEETS = 3;
export const APART = '10';
export const ENOUGH = 5;

/** Everybody who scored at least three sheets, in the order of their names. */
export function scorersOf(scorings: readonly Scoring[]): ScorerFairness[] {
  const byOfficer = groupedBy(scorings, ({ officerId }) => officerId);
  const byCriterion = groupedBy(scorings, ({ criterion }) => criterion);
  return [...byOfficer]
    .map(([officerId, mine]) => scorerOf(officerId, mine, byCriterion))
    .filter(({ sheets }) => sheets >= LEAST_SHEETS)
    .toSorted((a, b) => (a.officer < b.officer ? -1 : Number(a.officer > b.officer)));
}

function scorerOf(
  officerId: string,
  mine: readonly Scoring[],
  byCriterion: ReadonlyMap<string, readonly Scoring[]>,
): ScorerFairness {
  const shares = mine.map(shareOf);
  const criteria = new Set(mine.map(({ criterion }) => criterion));
  const theirs = [...criteria].flatMap((code) =>
    (byCriterion.get(code) ?? []).filter((one) => one.officerId !== officerId),
  );
  const common = new Set(theirs.map(({ criterion }) => criterion));
  const compared = mine.filter(({ criterion }) => common.has(criterion));
  const others = theirs.map(shareOf);
  const difference = others.length === 0 ? null : meanOf(compared.map(shareOf)).minus(meanOf(others));
  const enough = compared.length >= ENOUGH && others.length >= ENOUGH;
  return {
    officerId,
    officer: mine[0]?.officer ?? '',
    sheets: new Set(mine.map(({ sheetId }) => sheetId)).size,
    scorings: mine.length,
    mean: two(meanOf(shares)),
    deviation: two(deviationOf(shares)),
    others:
      others.length === 0
        ? null
        : { scorings: others.length, mean: two(meanOf(others)), deviation: two(deviationOf(others)) },
    difference: difference === null ? null : two(difference),
    apart: enough && difference !== null && difference.abs().gt(APART),
  };
}

const shareOf = ({ points, marks }: Scoring): Decimal => new Decimal(points).times(100).div(marks);

function groupedBy<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(key(one));
    if (group === undefined) groups.set(key(one), [one]);
    else group.push(one);
  }
  return groups;
}
