/** The edges of an assessment: ties, nothing to score from, closed unions, the same call twice, officers at the same time. */
import type { SchemeDefinition } from '../../src/assessment/scheme-types';
import { opened, scheme } from '../support/assessment';
import { type Door, House } from '../support/house';

const code = '特色工作'.repeat(10);
const judgedOnly: SchemeDefinition = {
  fullMarks: '10',
  parts: [
    {
      code: '甲',
      name: '评议',
      marks: '10',
      criteria: [{ code, name: '特色工作', marks: '10', rule: { kind: 'manual', min: '2' }, scorer: 'office' }],
    },
  ],
};
const judged = { ...scheme, title: '评议', definition: judgedOnly };

describe('the edges of an assessment', () => {
  let house: House;
  let a: Door;
  beforeAll(async () => {
    house = await House.open();
    a = await house.as('a.administrator');
  });
  afterAll(() => house.close());

  const give = (id: string, unionId: string, points: string) =>
    a.put(`/subdistrict/assessments/${id}/score-sheets/${unionId}/scores/${encodeURIComponent(code)}`, {
      points,
      reason: '评议',
    });

  it('equal points share a rank, and the last judgement counts', async () => {
    const { A1, A2 } = house.district.unions;
    const { id } = await opened(a, 'subdistrict', judged);
    await give(id, A1, '1.99').expect(422);
    for (const [unionId, points] of [
      [A1, '9'],
      [A1, '7.25'],
      [A2, '7.25'],
    ] as const)
      await give(id, unionId, points).expect(200);
    await a.post(`/subdistrict/assessments/${id}/publication`).expect(201);
    const { body } = await a.get(`/subdistrict/assessments/${id}/score-sheets?pageSize=1&page=2`).expect(200);
    expect(body).toMatchObject({ total: 2, items: [{ unionId: A2, points: '7.25', rank: 1 }] });
  });

  it('nothing to score from is not zero: it stays open, and so does the assessment', async () => {
    const { id } = await opened(a, 'subdistrict');
    const { body } = await a.get(`/subdistrict/assessments/${id}/score-sheets`).expect(200);
    expect(body.items).toMatchObject([{ points: '0.00', openCriteria: 3 }, { openCriteria: 3 }]);
    expect((await a.post(`/subdistrict/assessments/${id}/publication`).expect(422)).body.code).toBe(
      'assessment.openCriteria',
    );
  });

  it('opened twice with one key it is one assessment; a closed union and an empty street are left out', async () => {
    const system = await house.as('d.system_administrator');
    const closing = { closedOn: '2020-12-31', reason: '并入甲一社区' };
    await system.put(`/unions/${house.district.unions.A2}/closure`, closing, 1).expect(200);
    const { body: written } = await a.post('/subdistrict/schemes', judged).expect(201);
    const open = () =>
      a.post('/subdistrict/assessments', { schemeId: written.id }).set('idempotency-key', 'open-once').expect(201);
    const [first, second] = [await open(), await open()];
    expect(second.body).toEqual(first.body);
    expect(first.body).toMatchObject({ sheets: 1, openCriteria: 1 });
    await system.put(`/unions/${house.district.unions.B1}/closure`, closing, 1).expect(200);
    const b = await house.as('b.administrator');
    const { body: other } = await b.post('/subdistrict/schemes', judged).expect(201);
    expect((await b.post('/subdistrict/assessments', { schemeId: other.id }).expect(422)).body.code).toBe(
      'assessment.noUnions',
    );
  });

  it('of officers who publish and judge at the same time each is answered what was stored', async () => {
    const { A1 } = house.district.unions;
    const { id } = await opened(a, 'subdistrict', judged);
    await give(id, A1, '5').expect(200);
    const path = `/subdistrict/assessments/${id}`;
    const judgements = ['3', '4', '6', '7', '8', '9'].map((points) => give(id, A1, points));
    const publications = [a.post(`${path}/publication`), a.post(`${path}/publication`)];
    const [judgedAnswers, published] = [Promise.all(judgements), Promise.all(publications)];
    expect((await published).map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    const given = (await judgedAnswers).filter(({ status }) => status === 200).map(({ body }) => body);
    expect((await judgedAnswers).every(({ status }) => status === 200 || status === 409)).toBe(true);
    const { body: sheet } = await a.get(`${path}/score-sheets/${A1}`).expect(200);
    const last = given.toSorted((one, other) => other.version - one.version)[0];
    expect(sheet).toMatchObject({ rank: 1, points: last?.points ?? '5.00' });
    expect(sheet.criteria[0].points).toBe(sheet.points);
  });
});
