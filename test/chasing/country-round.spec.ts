/** The morning's reminders of a whole country: one turn of the clock goes round them all. */
import { ChasingClock } from '../../src/chasing/chasing-clock.service';
import { House } from '../support/house';

/** More than are looked up at a time, twice. */
const DISTRICTS = 1_100;
/** Those whose round fails, by their ids. */
const REFUSED = 30;

let house: House;
beforeAll(async () => {
  house = await House.open({ ROLE: 'api' });
  house.clock.set(new Date('2026-06-02T09:00:00+08:00'));
  await house.database.query(
    `insert into trade_union (district_id, id, parent_id, tier, code, name, path, opened_on, version)
     select id, id, null, 'district', 'D' || no, '第' || no || '区总工会', replace(id::text, '-', '')::ltree, '2010-01-01', 1
     from (select no, (case when no <= ${REFUSED} then '00' else '10' end || substr(gen_random_uuid()::text, 3))::uuid as id
       from generate_series(1, $1::int) no) d`,
    [DISTRICTS],
  );
});
afterAll(() => house.close());

const notRound = (): Promise<{ code: string }[]> =>
  house.database.query(
    `select u.code from trade_union u where u.tier = 'district' and u.code like 'D%' and not exists (
       select from chasing_round r where r.district_id = u.id and (r.day, r.hour) = ('2026-06-02', 9))`,
  );

it('stops where it is told to and begins there again', async () => {
  let left = 10;
  await house.app.get(ChasingClock).tick(() => left-- > 0);
  const after = (await notRound()).length;
  expect(after).toBeLessThan(DISTRICTS);
  expect(after).toBeGreaterThan(DISTRICTS - 20);
});

it('goes round every district but those that fail, and those have their turn again', async () => {
  await house.database.query(
    `create function refuse() returns trigger language plpgsql as $$ begin raise 'refused'; end $$;
     create trigger refused before update on chasing_round for each row
       when (new.district_id::text < '01') execute function refuse()`,
  );
  await house.app.get(ChasingClock).tick();
  const refused = (await notRound()).map(({ code }) => Number(code.slice(1)));
  expect(refused.length).toBeGreaterThan(REFUSED / 2);
  expect(Math.max(...refused)).toBeLessThanOrEqual(REFUSED);
  await house.database.query('drop trigger refused on chasing_round');
  await house.app.get(ChasingClock).tick();
  expect(await notRound()).toEqual([]);
});
