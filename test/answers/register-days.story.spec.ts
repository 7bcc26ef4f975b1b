/** The register on many days at once (企业库时点): the same as on each day by itself, for the district and for any union below it. */
import { enterpriseCounts } from '../../src/enterprise/enterprise-counts';
import type { RegisterAsked } from '../../src/indicator/sources/asked';
import { registerSource } from '../../src/indicator/sources/register';
import type { Item, Question, UnionAsked } from '../../src/indicator/sources/source';
import { labelOf } from '../../src/kernel/id';
import { House } from '../support/house';

let house: House;
const days = ['2020-12-31', '2021-06-30', '2022-12-31', '2023-01-01', '2024-12-31'];

const asked = (what: RegisterAsked['what'], basis: RegisterAsked['basis'] = 'gross'): RegisterAsked => ({
  ...{ source: 'register', what, basis, kind: null },
});
const readings = [
  ['preset', asked('preset')],
  ['unionized', asked('unionized')],
  ['excluded', asked('excluded')],
  ['unionizedVerified', asked('unionized', 'verified')],
  ['workers', asked('workers')],
  ['membersVerified', asked('members', 'verified')],
] as const;
const questionOf = (reading: RegisterAsked, to: string): Question<RegisterAsked> => ({
  ...{ asked: reading, span: { from: null, to }, scope: 'below' },
});

const union = (id: string): UnionAsked => ({ id, label: labelOf(id), leaf: false });
const around = (unions: UnionAsked[]) => ({ districtId: house.district.id, unions, ledgers: new Map() });

beforeAll(async () => {
  house = await House.open({ ROLE: 'api' });
  const { A1, A2, B1 } = house.district.unions;
  const day = (every: number) => `date '2020-01-01' + (no * 37 % ${every})`;
  // they open, close, move, are counted, found abnormal and given a union, each at its own time
  await house.database.query(
    `insert into enterprise (district_id, id, credit_code, name, kind, union_id, placed_since, opened_on, closed_on, closed_reason,
       union_established_on, workers, members, counted_on, standing, standing_since)
     select $1, gen_random_uuid(), lpad(no::text, 18, '0'), '第' || no || '企业', case when no % 3 = 0 then 'public' else 'non_public' end,
       ($2::uuid[])[1 + no % 3], ${day(1999)}, ${day(1501)}, case when no % 7 = 0 then ${day(1501)} + 400 end,
       case when no % 7 = 0 then '注销' end, case when no % 4 > 0 then ${day(1777)} end, case when no % 5 > 0 then 100 + no end,
       case when no % 5 > 0 then no % 100 end, case when no % 5 > 0 then ${day(1800)} end,
       case when no % 6 = 0 then 'abnormal' else 'normal' end, case when no % 6 = 0 then ${day(1700)} end
     from generate_series(1, 400) no`,
    [house.district.id, [A1, A2, B1]],
  );
  await house.database.query(
    `insert into enterprise_placement (district_id, enterprise_id, since, until, union_id)
     select district_id, id, '2019-01-01', placed_since - 1, $1 from enterprise where right(credit_code, 1) in ('2', '4')
     on conflict do nothing`,
    [B1],
  );
  await house.database.query(
    `insert into enterprise_headcount (district_id, enterprise_id, counted_on, workers, members)
     select district_id, id, '2020-03-01', 50, 20 from enterprise where counted_on > '2020-03-01' and right(credit_code, 1) in ('1', '3')
     on conflict do nothing`,
  );
}, 400_000);
afterAll(() => house.close());

it.each(['district', 'A', 'B', 'A1', 'B1'] as const)('%s: every day as by itself', async (name) => {
  const id = name === 'district' ? house.district.id : house.district.unions[name];
  const [{ path }]: [{ path: string }] = await house.database.query(
    'select path::text as path from trade_union where id = $1',
    [id],
  );
  const { manager } = house.database;
  const questions = days.flatMap((to) => readings.map(([, reading]) => questionOf(reading, to)));
  const together = await registerSource.answers(manager, around([union(id)]), questions);
  const alone = await Promise.all(
    days.map((to) =>
      registerSource.answers(
        manager,
        around([union(id)]),
        readings.map(([, reading]) => questionOf(reading, to)),
      ),
    ),
  );
  expect(together).toEqual(alone.flat());
  const counted = await Promise.all(days.map((on) => enterpriseCounts(manager, house.district.id, path, on)));
  const sums = counted.flatMap((parts) =>
    readings.map(([key]) => String(parts.reduce((sum, part) => sum + part[key], 0))),
  );
  expect(together.map((answer) => answer.get(labelOf(id)) ?? '0')).toEqual(sums);
  expect(new Set(sums).size).toBeGreaterThan(10);
});

it('for several unions at once as for each', async () => {
  const { A1, B, B1 } = house.district.unions;
  const { manager } = house.database;
  const questions = days.map((to) => questionOf(asked('workers'), to));
  const all = await registerSource.answers(manager, around([A1, B, B1].map(union)), questions);
  const each = await Promise.all(
    [A1, B, B1].map((id) => registerSource.answers(manager, around([union(id)]), questions)),
  );
  expect(all).toEqual(questions.map((_, no) => new Map(each.flatMap((answers) => [...(answers[no] ?? [])]))));
});

it.each(['district', 'A', 'B1'] as const)('%s: page by page what was counted, nobody twice', async (name) => {
  const id = name === 'district' ? house.district.id : house.district.unions[name];
  const question = questionOf(asked('workers'), '2022-12-31');
  const [answer] = await registerSource.answers(house.database.manager, around([union(id)]), [question]);
  const found: Item[] = [];
  for (let after: string | null = null; ;) {
    const page: Item[] = await registerSource.items(house.database.manager, around([union(id)]), question, {
      after,
      limit: 17,
    });
    found.push(...page);
    after = page.at(-1)?.key ?? null;
    if (page.length < 17) break;
  }
  expect(new Set(found.map((item) => item.id)).size).toBe(found.length);
  expect(found.map((item) => item.key)).toEqual(found.map((item) => item.key).toSorted());
  expect(String(found.reduce((sum, { amount }) => sum + Number(amount), 0))).toBe(answer?.get(labelOf(id)));
  expect(found.length).toBeGreaterThan(20);
});
