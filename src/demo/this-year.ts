/** The running year: the report's targets as this year's tasks, placed around today so that every state is there. Pure. */
import { Decimal } from 'decimal.js';
import { addDays, dayOf } from '../kernel/clock';
import { sharesOf } from './closed-year';
import type { DemoDistrict } from './district';
import { goalWork, type GoalWork, type Pace } from './goals';
import type { Branch, Leaf, Plan, Report } from './plan';
import { goals, type Goal } from './report';
import { whim } from './spread';
import { noteOf, reasonFor } from './words';

/** The tasks of the year of `now`; nothing in them happens today or later. */
export function thisYear(district: DemoDistrict, now: Date): Plan[] {
  const today = dayOf(now);
  return goals.map((goal) => planOf(district, goal, today));
}

function planOf(district: DemoDistrict, goal: Goal, today: string): Plan {
  const { code, zh, strength } = goal;
  const work = goalWork(code);
  const ago = (days: number): string => addDays(today, -days);
  const target = targetOf(goal, work);
  const { title, programme, definition, baseline, measure, begunAgo, dueIn } = work;
  const branches = sharesOf(district, code, target).map((share): Branch => {
    const pace = work.paces[district.below.indexOf(share.place)] ?? {};
    const [first] = share.leaves;
    const kept = pace.keeps === undefined ? 0 : Math.floor(share.target * pace.keeps);
    const lacks = pace.lacks === undefined ? 0 : Math.floor((first?.target ?? 0) * pace.lacks.part);
    const leaves = share.leaves.map((leaf, no): Leaf => {
      const own = no === 0 ? leaf.target - lacks - kept : leaf.target;
      const reports = reportsOf(pace, no, own, measure.unit, `${code} ${leaf.place.name}`, ago);
      const signed = pace.unsignedLeaves === true && no > 0 ? {} : { signedOn: ago(begunAgo - 4) };
      return { place: leaf.place, target: own, reports, ...signed };
    });
    return {
      place: share.place,
      target: share.target,
      leaves,
      ...(pace.unsigned === true ? {} : { signedOn: ago(begunAgo - 1) }),
      ...(pace.unsigned === true || pace.undivided === true ? {} : { dividedOn: ago(begunAgo - 2) }),
      ...(kept === 0
        ? {}
        : { kept: { target: kept, reports: [reportOf(Math.floor(kept * 0.6), measure.unit, ago(3))] } }),
      ...(pace.lacks === undefined ? {} : { shortfallReason: pace.lacks.reason }),
    };
  });
  const task = {
    year: Number(today.slice(0, 4)),
    code,
    title,
    programme,
    description: `${zh}。${definition}`,
    measure,
    strength,
    target: String(target),
    ...(baseline === undefined ? {} : { baseline: String(baseline) }),
    startOn: ago(begunAgo),
    dueOn: ago(-dueIn),
  };
  return { task, givenOn: ago(begunAgo + 3), branches };
}

/** A percentage becomes a count: so many of the stated whole, rounded up. */
export function targetOf({ target }: Pick<Goal, 'target'>, { whole }: Pick<GoalWork, 'whole'>): number {
  return whole === undefined ? target : new Decimal(whole).times(target).div(100).ceil().toNumber();
}

/** Two accepted reports, and where the pace says so an open one on top for the so-and-so-many-th community. */
function reportsOf(
  pace: Pace,
  no: number,
  target: number,
  unit: string,
  words: string,
  ago: (days: number) => string,
): Report[] {
  const part = pace.done ?? 0;
  const values = [...new Set([Math.floor(target * part * 0.5), Math.floor(target * part)])].filter(
    (value) => value > 0,
  );
  const days = [12, 8].slice(-values.length);
  const reports =
    pace.silent === no
      ? []
      : values.map((done, each): Report => ({
          ...reportOf(done, unit, ago(days[each] ?? 8)),
          acceptedOn: ago((days[each] ?? 8) - 1),
          ...(each === values.length - 1 ? { picture: whim(words, 12) } : {}),
        }));
  if (pace.zero === no) return [{ ...reportOf(0, unit, ago(8)), acceptedOn: ago(7) }];
  const more = Math.min(target, Math.floor(target * part) + Math.max(1, Math.floor(target * 0.1)));
  const open = reportOf(more, unit, ago(5));
  const returned = { on: ago(4), done: more + 1, reason: reasonFor(words) };
  if (pace.submitted === no) reports.push({ ...reportOf(more, unit, ago(1)), picture: whim(words, 12) });
  if (pace.returned === no) reports.push({ ...open, returned });
  if (pace.resubmitted === no) reports.push({ ...open, returned, correctedOn: ago(2) });
  if (pace.draft === no) reports.push({ ...open, draft: true });
  return reports;
}

function reportOf(done: number, unit: string, on: string): Report {
  return { on, done, note: noteOf(on, done, unit) };
}
