/** A demo that was interrupted, two starts at once, a start on New Year's Day, and a database that is somebody's. */
import type { DataSource } from 'typeorm';
import { dataSource } from '../../src/database/data-source';
import { loadDemo } from '../../src/demo/demo';
import { firstStart, type Account } from '../../src/first-start';
import { untold } from '../../src/platform/activity-feed/activity-feed.projection';
import { passwordMatches } from '../../src/organization/password';
import { nowhere, quiet } from './demo-house';
import { freshDatabase } from '../support/database';

jest.setTimeout(400_000);

const NEW_YEAR = new Date('2027-01-01T00:30:00+08:00');

/** Stands in for a process that dies when it is this far. */
function dieAt(words: string): (line: string) => void {
  return (line) => {
    if (line.startsWith(words)) throw new Error(`died at: ${line}`);
  };
}

describe('a demo that was interrupted', () => {
  let one: DataSource;
  let other: DataSource;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    [one, other] = await Promise.all([dataSource(fresh.url, 4).initialize(), dataSource(fresh.url, 4).initialize()]);
  });
  afterAll(async () => {
    await Promise.all([one.destroy(), other.destroy()]);
    await drop();
  });

  const count = async (of: string): Promise<number> => (await one.query(`select count(*)::int as n from ${of}`))[0].n;

  it('is not taken for a whole one', async () => {
    await expect(loadDemo(one, dieAt('Demo 2014: 8 of'), nowhere)).rejects.toThrow('died at');
    expect(await count('task')).toBeGreaterThan(0);
    await expect(loadDemo(one, dieAt('Demo: the last start was interrupted'), nowhere)).rejects.toThrow('died at');
  });

  it('stays untouched where somebody else has worked beside it', async () => {
    const tasks = await count('task');
    const [{ id }] = await one.query(`select id from trade_union where tier = 'district'`);
    await one.query(
      `insert into audit_entry (district_id, id, network, deed) values ($1, gen_random_uuid(), '10.0.0.1', 'session.opened')`,
      [id],
    );
    await expect(loadDemo(one, quiet, nowhere)).rejects.toThrow('work of others');
    expect(await count('task')).toBe(tasks);
    await one.query('alter table audit_entry disable trigger all');
    await one.query(`delete from audit_entry where network = '10.0.0.1'`);
    await one.query('alter table audit_entry enable trigger all');
  });

  it('is loaded anew by one of two starts, on New Year’s Day, and its passwords are kept before it counts', async () => {
    const kept: (readonly Account[])[] = [];
    const keep = async (accounts: readonly Account[]): Promise<void> => {
      kept.push(accounts);
      expect(await count(`audit_entry where deed = 'demo.loaded'`)).toBe(0);
    };
    const loaded = await Promise.all([
      loadDemo(one, quiet, keep, { now: NEW_YEAR }),
      loadDemo(other, quiet, keep, { now: NEW_YEAR }),
    ]);
    expect(loaded.map(({ length }) => length).toSorted((a, b) => a - b)).toEqual([0, 27]);
    expect(kept).toHaveLength(1);
    expect(await count('officer')).toBe(27);
    expect(await count('trade_union')).toBe(22);
    expect(await count('task where parent_id is null and year = 2014')).toBe(34);
    expect(await count('task where parent_id is null and year = 2027')).toBe(8);
    expect(await count(`audit_entry where deed = 'demo.begun'`)).toBe(1);
    expect(await count('outbox_message where projected_at is null')).toBe(0);
    const quietly = [...untold].map((name) => `'${name}'`).join(', ');
    expect(await count('platform.feed_entry')).toBe(await count(`outbox_message where name not in (${quietly})`));
    expect(await count('indicator_stale')).toBe(0);
    const [late] = await one.query(
      `select (select count(*) from report_step where at > $1) + (select count(*) from task where created_at > $1)
         + (select count(*) from signature where signed_at > $1) as n`,
      [NEW_YEAR],
    );
    expect(Number(late.n)).toBe(0);
    const [[account]] = kept as [[Account]];
    const [officer] = await one.query('select password_hash as hash from officer where account = $1', [
      account.account,
    ]);
    expect(await passwordMatches(officer.hash, account.password)).toBe(true);
  });

  it('leaves the audit trail as closed as it was', async () => {
    await expect(one.query('truncate audit_entry')).rejects.toThrow('append-only');
  });

  it('does not come to a house that has begun without it', async () => {
    const { url, drop: remove } = await freshDatabase();
    const house = await dataSource(url, 2).initialize();
    try {
      await firstStart(house, '某区总工会', nowhere);
      expect(await loadDemo(house, quiet, nowhere)).toEqual([]);
      const [{ n }] = await house.query('select count(*)::int as n from trade_union');
      expect(n).toBe(1);
    } finally {
      await house.destroy();
      await remove();
    }
  });
});
