/** The fairness report of an assessment through the API, from what is stored. */
import { judged, opened, scheme, yearOfWork } from '../support/assessment';
import { type Door, House } from '../support/house';

describe('the fairness report', () => {
  let house: House;
  let office: Door;
  let id: string;

  beforeAll(async () => {
    house = await House.open();
    house.clock.set(new Date('2026-12-20T02:00:00Z'));
    office = await house.as('d.administrator');
    await yearOfWork(house);
    // Of 61 marks A has 40.67 and B 61; the judgement brings them close.
    const [work, special] = scheme.definition.parts;
    const [completion, ...rest] = work?.criteria ?? [];
    const harder = { ...special, marks: '21', criteria: special?.criteria.map((each) => ({ ...each, marks: '21' })) };
    const definition = {
      fullMarks: '102',
      parts: [{ ...work, marks: '81', criteria: [{ ...completion, marks: '61' }, ...rest] }, harder],
    };
    ({ id } = await opened(office, 'district', { ...scheme, definition }));
    await judged(office, 'district', id, house.district.unions.A, '20');
  });
  afterAll(() => house.close());

  const report = async () => (await office.get(`/district/assessments/${id}/fairness`).expect(200)).body;

  it('shows the distribution, what separates nobody, and how much rests on judgement', async () => {
    await judged(office, 'district', id, house.district.unions.B, '0');
    const body = await report();
    expect(body).toMatchObject({ status: 'open', fullMarks: '102.00', scorers: [], closePairs: [], withoutExact: 0 });
    expect(body.distributions).toMatchObject([
      {
        classCode: null,
        distribution: { count: 2, lowest: '80.67', median: '80.84', highest: '81.00', mean: '80.84' },
      },
    ]);
    expect(body.criteria).toMatchObject([
      { code: 'A1', judged: false, lowest: '40.67', highest: '61.00', flags: [] },
      { code: 'A2', mean: '20.00', deviation: '0.00', flags: ['same', 'full'] },
      { code: 'B1', judged: true, scored: 2, flags: [] },
    ]);
    expect(body.judgement).toEqual({ ofMarks: '20.59', ofPoints: '12.37', ofDifferences: '49.59' });
  });

  it('names unions whose rank hangs on less than the rounding', async () => {
    // 61 × 40 ÷ 60 = 40.666… stands as 40.67: A has 40.67 + 20 + 20.34 = 81.01, exactly 81.00666…; B 61 + 20 + 0.01.
    await judged(office, 'district', id, house.district.unions.A, '20.34');
    await judged(office, 'district', id, house.district.unions.B, '0.01');
    expect((await report()).closePairs).toEqual([
      {
        classCode: null,
        aheadId: house.district.unions.B,
        ahead: '乙街道总工会',
        behindId: house.district.unions.A,
        behind: '甲街道总工会',
        gap: '0.00',
        exactGap: '0.0033333333',
        moved: '0.0033333333',
        closeness: 'tied',
        words: {
          zh: '乙街道总工会与甲街道总工会同分，只因取整；未取整时乙街道总工会领先。',
          en: '乙街道总工会 and 甲街道总工会 are equal by rounding only; before it 乙街道总工会 leads.',
        },
      },
    ]);
  });

  it('is kept from the unions that are scored, and from everybody who is not above', async () => {
    const a = await house.as('a.administrator');
    await a.get(`/subdistrict/assessments/${id}/fairness`).expect(404);
    await a.get(`/district/assessments/${id}/fairness`).expect(403);
    await (await house.as('d.viewer')).get(`/district/assessments/${id}/fairness`).expect(200);
  });
});
