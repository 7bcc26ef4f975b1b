/** The working calendar: a district sets a day otherwise, with a reason, and takes it back. */
import { CalendarService } from '../../src/calendar/calendar.service';
import { lastKnownYear } from '../../src/calendar/official-calendar';
import { seedDistrict } from '../support/district';
import { House } from '../support/house';

let house: House;
let other: string;
beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-07-01T02:00:00Z'));
  other = (await seedDistrict(house.database, 'x.')).id;
});
afterAll(() => house.close());

interface Day {
  day: string;
}
const yearOf = async (account: string, query = '?year=2026') =>
  (await (await house.as(account)).get(`/calendar${query}`).expect(200)).body;
const dayOf = async (account: string, day: string) =>
  (await yearOf(account, `?year=${day.slice(0, 4)}`)).items.find((each: Day) => each.day === day);
const overrides = (districtId: string, from?: string, to?: string) =>
  house.app.get(CalendarService).overrides(house.database.manager, districtId, from, to);
const off = { working: false, reason: '全区职工运动会' };

it('everybody reads the year: holidays and worked weekends, by name and in order, and how many days are worked', async () => {
  for (const account of ['a1.viewer', 'b.reporter', 'd.audit_administrator']) {
    const year = await yearOf(account);
    expect(year).toMatchObject({ year: 2026, officialKnown: true, officialUntil: lastKnownYear, workingDays: 248 });
    const days = year.items.map(({ day }: Day) => day);
    expect(days).toEqual(days.toSorted());
    expect(year.items).toContainEqual({
      day: '2026-10-10',
      working: true,
      name: { zh: '国庆节', en: 'National Day' },
      source: 'official',
      otherwise: true,
      reason: null,
      setAt: null,
    });
    expect(year.items).toContainEqual(expect.objectContaining({ day: '2026-02-17', working: false }));
  }
  expect(await yearOf('d.viewer', '')).toEqual(await yearOf('d.viewer'));
});

it('a year that is not announced yet says so and knows weekends only', async () => {
  expect(await yearOf('a1.viewer', '?year=2199')).toMatchObject({
    officialKnown: false,
    officialUntil: lastKnownYear,
    items: [],
  });
});

it('a day is set otherwise, set anew and taken back, in its own district only, and the trail says by whom and why', async () => {
  const [system, before] = [await house.as('d.system_administrator'), await yearOf('d.viewer')];
  const { body } = await system.put('/calendar/2026-05-06', off).expect(200);
  const stored = {
    day: '2026-05-06',
    name: null,
    source: 'district',
    otherwise: true,
    ...off,
    setAt: '2026-07-01T02:00:00.000Z',
  };
  expect(body).toEqual(stored);
  expect(await dayOf('a1.viewer', '2026-05-06')).toEqual(stored);
  expect((await yearOf('d.viewer')).workingDays).toBe(before.workingDays - 1);
  expect(await yearOf('x.d.viewer')).toEqual(before);
  await (await house.as('x.d.system_administrator')).delete('/calendar/2026-05-06').expect(404);
  await system.put('/calendar/2026-05-06', { ...off, reason: '改期' }).expect(200);
  await system.delete('/calendar/2026-05-06').expect(204);
  await system.delete('/calendar/2026-05-06').expect(404);
  expect(await yearOf('d.viewer')).toEqual(before);
  const trail = await (await house.as('d.audit_administrator')).get(`/audit-entries?subjectId=${house.district.id}`);
  const told = trail.body.items
    .filter(({ deed }: { deed: string }) => deed.startsWith('workingDay.'))
    .map(({ deed, account, before: was, after }: Record<string, unknown>) => [deed, account, was, after]);
  const by = 'd.system_administrator';
  const [first, second] = [
    { day: '2026-05-06', ...off },
    { day: '2026-05-06', ...off, reason: '改期' },
  ];
  expect(told).toEqual([
    ['workingDay.withdrawn', by, second, null],
    ['workingDay.set', by, first, second],
    ['workingDay.set', by, null, first],
  ]);
});

