/** The closed year: every counted figure of the report as a task, handed down, reported in steps and accepted. Pure. */
import { addDays } from '../kernel/clock';
import type { DemoDistrict, Place } from './district';
import type { Branch, Leaf, Plan, Report } from './plan';
import { figures, reportYear, valueOf, type Figure } from './report';
import { spread, spreadWithin, whim } from './spread';
import { descriptionOf, noteOf, programmeFor, reasonFor, titleOf } from './words';

const START = `${reportYear}-01-02`;
const DUE = `${reportYear}-12-19`;

/** Where the report measures what was done against something else than itself. */
const targets: Readonly<Record<string, number>> = {
  'enterprise.unionized': valueOf('enterprise.preset') - valueOf('enterprise.excluded'),
  'worker.member': valueOf('worker.total'),
};

export function closedYear(district: DemoDistrict): Plan[] {
  return figures.map((figure) => planOf(district, figure));
}

function planOf(district: DemoDistrict, figure: Figure): Plan {
  const { code, zh, unit, kind, value } = figure;
  const target = targets[code] ?? value;
  const shares = sharesOf(district, code, target);
  const leafTargets = shares.flatMap(({ leaves }) => leaves.map((leaf) => leaf.target));
  const gaps = spreadWithin(target - value, leafTargets, code);
  const missing = (): number => gaps.shift() ?? 0;
  const givenOn = addDays(`${reportYear}-01-06`, whim(code, 5));
  const branches = shares.map((share): Branch => ({
    place: share.place,
    target: share.target,
    signedOn: addDays(givenOn, 1 + whim(`${code} ${share.place.name}`, 2)),
    dividedOn: addDays(givenOn, 4 + whim(`${share.place.name} ${code}`, 3)),
    leaves: share.leaves.map((leaf) =>
      leafOf(figure, leaf.place, leaf.target, leaf.target - missing(), addDays(givenOn, 8)),
    ),
  }));
  const measure = { name: zh, unit, kind, decimals: 0 };
  const task = {
    year: reportYear,
    code,
    title: titleOf(figure),
    programme: programmeFor(code),
    description: descriptionOf(figure),
    measure,
    target: String(target),
    weight: code in targets ? '3' : '1',
    startOn: START,
    dueOn: DUE,
  };
  return { task, givenOn, branches };
}

export interface Shares {
  place: Place;
  target: number;
  leaves: { place: Place; target: number }[];
}

/** A target shared out by the made-up weights; whom nothing falls to is left out. */
export function sharesOf(district: DemoDistrict, code: string, target: number): Shares[] {
  const weights = (all: readonly Place[]): number[] =>
    all.map(({ name, weight }) => weight * (80 + whim(`${code} ${name}`, 41)));
  const parts = spread(target, weights(district.below));
  return district.below.flatMap((place, no) => {
    const part = parts[no] ?? 0;
    const pieces = spread(part, weights(place.below));
    const leaves = place.below
      .map((leaf, each) => ({ place: leaf, target: pieces[each] ?? 0 }))
      .filter((leaf) => leaf.target > 0);
    return part > 0 ? [{ place, target: part, leaves }] : [];
  });
}

function leafOf(figure: Figure, place: Place, target: number, done: number, signedFrom: string): Leaf {
  const words = `${figure.code} ${place.name}`;
  return {
    place,
    target,
    signedOn: addDays(signedFrom, whim(words, 4)),
    reports: [...interim(figure, words, done), final(figure, words, done)],
  };
}

/** Small figures are reported once at the end, larger ones also in summer, the largest every few months. */
function rounds(done: number): readonly (readonly [string, number])[] {
  if (done < 30) return [];
  if (done < 1500) return [['07-07', 0.5]];
  return [
    ['04-08', 0.3],
    ['08-11', 0.65],
  ];
}

function interim({ unit }: Figure, words: string, done: number): Report[] {
  return rounds(done).map(([day, part]) => {
    const on = addDays(`${reportYear}-${day}`, whim(`${day} ${words}`, 6));
    const value = Math.floor(done * (part + whim(`${words} ${day}`, 10) / 100));
    return { on, done: value, note: noteOf(on, value, unit), acceptedOn: addDays(on, 2) };
  });
}

/** The last report of the year: some come back once, and where it is the only one a few come late. */
function final({ unit }: Figure, words: string, done: number): Report {
  const late = done < 12 && whim(`late ${words}`, 16) === 0;
  const on = late ? addDays(DUE, 3 + whim(words, 2)) : addDays(`${reportYear}-11-24`, whim(`last ${words}`, 22));
  const report = { on, done, note: noteOf(on, done, unit), acceptedOn: addDays(on, late ? 2 : 4) };
  if (late || whim(`back ${words}`, 12) > 0) return report;
  const returned = { on: addDays(on, 1), done: done + 1 + whim(words, 3), reason: reasonFor(words) };
  return { ...report, returned, correctedOn: addDays(on, 2) };
}
