/** What if: the sheet as it would be, with its difference and rank, and not a row is written. */
import { newId } from '../../src/kernel/id';
import { recomputed } from '../assessment/recompute';
import { judged, opened, scheme, yearOfWork } from '../support/assessment';
import { type Door, House } from '../support/house';

const definition = {
  ...scheme.definition,
  bonuses: {
    cap: '3',
    kinds: [
      { code: 'J1', name: '市级荣誉', each: '2', cap: '3' },
      { code: 'J2', name: '其他', cap: '3' },
    ],
  },
  vetoes: [{ code: 'V1', name: '重大事故', effect: 'zero' }],
};

/**
 * Every table with how many rows it has and a sum of them, but for what a session leaves and for the sealing and the canary that
 * go on behind it: what is sealed stands in audit_entry, and that is counted.
 */
async function everything(house: House): Promise<unknown> {
  const tables: { name: string }[] = await house.database.query(
    `select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables
     where relname not in ('session', 'sign_in_failure', 'audit_seal', 'audit_unsealed', 'canary') order by 1`,
  );
  const sums = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*)::int as n, md5(string_agg(t::text, ',' order by t::text)) from ${name} t`,
  );
  return house.database.query(`${sums.join(' union all ')} order by 1`);
}

describe('a simulation', () => {
  let house: House;
  let office: Door;
  let a: Door;
  let id: string;
  let taskId: string;
  let path: string;
  let own: string;

  beforeAll(async () => {
    house = await House.open();
    house.clock.set(new Date('2026-12-20T02:00:00Z'));
    office = await house.as('d.administrator');
    a = await house.as('a.administrator');
    await yearOfWork(house);
    const { unions } = house.district;
    const written = await house.database.query(`select id from task where union_id = $1`, [unions.A]);
    taskId = written[0].id;
    ({ id } = await opened(office, 'district'));
    await judged(office, 'district', id, unions.A, '12.5');
    await judged(office, 'district', id, unions.B, '8');
    path = `/district/assessments/${id}/score-sheets/${unions.A}/simulation`;
    own = `/subdistrict/score-sheets/${id}/simulation`;
    await house.settled();
  });
  afterAll(() => house.close());

  it('answers the points, the difference of each criterion and the rank there would be', async () => {
    const { body } = await office.post(path, { tasks: [{ taskId, done: '60' }] }).expect(200);
    expect(body).toMatchObject({
      before: '72.50',
      points: '92.50',
      difference: '+20.00',
      rank: { before: 2, after: 1, of: 2 },
      classRank: null,
      leftOut: [],
    });
    expect(body.criteria).toMatchObject([
      {
        code: 'A1',
        before: '40.00',
        points: '60.00',
        difference: '+20.00',
        arithmetic: '60 × min(60 ÷ 60, 1) = 60.00',
      },
      { code: 'A2', difference: '0.00' },
      { code: 'B1', before: '12.50', points: '12.50' },
    ]);
    const [formula] = body.whole.points.arithmetic.split(' = ');
    expect(recomputed(formula)).toBe('92.50');
  });

  it('takes another timeliness and another judgement', async () => {
    const late = { tasks: [{ taskId, timeliness: 'late' }], scores: [{ criterion: 'B1', points: '20' }] };
    const { body } = await office.post(path, late).expect(200);
    expect(body).toMatchObject({ points: '60.00', difference: '-12.50' });
    expect(body.criteria).toMatchObject([{}, { difference: '-20.00' }, { difference: '+7.50' }]);
  });

  it('writes nothing, in whatever table', async () => {
    const before = await everything(house);
    await office
      .post(path, { tasks: [{ taskId, done: '60' }], scores: [{ criterion: 'B1', points: '1' }] })
      .expect(200);
    await office.post(path, {}).expect(200);
    await a.post(own, { tasks: [{ taskId, done: '0' }] }).expect(200);
    expect(await everything(house)).toEqual(before);
  });

  it.each<[string, object, string]>([
    ['a task of nobody', { tasks: [{ taskId: newId(), done: '1' }] }, 'tasks[0].taskId'],
    ['less than nothing', { tasks: [{ taskId: newId(), done: '-1' }] }, 'tasks[0].done'],
    ['a criterion that is not there', { scores: [{ criterion: 'Z9', points: '1' }] }, 'scores[0].criterion'],
    ['a name of objects', { scores: [{ criterion: '__proto__', points: '1' }] }, 'scores[0].criterion'],
    ['a computed criterion', { scores: [{ criterion: 'A1', points: '1' }] }, 'scores[0].criterion'],
    ['more than the marks', { scores: [{ criterion: 'B1', points: '20.01' }] }, 'scores[0].points'],
    ['no points', { scores: [{ criterion: 'B1' }] }, 'scores[0].points'],
    ['a kind that is not there', { entries: [{ kind: 'bonus', ground: 'J1', count: 1 }] }, 'entries[0].kind'],
    ['an occurrence of nothing', { entries: [{ kind: 'occurrence', ground: 'J1', count: 1 }] }, 'entries[0].kind'],
    [
      'an occurrence that is not counted',
      { entries: [{ kind: 'occurrence', criterion: 'A1', ground: 'J1', count: 1 }] },
      'entries[0].kind',
    ],
    ['no entry at all', { entries: [{ kind: 'bonus', ground: 'J1', count: 0 }] }, 'entries[0].count'],
  ])('refuses %s by its field', async (_, whatIf, field) => {
    for (const [door, at] of [
      [office, path],
      [a, own],
    ] as const) {
      const { body } = await door.post(at, whatIf).expect(422);
      expect(body.errors).toMatchObject([{ field }]);
    }
  });

  it('a task of another union is refused like one that does not exist', async () => {
    const [{ id: theirs }] = await house.database.query(`select id from task where union_id = $1`, [
      house.district.unions.B,
    ]);
    const refused = (given: string) => office.post(path, { tasks: [{ taskId: given, done: '1' }] }).expect(422);
    expect((await refused(theirs)).body.errors).toEqual((await refused(newId())).body.errors);
  });

  it('shows the scored union nothing that the tier above gave, before publication', async () => {
    const { body } = await a.post(own, { tasks: [{ taskId, done: '60' }] }).expect(200);
    expect(body).toMatchObject({ before: '60.00', points: '80.00', difference: '+20.00', rank: null });
    expect(body.criteria).toMatchObject([{}, {}, { code: 'B1', before: null, points: null }]);
    expect(JSON.stringify(body)).not.toMatch(/12\.5/);
    const hoped = await a.post(own, { scores: [{ criterion: 'B1', points: '20' }] }).expect(200);
    expect(hoped.body).toMatchObject({ points: '80.00', criteria: [{}, {}, { before: null, points: '20.00' }] });
  });

  it('counts bonuses with their caps, and a veto', async () => {
    const other = await opened(office, 'district', { ...scheme, title: '加分', definition });
    const at = `/district/assessments/${other.id}/score-sheets/${house.district.unions.A}/simulation`;
    const bonus = { kind: 'bonus', ground: 'J1', count: 2 };
    const { body } = await office.post(at, { entries: [bonus, { ...bonus, ground: 'J2', count: 1, points: '1' }] });
    expect(body).toMatchObject({ points: '63.00', whole: { bonus: { arithmetic: 'min(3.00 + 1.00, 3.00) = 3.00' } } });
    const { body: none } = await office.post(at, { entries: [{ kind: 'veto', ground: 'V1', count: 1 }] }).expect(200);
    expect(none).toMatchObject({ points: '0.00', whole: { vetoes: [{ code: 'V1', effect: 'zero' }] } });
    for (const [entry, field] of [
      [{ ...bonus, points: '1' }, 'entries[0].points'],
      [{ ...bonus, ground: 'J2' }, 'entries[0].points'],
      [{ ...bonus, ground: 'J9' }, 'entries[0].ground'],
      [{ ...bonus, criterion: 'A1' }, 'entries[0].criterion'],
    ] as const)
      expect((await office.post(at, { entries: [entry] }).expect(422)).body.errors).toMatchObject([{ field }]);
  });
});