it('a holiday that is worked keeps its name, and goes back to the official calendar', async () => {
  const system = await house.as('d.system_administrator');
  const official = await dayOf('d.viewer', '2026-10-01');
  await system.put('/calendar/2026-10-01', { working: true, reason: '防汛值守' }).expect(200);
  expect(await dayOf('d.viewer', '2026-10-01')).toMatchObject({
    working: true,
    name: { zh: '国庆节' },
    source: 'district',
    otherwise: false,
  });
  await system.delete('/calendar/2026-10-01').expect(204);
  expect(await dayOf('d.viewer', '2026-10-01')).toEqual(official);
});

it('a year that is not announced takes its days from the district', async () => {
  const system = await house.as('d.system_administrator');
  await system.put('/calendar/2199-10-01', { working: false, reason: '国庆节' }).expect(200);
  await system.put('/calendar/2199-10-05', { working: true, reason: '国庆节调休' }).expect(200);
  expect((await yearOf('a.viewer', '?year=2199')).items).toMatchObject([
    { day: '2199-10-01', working: false, name: null },
    { day: '2199-10-05', working: true, name: null },
  ]);
});

it('the other rooms are handed what the district has set, whole or between two days', async () => {
  const { id } = house.district;
  await (await house.as('d.system_administrator')).put('/calendar/2026-07-06', off).expect(200);
  expect(await overrides(id, '2026-07-01', '2026-07-06')).toEqual(new Map([['2026-07-06', false]]));
  expect(await overrides(id, '2026-07-07', '2026-07-31')).toEqual(new Map());
  expect((await overrides(id)).get('2026-07-06')).toBe(false);
  expect(await overrides(other)).toEqual(new Map());
});

it.each([
  ['2026-05-06', true],
  ['2026-05-09', true],
  ['2026-05-10', false],
  ['2026-10-01', false],
])('%s is worked anyway: %s, so there is nothing to set', async (day, working) => {
  const system = await house.as('d.system_administrator');
  const { body } = await system.put(`/calendar/${day}`, { working, reason: '误设' }).expect(422);
  expect(body).toMatchObject({ code: 'calendar.asOfficial', errors: [{ field: 'working' }] });
});

it.each(['2026-02-30', '1899-01-01', '2026-1-1', 'today', 'x%20y', '2026-05-06T00:00:00Z'])(
  '%s is no day, so it is not found',
  async (day) => {
    const system = await house.as('d.system_administrator');
    await system.put(`/calendar/${day}`, off).expect(404);
    await system.delete(`/calendar/${day}`).expect(404);
  },
);

it('a year that is none is refused by name', async () => {
  for (const year of ['0', '1948', '2201', 'x', '2026.5', '']) {
    const { body } = await (await house.as('d.viewer')).get(`/calendar?year=${year}`).expect(422);
    expect(body.errors).toMatchObject([{ field: 'year' }]);
  }
});

it('nobody else sets a day', async () => {
  for (const account of ['d.administrator', 'd.security_administrator', 'a.administrator', 'a1.viewer']) {
    const door = await house.as(account);
    await door.put('/calendar/2026-05-06', off).expect(403);
    await door.delete('/calendar/2026-07-06').expect(403);
  }
});

it('eight who set the same day at once leave one, and a trail without a gap', async () => {
  const system = await house.as('d.system_administrator');
  const reasons = Array.from({ length: 8 }, (_, no) => `理由 ${no}`);
  const set = (reason: string) => system.put('/calendar/2026-08-03', { working: false, reason }).expect(200);
  await Promise.all(reasons.map(set));
  const rows: { before: { reason: string } | null; after: { reason: string } }[] = await house.database.query(
    `select before, after from audit_entry where deed = 'workingDay.set' and after->>'day' = '2026-08-03'`,
  );
  const last: string = (await dayOf('d.viewer', '2026-08-03')).reason;
  const came = rows.map(({ after }) => after.reason).toSorted();
  const gone = rows.flatMap(({ before }) => (before === null ? [] : [before.reason]));
  expect(came).toEqual(reasons);
  expect([...gone, last].toSorted()).toEqual(reasons);
});
