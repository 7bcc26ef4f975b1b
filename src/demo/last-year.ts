/** The year before: the running year's tasks, smaller and done, so that there is something to be held against. Pure. */
import { dayOf } from '../kernel/clock';
import { sharesOf } from './closed-year';
import type { DemoDistrict } from './district';
import { goalWork } from './goals';
import type { Leaf, Plan, Report } from './plan';
import { goals, type Goal } from './report';
import { whim } from './spread';
import { targetOf } from './this-year';
import { noteOf } from './words';

/** Handed in and accepted on these days of the year, with so much of the whole, in percent. */
const reported = [
  { on: '04-22', acceptedOn: '04-25', part: 30 },
  { on: '08-20', acceptedOn: '08-23', part: 62 },
  { on: '12-14', acceptedOn: '12-18', part: 100 },
] as const;

export function lastYear(district: DemoDistrict, now: Date): Plan[] {
  const year = Number(dayOf(now).slice(0, 4)) - 1;
  return goals.map((goal) => planOf(district, goal, year));
}

function planOf(district: DemoDistrict, goal: Goal, year: number): Plan {
  const { code, zh, strength } = goal;
  const work = goalWork(code);
  const { title, programme, definition, measure } = work;
  const target = Math.ceil(targetOf(goal, work) * 0.9);
  const branches = sharesOf(district, code, target).map(({ place, target: share, leaves }) => ({
    place,
    target: share,
    signedOn: `${year}-01-14`,
    dividedOn: `${year}-01-15`,
    leaves: leaves.map((leaf): Leaf => ({
      place: leaf.place,
      target: leaf.target,
      signedOn: `${year}-01-19`,
      reports: reportsOf(leaf.target, measure.unit, `${code} ${leaf.place.name}`, year),
    })),
  }));
  const task = {
    ...{ year, code, title, programme, measure, strength, target: String(target) },
    description: `${zh}。${definition}`,
    startOn: `${year}-01-05`,
    dueOn: `${year}-12-20`,
  };
  return { task, givenOn: `${year}-01-09`, branches };
}

/** Most communities reach what they were given, some fall a little short. */
function reportsOf(target: number, unit: string, words: string, year: number): Report[] {
  const whole = target * (1 - Math.max(0, whim(words, 12) - 8) * 0.04);
  return reported.flatMap(({ on, acceptedOn, part }) => {
    const done = Math.floor((whole * part) / 100);
    const day = `${year}-${on}`;
    return done === 0 ? [] : [{ on: day, done, note: noteOf(day, done, unit), acceptedOn: `${year}-${acceptedOn}` }];
  });
}
