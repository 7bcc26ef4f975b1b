/** Opening, computing, explaining, trying out and publishing take as many statements for thirty unions as for three. */
import { AbstractLogger } from 'typeorm';
import { opened, scheme } from '../support/assessment';
import { type Door, House } from '../support/house';

/** Counts what goes to the database; an API alone has no queue half whose statements would be among them. */
class Counting extends AbstractLogger {
  statements: string[] = [];
  override logQuery(query: string): void {
    // consoles that listen are looked after meanwhile
    if (!query.includes('live.change')) this.statements.push(query.trim().slice(0, 60));
  }
  protected override writeLog(): void {
    // only counted
  }
}

/** A district with so many sub-districts; answers what each deed of an assessment asked of the database. */
async function asked(unions: number): Promise<Record<string, string[]>> {
  const house = await House.open({ ROLE: 'api' });
  try {
    house.clock.set(new Date('2026-12-20T02:00:00Z'));
    await house.database.query(
      `insert into trade_union (district_id, id, parent_id, tier, code, name, path, opened_on, version)
       select d.district_id, u.id, d.id, 'subdistrict', 'X' || no, '第' || no || '街道总工会',
         d.path || replace(u.id::text, '-', '')::ltree, '2010-01-01', 1
       from trade_union d, (select no, gen_random_uuid() as id from generate_series(1, $1::int) no) u where d.tier = 'district'`,
      [unions - 2],
    );
    const office = await house.as('d.administrator');
    await work(house, office);
    const counting = new Counting(true);
    house.database.logger = counting;
    const during = async <T>(deed: () => Promise<T>): Promise<[T, string[]]> => {
      counting.statements = [];
      const answer = await deed();
      return [answer, counting.statements];
    };
    const [{ id }, open] = await during(() => opened(office, 'district', scheme));
    const path = `/district/assessments/${id}`;
    const [, compute] = await during(async () => office.post(`${path}/computation`).expect(201));
    const [, sheet] = await during(async () =>
      office.get(`${path}/score-sheets/${house.district.unions.A}`).expect(200),
    );
    const own = `${path}/score-sheets/${house.district.unions.A}`;
    const [, explain] = await during(async () => office.get(`${own}/explanation`).expect(200));
    const [, simulate] = await during(async () => office.post(`${own}/simulation`, {}).expect(200));
    const [, fairness] = await during(async () => office.get(`${path}/fairness`).expect(200));
    await house.database.query(`update score set points = 1 where points is null`);
    const [, publish] = await during(async () => office.post(`${path}/publication`).expect(201));
    const { body: draft } = await office.post('/district/schemes', { ...scheme, year: 2027 }).expect(201);
    const [, trial] = await during(async () => office.post(`/district/schemes/${draft.id}/trial`, {}).expect(200));
    return { open, compute, sheet, publish, explain, simulate, fairness, trial };
  } finally {
    await house.close();
  }
}

/** A task for everybody, so that there is something to score. */
async function work(house: House, office: Door): Promise<void> {
  const { body } = await office
    .post('/district/tasks', {
      year: 2026,
      title: '发展工会会员',
      programme: 'S05',
      target: '3000',
      startOn: '2026-01-01',
      dueOn: '2026-12-10',
      measure: { name: '工会会员', unit: '人', kind: 'stock', decimals: 0 },
    })
    .expect(201);
  const unions: { id: string }[] = await house.database.query(`select id from trade_union where tier = 'subdistrict'`);
  const shares = unions.map(({ id }) => ({ unionId: id, target: '100' }));
  await office.post(`/district/tasks/${body.task.id}/shares`, { shares, shortfallReason: '其余待定' }).expect(201);
}

it('asks as much of the database for thirty unions as for three', async () => {
  const [few, many] = [await asked(3), await asked(30)];
  expect(few['compute']?.length).toBeGreaterThan(5);
  expect(many).toEqual(few);
}, 400_000);
