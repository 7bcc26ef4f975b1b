/** What the demo is going to tell, on any day of the year: shares that add up, days that lie in the past. */
import { closedYear } from '../../src/demo/closed-year';
import type { DemoDistrict, Place } from '../../src/demo/district';
import { weightOf } from '../../src/demo/people';
import { daysOf, type Plan } from '../../src/demo/plan';
import { districtName, figures, goals, programmes, subdistricts } from '../../src/demo/report';
import { thisYear } from '../../src/demo/this-year';
import type { Actor, Tier } from '../../src/kernel/actor';
import { dayOf } from '../../src/kernel/clock';

function place(name: string, tier: Tier, below: readonly Place[]): Place {
  const weight = below.length > 0 ? below.reduce((sum, each) => sum + each.weight, 0) : weightOf(name);
  const actor: Actor = {
    districtId: 'D',
    officerId: name,
    unionId: name,
    path: name,
    tier,
    role: 'administrator',
    account: name,
    network: 'demo',
    requestId: 'test',
  };
  return { name, unionId: name, weight, actor, below };
}

const top = place(
  districtName,
  'district',
  subdistricts.map(({ name, communities }) =>
    place(
      name,
      'subdistrict',
      communities.map((community) => place(community, 'community', [])),
    ),
  ),
);
const district: DemoDistrict = { ...top, reviewer: top.actor };
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const doneOf = (plan: Plan): number =>
  total(plan.branches.flatMap(({ leaves }) => leaves.map(({ reports }) => reports.at(-1)?.done ?? 0)));

describe('the closed year', () => {
  const plans = closedYear(district);

  it('has a task for every counted figure, of a programme of the report', () => {
    expect(plans.map(({ task }) => task.code)).toEqual(figures.map(({ code }) => code));
    expect(programmes.map(({ code }) => code)).toEqual(expect.arrayContaining(plans.map(({ task }) => task.programme)));
  });

  it.each(plans.map((plan) => [plan.task.code, plan] as const))(
    '%s: shares and values add up exactly',
    (code, plan) => {
      expect(total(plan.branches.map(({ target }) => target))).toBe(Number(plan.task.target));
      for (const { target, leaves } of plan.branches) expect(total(leaves.map((leaf) => leaf.target))).toBe(target);
      for (const { leaves } of plan.branches) for (const leaf of leaves) expect(leaf.target).toBeGreaterThan(0);
      expect(doneOf(plan)).toBe(figures.find((figure) => figure.code === code)?.value);
      for (const { leaves } of plan.branches) {
        for (const { reports, target } of leaves) {
          const values = reports.map(({ done }) => done);
          expect(values).toEqual(values.toSorted((a, b) => a - b));
          expect(values.at(-1)).toBeLessThanOrEqual(target);
        }
      }
    },
  );

  it('tells of reports that came back and of some that came late', () => {
    const reports = plans.flatMap(({ branches }) =>
      branches.flatMap(({ leaves }) => leaves.flatMap((leaf) => leaf.reports)),
    );
    expect(reports.filter(({ returned }) => returned !== undefined).length).toBeGreaterThan(10);
    expect(reports.filter(({ on }) => on > '2014-12-19').length).toBeGreaterThan(3);
    expect(reports.every(({ acceptedOn }) => acceptedOn !== undefined && acceptedOn <= '2014-12-26')).toBe(true);
  });
});

describe('the running year', () => {
  const days = [
    '2025-12-31',
    '2026-01-01',
    '2026-01-10',
    '2026-07-04',
    '2026-07-05',
    '2026-12-31',
    '2027-01-01',
    '2028-02-29',
    '2028-03-01',
  ];
  const moments = days.flatMap((day) => ['00:00', '09:00', '23:59'].map((time) => new Date(`${day}T${time}:00+08:00`)));

  it('lies before today on whatever day it is, and belongs to the year of today', () => {
    for (const now of moments) {
      const today = dayOf(now);
      for (const plan of thisYear(district, now)) {
        expect(plan.task.year).toBe(Number(today.slice(0, 4)));
        expect(daysOf(plan).filter((day) => day >= today)).toEqual([]);
      }
    }
  });

  it('gives out every target of the report, and less only where it says why', () => {
    const plans = thisYear(district, new Date('2026-03-01T02:00:00Z'));
    expect(plans.map(({ task }) => task.code)).toEqual(goals.map(({ code }) => code));
    const short = plans.flatMap(({ branches }) =>
      branches.filter(
        ({ target, kept, leaves }) => total(leaves.map((leaf) => leaf.target)) + (kept?.target ?? 0) < target,
      ),
    );
    expect(short.map(({ shortfallReason }) => shortfallReason)).toEqual([expect.stringContaining('停业整顿')]);
    expect(plans.map(({ task }) => task.target)).toEqual([
      '3072',
      '63623',
      '1230',
      '1230',
      '1384',
      '1230',
      '60',
      '10000',
    ]);
  });
});
