/** The facts of an assessment: what of a union's work counts, and whether it came on time, late or not at all. */
import type { TaskFact } from '../../src/assessment/facts';
import { readFacts } from '../../src/assessment/facts.reader';
import { Deeds } from '../../src/outbox/deeds';
import { House } from '../support/house';
import { assigned, cascaded, submitted } from '../support/task';

const titles = ['按时', '有迟', '有缺', '未到期', '被退回', '自留', '更正', '下级撤回', '撤回'] as const;
type Title = (typeof titles)[number];

describe('the facts of an assessment', () => {
  let house: House;
  const shares = new Map<Title, { shareA: string; root: string; a1: string; a2: string }>();
  const accepted = new Map<string, string>();
  const at = (day: string): void => house.clock.set(new Date(`${day}T02:00:00Z`));
  const of = (title: Title) => shares.get(title) ?? { shareA: '', root: '', a1: '', a2: '' };

  async function report(
    title: Title,
    who: 'a1' | 'a2',
    given: object,
    review?: 'acceptance' | 'return',
  ): Promise<void> {
    const id = await submitted(await house.as(`${who}.reporter`), of(title)[who], given);
    if (review === undefined) return;
    await (
      await house.as('a.reviewer')
    )
      .post(`/subdistrict/reports/${id}/${review}`, review === 'return' ? { reason: '请补充' } : undefined)
      .expect(201);
    if (review === 'acceptance') accepted.set(`${title} ${who} ${JSON.stringify(given)}`, id);
  }

  /** Nine tasks given in March; the communities report in June, some in July; the last day of June is due but for one. */
  beforeAll(async () => {
    house = await House.open();
    const a = await house.as('a.administrator');
    at('2026-03-02');
    for (const title of titles) {
      const { shareA, root } = await assigned(house, {
        title,
        code: title === '按时' ? 'member' : undefined,
        weight: '1.5',
        dueOn: title === '未到期' ? '2026-12-31' : '2026-06-30',
      });
      if (title !== '自留') shares.set(title, { shareA, root, ...(await cascaded(house, shareA)) });
      else {
        await a.post(`/subdistrict/tasks/${shareA}/signature`).expect(201);
        const given = { shares: [{ unionId: house.district.unions.A1, target: '40' }], keptTarget: '20' };
        const { body } = await a.post(`/subdistrict/tasks/${shareA}/shares`, given).expect(201);
        shares.set(title, { shareA, root, a1: body.shares[0].id, a2: '' });
        await (await house.as('a1.reporter')).post(`/community/tasks/${body.shares[0].id}/signature`).expect(201);
      }
    }
    at('2026-06-10');
    for (const title of titles) await report(title, 'a1', { done: '30' }, 'acceptance');
    await report('按时', 'a2', { done: '10' }, 'acceptance');
    await report('被退回', 'a2', { done: '10' }, 'return');
    await report('更正', 'a1', { done: '12', asOf: '2026-05-01' }, 'acceptance');
    await report('更正', 'a1', { done: '28', note: '重复登记 2 人' });
    await report('下级撤回', 'a2', { done: '8' }, 'acceptance');
    at('2026-07-01');
    await report('有迟', 'a2', { done: '7' });
    const { body: own } = await a.post(`/subdistrict/tasks/${of('自留').shareA}/reports`, { done: '5' }).expect(201);
    await a.post(`/subdistrict/reports/${own.id}/submission`).expect(201);
    const { shareA, a1 } = of('下级撤回');
    await a.post(`/subdistrict/tasks/${shareA}/shares/${a1}/withdrawal`, { reason: '社区调整' }).expect(201);
    const { root, shareA: gone } = of('撤回');
    await (
      await house.as('d.administrator')
    )
      .post(`/district/tasks/${root}/shares/${gone}/withdrawal`, { reason: '并入' })
      .expect(201);
  });
  afterAll(() => house.close());

  async function factsOf(code: 'A' | 'A1' | 'B1', year = 2026): Promise<TaskFact[]> {
    const { id: districtId, unions } = house.district;
    const all = { districtId, year, unionIds: Object.values(unions) };
    return house.app.get(Deeds).transaction(async (tx) => (await readFacts(tx, all)).get(unions[code]) ?? []);
  }

  it.each<[Title, string, string, TaskFact['timeliness']]>([
    ['按时', '40', '0', 'on_time'],
    ['有迟', '30', '7', 'late'],
    ['有缺', '30', '0', 'missing'],
    ['未到期', '30', '0', null],
    ['被退回', '30', '0', 'missing'],
    ['自留', '30', '5', 'late'],
    ['更正', '30', '-2', 'missing'],
    ['下级撤回', '8', '0', 'on_time'],
  ])('%s: %s accepted, %s waiting, %s', async (title, done, pending, timeliness) => {
    const fact = (await factsOf('A')).find((each) => each.title === title);
    expect(fact).toMatchObject({
      taskId: of(title).shareA,
      target: '60',
      weight: '1.5',
      unit: '人',
      programme: 'S05',
      done,
      pending,
      timeliness,
    });
  });

  it('names the accepted reports, and leaves out what was withdrawn, other years and other unions', async () => {
    const facts = await factsOf('A');
    expect(facts.map(({ title }) => title).toSorted()).toEqual(titles.filter((title) => title !== '撤回').toSorted());
    const first = facts.find(({ title }) => title === '按时');
    expect(first).toMatchObject({
      code: 'member',
      reportIds: [accepted.get('按时 a1 {"done":"30"}'), accepted.get('按时 a2 {"done":"10"}')],
    });
    expect(facts.find(({ title }) => title === '更正')?.reportIds).toEqual([accepted.get('更正 a1 {"done":"30"}')]);
    expect((await factsOf('A1')).find(({ title }) => title === '有缺')).toMatchObject({
      target: '40',
      done: '30',
      timeliness: 'on_time',
    });
    expect(await factsOf('A', 2025)).toEqual([]);
    expect(await factsOf('B1')).toEqual([]);
  });
});
