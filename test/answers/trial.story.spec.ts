/** Trying a draft scheme on last year's facts: points, ranks, how they would have moved, and what could not be scored. */
import { judged, opened, scheme, yearOfWork } from '../support/assessment';
import { type Door, House } from '../support/house';

const [work, special] = scheme.definition.parts;
const [completion, punctuality] = work?.criteria ?? [];

/** Next year completion counts for less, the special work for more, and something new is judged. */
const draft = {
  year: 2027,
  title: '2027 年度考核（草案）',
  definition: {
    fullMarks: '100',
    parts: [
      { ...work, marks: '60', criteria: [{ ...completion, marks: '40' }, punctuality] },
      special,
      {
        code: 'C',
        name: '新增',
        marks: '20',
        criteria: [
          { code: 'C1', name: '群众满意度', marks: '15', rule: { kind: 'manual' }, scorer: 'office' },
          {
            code: 'C2',
            name: '数字化',
            marks: '5',
            rule: { kind: 'proportional' },
            tasks: { codes: ['none'] },
            scorer: 'computed',
          },
        ],
      },
    ],
  },
};

describe('the trial of a draft scheme', () => {
  let house: House;
  let office: Door;
  let schemeId: string;

  beforeAll(async () => {
    house = await House.open();
    house.clock.set(new Date('2026-12-20T02:00:00Z'));
    office = await house.as('d.administrator');
    await yearOfWork(house);
    const { id } = await opened(office, 'district');
    await judged(office, 'district', id, house.district.unions.A, '20');
    await judged(office, 'district', id, house.district.unions.B, '0');
    await office.post(`/district/assessments/${id}/publication`).expect(201);
    house.clock.set(new Date('2027-01-10T02:00:00Z'));
    schemeId = (await office.post('/district/schemes', draft).expect(201)).body.id;
  });
  afterAll(() => house.close());

  it('scores last year by it, takes over what was judged alike, and says how ranks would have moved', async () => {
    const { unions } = house.district;
    const { body } = await office.post(`/district/schemes/${schemeId}/trial`, {}).expect(200);
    expect(body).toMatchObject({
      year: 2026,
      fullMarks: '100.00',
      triedMarks: '80.00',
      against: { title: '2026 年度考核', fullMarks: '100.00' },
      unions: [
        // 40 × 40/60 = 26.67, on time 20, judged 20; published 40 + 20 + 20 = 80, equal with B.
        { unionId: unions.A, points: '66.67', rank: 1, publishedPoints: '80.00', publishedRank: 1, moved: 0 },
        { unionId: unions.B, points: '60.00', rank: 2, publishedPoints: '80.00', publishedRank: 1, moved: -1 },
      ],
    });
    expect(body.leftOut).toMatchObject([
      { code: 'C1', marks: '15.00', words: { zh: '当年的方案没有这一项。' } },
      { code: 'C2', marks: '5.00', words: { zh: '当年没有可用的数据。' } },
    ]);
  });

  it('says so where nothing was published, and where marks were different', async () => {
    const { body } = await office.post(`/district/schemes/${schemeId}/trial`, { year: 2020 }).expect(200);
    expect(body).toMatchObject({ year: 2020, triedMarks: '0.00', against: null });
    expect(body.unions).toMatchObject([
      { points: '0.00', publishedPoints: null, publishedRank: null, moved: null },
      {},
    ]);
    expect(body.leftOut).toHaveLength(5);
    const other = {
      ...draft,
      definition: {
        ...draft.definition,
        parts: [
          { ...work, marks: '90', criteria: [{ ...completion, marks: '70' }, punctuality] },
          { ...special, marks: '10', criteria: special?.criteria.map((each) => ({ ...each, marks: '10' })) },
        ],
      },
    };
    const { body: written } = await office.post('/district/schemes', other).expect(201);
    const { body: tried } = await office.post(`/district/schemes/${written.id}/trial`, { year: 2026 }).expect(200);
    expect(tried.leftOut).toMatchObject([{ code: 'B1', words: { zh: '当年本项满分为 20 分。' } }]);
  });

  it('writes nothing', async () => {
    const counts = () =>
      house.database.query(
        `select (select count(*)::int from assessment) as a, (select count(*)::int from score) as s,
        (select count(*)::int from outbox_message) as o, (select sum(version)::int from scheme) as v`,
      );
    const before = await counts();
    await office.post(`/district/schemes/${schemeId}/trial`, {}).expect(200);
    expect(await counts()).toEqual(before);
  });

  it.each([{ year: 1948 }, { year: '2026' }, { year: null }, { years: 2026 }])('refuses %j', async (body) => {
    await office.post(`/district/schemes/${schemeId}/trial`, body).expect(422);
  });

  it('is for those who write schemes, of their own union only', async () => {
    await (await house.as('d.viewer')).post(`/district/schemes/${schemeId}/trial`, {}).expect(403);
    await (await house.as('a.administrator')).post(`/subdistrict/schemes/${schemeId}/trial`, {}).expect(404);
  });
});
