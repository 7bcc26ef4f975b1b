/** The demo's statistical forms (统计报表): the closed year's half-yearly one, and this year's monthly one that is still coming in. */
import { createIndicator } from '../indicator/definition/indicator.service';
import { plainDefinition } from '../indicator/definition/definition';
import { addDays, addMonths, dayOf } from '../kernel/clock';
import { periodAfter, periodNamed, periodOn, type Period } from '../kernel/period';
import type { DemoDistrict, Place } from './district';
import { inLanes, type Lane } from './lane';
import { HALF_YEARLY, MONTHLY, halfYearly, monthly } from './form-values';
import { reportYear } from './report';

interface Filled {
  readonly place: Place;
  readonly above: Place;
  readonly values: Readonly<Record<string, string>>;
  readonly on: string;
  /** null: it waits. */
  readonly decidedOn: string | null;
  /** It comes back with these words. */
  readonly returned?: string;
}

const LAST = `${reportYear}H2`;

export async function publishHalfYearly(lane: Lane, { actor }: DemoDistrict): Promise<string> {
  lane.begin();
  lane.moveTo(`${reportYear}-01-06`);
  const given = { firstPeriod: `${reportYear}H1`, periodKind: 'half', reason: '年度统计报表' } as const;
  return (await lane.forms.create(actor, { ...HALF_YEARLY, ...given })).id;
}

/** Both halves, all accepted, one of them late; then it ends, and the months of later years take its place. */
export async function fillHalfYearly(lanes: readonly Lane[], district: DemoDistrict, form: string): Promise<void> {
  for (const half of [periodNamed(`${reportYear}H1`), periodNamed(LAST)]) {
    const late = half.name === LAST ? null : '小梅沙社区工联会';
    const all = halfYearly(district, half.name).map(({ name, values }, no) => {
      const on = addDays(half.to, name === late ? 17 : 5 + (no % 3));
      return { ...at(district, name), values, on, decidedOn: addDays(on, 2) };
    });
    await fill(lanes, form, half, all);
  }
  const [first] = lanes;
  if (first === undefined) return;
  first.begin();
  first.moveTo(`${reportYear + 1}-03-02`);
  await first.formClock.tick();
  await first.forms.retire(district.actor, form, { lastPeriod: LAST, reason: '改为会员统计月报' });
}

/** Two months before this one: the first is whole, of the second some wait, some came back and some are missing. */
export async function reportMonths(lanes: readonly Lane[], district: DemoDistrict, now: Date): Promise<void> {
  const [first] = lanes;
  if (first === undefined) return;
  const last = periodOn('month', addMonths(dayOf(now), -1));
  const before = periodAfter(last, -1);
  first.begin();
  first.moveTo(before.from);
  const given = { firstPeriod: before.name, periodKind: 'month', reason: '会员统计改为按月' } as const;
  const { id } = await first.forms.create(district.actor, { ...MONTHLY, ...given });
  await first.deeds.transaction((tx) =>
    createIndicator(tx, district.actor, {
      ...{ code: 'member.women', holdsFrom: before.from.slice(0, 4), reason: '女职工工作' },
      definition: {
        ...plainDefinition,
        ...{ name: '女会员比例', programme: 'S22', measure: { name: '女会员比例', unit: '%' }, periodKind: 'month' },
        ...{ numerator: `form.sum('${MONTHLY.code}', 'women')`, denominator: `form.sum('${MONTHLY.code}', 'members')` },
        ...{ factor: '100', decimals: 1, overTime: 'last', direction: 'none' },
        about: '取自会员统计月报，按各单位最近一期审核通过的数。',
      },
    }),
  );
  const yesterday = addDays(dayOf(now), -1);
  const past = (day: string): string => (day < yesterday ? day : yesterday);
  const whole = monthly(district, before.name).map(({ name, values }, no) => {
    const on = past(addDays(before.to, no === 6 ? 14 : 2 + (no % 4)));
    return { ...at(district, name), values, on, decidedOn: past(addDays(on, 2)) };
  });
  await fill(lanes, id, before, whole);
  const coming = monthly(district, last.name).flatMap(({ name, values }, no): Filled[] => {
    if (no % 6 === 5) return [];
    const on = past(addDays(last.to, no === 8 ? 13 : 2 + (no % 4)));
    const decidedOn = no % 4 === 2 ? null : past(addDays(on, 1));
    const returned = no % 8 === 3 ? { returned: '女会员人数与会员名册不符，请核对。' } : {};
    return [{ ...at(district, name), values, on, decidedOn, ...returned }];
  });
  await fill(lanes, id, last, coming);
}

function at(district: DemoDistrict, name: string): Pick<Filled, 'place' | 'above'> {
  for (const above of district.below) for (const place of above.below) if (place.name === name) return { place, above };
  throw new Error(`The demo does not know ${name}`);
}

function fill(lanes: readonly Lane[], form: string, { name: period }: Period, all: readonly Filled[]): Promise<void> {
  return inLanes(lanes, all, async (lane, { place, above, values, on, decidedOn, returned }) => {
    lane.begin();
    lane.moveTo(on);
    const { id } = await lane.formReturns.begin(place.actor, form, period, { values });
    await lane.formReturns.submit(place.actor, id);
    if (decidedOn === null) return;
    lane.moveTo(decidedOn);
    if (returned === undefined) await lane.formReviews.accept(above.actor, id);
    else await lane.formReviews.return(above.actor, id, returned);
  });
}
