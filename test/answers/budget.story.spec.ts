/** What the busiest deeds and reads may cost: statements are counted, never seconds. */
import type { Logger } from 'typeorm';
import { House } from '../support/house';
import { defined } from '../support/indicator';
import { assigned, cascaded } from '../support/task';

let house: House;
beforeAll(async () => {
  house = await House.open({ ROLE: 'api' });
  house.clock.set(null);
});
afterAll(() => house.close());

/** The statements of one call, without the one that finds the session. */
async function statements(call: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  const quiet = (): void => undefined;
  const logger: Logger = {
    logQuery: (query) => void seen.push(query.trim()),
    logQueryError: quiet,
    logQuerySlow: quiet,
    logSchemaBuild: quiet,
    logMigration: quiet,
    log: quiet,
  };
  const before = house.database.logger;
  Object.assign(house.database, { logger });
  try {
    await call();
  } finally {
    Object.assign(house.database, { logger: before });
  }
  return seen.filter(
    (query) =>
      !query.includes('from session s') &&
      !query.includes('live.change') &&
      !query.startsWith('update session') &&
      // the hint to the relay, after the commit and one for many
      !query.includes('sanji_outbox'),
  );
}

it('a submission is one transaction of at most five statements and one commit', async () => {
  const { shareA } = await assigned(house);
  const { a1 } = await cascaded(house, shareA);
  const reporter = await house.as('a1.reporter');
  const { body } = await reporter.post(`/community/tasks/${a1}/reports`, { done: '3' }).expect(201);
  const seen = await statements(() =>
    reporter.post(`/community/reports/${body.id}/submission`).set('idempotency-key', 'budget').expect(201),
  );
  expect(seen.filter((query) => /^(start transaction|begin)/i.test(query))).toHaveLength(1);
  expect(seen.filter((query) => /^commit/i.test(query))).toHaveLength(1);
  expect(seen.filter((query) => !/^(start transaction|begin|commit)/i.test(query)).length).toBeLessThanOrEqual(5);
});

it.each([
  ['a board', '/platform/boards/tasks?year=2026'],
  ['the standings', '/platform/standings?tier=subdistrict&year=2026'],
  ['unions × tasks', '/platform/boards/matrix?year=2026&tier=community'],
  ['the standings with ranks of an earlier day', '/platform/standings?tier=subdistrict&year=2026&since=2026-01-01'],
  ['the mirror', '/platform/mirror?year=2026'],
  ['the wall of pictures', '/district/pictures'],
  ['the feed', '/platform/feed'],
])('%s is at most three queries however many unions', async (_words, path) => {
  const door = await house.as('d.viewer');
  expect((await statements(() => door.get(path).expect(200))).length).toBeLessThanOrEqual(3);
});

describe('an indicator', () => {
  let ids: string[];
  beforeAll(async () => {
    const office = await house.as('d.administrator');
    await office.post('/district/ledger-templates/aid-visits/ledger-types').expect(201);
    const whole = {
      ...{ programme: 'S05', measure: { name: '企业', unit: '家' }, overTime: 'last', decimals: 0 },
      limits: { notAbove: null, change: '50' },
    };
    const preset = await defined(house, 'preset', "register.count('preset', 'gross')", whole);
    const limits = { notAbove: 'preset', change: '50' };
    const part = await defined(house, 'unionized', "register.count('unionized', 'gross')", { ...whole, limits });
    const visits = await defined(house, 'visits', "ledger.sum('aid-visits', 'people')");
    ids = [preset, part, visits];
  });

  /** Without those that begin and end the transaction. */
  const asked = async (path: string): Promise<number> => {
    const door = await house.as('d.viewer');
    const seen = await statements(() => door.get(path).expect(200));
    return seen.filter((query) => !/^(start transaction|begin|commit)/i.test(query)).length;
  };

  it('is traced in two statements, with its whole and the period before', async () => {
    for (const id of ids) expect(await asked(`/indicators/${id}/trace?period=2026`)).toBe(2);
  });

  it('shows a page of what stands behind it in two', async () => {
    for (const id of ids) expect(await asked(`/indicators/${id}/trace/items?period=2026&part=1`)).toBe(2);
  });

  it('is one of any number whose values are one statement and one for each source', async () => {
    expect(await asked('/indicator-values?period=2026')).toBe(3);
    expect(await asked('/indicator-values?period=2026-03')).toBe(3);
  });
});
