/** The published scheme of a town union, taken from the templates as it is, scores four made-up unions to results worked out by hand. */
import { type Door, House } from '../support/house';

type Given = { counts: Record<string, number> } | { numerator: string; denominator: string };

const none = { counts: {} };
const of = (numerator: number, denominator: number): Given => ({
  numerator: String(numerator),
  denominator: String(denominator),
});
const times = (counts: Record<string, number>): Given => ({ counts });

/**
 * A1 10 points less 5 / 2 / 2 · A2 ≥90 3, ≥80 2, ≥70 1 · A3 and A4 ≥98 2 · A5 ≥70 3, ≥60 2, ≥50 1 ·
 * B6.1 ≥80 4, ≥75 3, ≥70 2, ≥65 1 · B6.2 4 less 2 for each that is missing · B7 4 less 2 / 2
 */
const table: readonly (readonly [string, readonly [string, Given, string][], string, number])[] = [
  [
    '丙街道总工会',
    [
      ['A1', none, '10.00'],
      ['A2', of(38, 40), '3.00'], // 95 %
      ['A3', of(50, 50), '2.00'],
      ['A4', of(99, 100), '2.00'],
      ['A5', of(7, 10), '3.00'], // 70 %, on the edge
      ['B6.1', of(4, 5), '4.00'], // 80 %, on the edge
      ['B6.2', none, '4.00'],
      ['B7', none, '4.00'],
    ],
    '32.00',
    1,
  ],
  [
    '甲街道总工会',
    [
      ['A1', times({ 'A1-1': 1 }), '5.00'],
      ['A2', of(37, 42), '2.00'], // 88.1 %
      ['A3', of(97, 99), '0.00'], // 97.98 %
      ['A4', of(98, 100), '2.00'],
      ['A5', of(13, 20), '2.00'], // 65 %
      ['B6.1', of(31, 40), '3.00'], // 77.5 %
      ['B6.2', times({ 'B6.2-1': 1 }), '2.00'],
      ['B7', times({ 'B7-1': 1 }), '2.00'],
    ],
    '18.00',
    2,
  ],
  [
    '丁街道总工会',
    [
      ['A1', times({ 'A1-1': 1, 'A1-2': 1, 'A1-3': 1 }), '1.00'],
      ['A2', of(7, 10), '1.00'],
      ['A3', of(12, 12), '2.00'],
      ['A4', of(0, 5), '0.00'], // zero is a value
      ['A5', of(2, 3), '2.00'], // 66.7 %
      ['B6.1', of(8, 11), '2.00'], // 72.7 %
      ['B6.2', times({ 'B6.2-1': 2 }), '0.00'],
      ['B7', none, '4.00'],
    ],
    '12.00',
    3,
  ],
  [
    '乙街道总工会',
    [
      ['A1', times({ 'A1-2': 1, 'A1-3': 1 }), '6.00'],
      ['A2', of(6999, 10_000), '0.00'], // 69.99 % is not 70 %
      ['A3', of(49, 50), '2.00'],
      ['A4', of(47, 48), '0.00'], // 97.9 %
      ['A5', of(1, 2), '1.00'],
      ['B6.1', of(13, 20), '1.00'],
      ['B6.2', times({ 'B6.2-1': 3 }), '0.00'], // 4 − 6, but not below 0
      ['B7', times({ 'B7-1': 1, 'B7-2': 1 }), '0.00'],
    ],
    '10.00',
    4,
  ],
];

describe('the town scheme', () => {
  let house: House;
  let office: Door;
  let reviewer: Door;
  let id: string;
  let unions: Record<string, string>;

  beforeAll(async () => {
    house = await House.open();
    house.clock.set(new Date('2026-12-20T02:00:00Z'));
    office = await house.as('d.administrator');
    reviewer = await house.as('d.reviewer');
    const { A, B } = house.district.unions;
    unions = { 甲街道总工会: A, 乙街道总工会: B };
    const keeper = await house.as('d.system_administrator');
    for (const [code, name] of [
      ['C', '丙街道总工会'],
      ['E', '丁街道总工会'],
    ] as const) {
      const { body } = await keeper
        .post('/unions', { parentId: house.district.unions.D, code, name, openedOn: '2020-01-01' })
        .expect(201);
      unions[name] = body.id;
    }
    const { body: scheme } = await office
      .post('/district/scheme-templates/town-union/schemes', { year: 2026 })
      .expect(201);
    const { body } = await office.post('/district/assessments', { schemeId: scheme.id }).expect(201);
    id = body.id;
    expect(body).toMatchObject({ fullMarks: '32.00', sheets: 4, openCriteria: 32 });
  });
  afterAll(() => house.close());

  it.each(table)('scores %s criterion by criterion as worked out by hand', async (name, criteria, sum) => {
    for (const [code, given, points] of criteria) {
      const path = `/district/assessments/${id}/score-sheets/${unions[name]}/scores/${code}`;
      const { body } = await reviewer.put(path, { ...given, reason: '年底核查' }).expect(200);
      const found = body.criteria.find((each: { code: string }) => each.code === code);
      expect([code, found.points]).toEqual([code, points]);
    }
    const { body: sheet } = await office.get(`/district/assessments/${id}/score-sheets/${unions[name]}`).expect(200);
    expect(sheet).toMatchObject({ points: sum, base: sum, openCriteria: 0 });
    const parts = sheet.parts.map(({ points }: { points: string }) => Number(points));
    expect(parts[0] + parts[1]).toBe(Number(sum));
  });

  it('refuses a ground the scheme does not have, and points where a rate is asked for', async () => {
    const path = `/district/assessments/${id}/score-sheets/${unions['甲街道总工会']}/scores`;
    const foreign = await reviewer.put(`${path}/A1`, { counts: { 'B7-1': 1 }, reason: '核查' }).expect(422);
    expect(foreign.body.errors).toMatchObject([{ field: 'counts.B7-1' }]);
    const wrong = await reviewer.put(`${path}/A2`, { points: '3', reason: '核查' }).expect(422);
    expect(wrong.body.errors[0].field).toMatch(/points|numerator/);
  });

  it('ranks the four as worked out by hand', async () => {
    await office.post(`/district/assessments/${id}/publication`).expect(201);
    const { body } = await office.get(`/district/assessments/${id}/score-sheets`).expect(200);
    const ranked = body.items.map(({ unionName, points, rank }: Record<string, unknown>) => [unionName, points, rank]);
    expect(ranked).toEqual(table.map(([name, , points, rank]) => [name, points, rank]));
  });
});
