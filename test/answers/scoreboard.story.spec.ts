/** The scoreboard: provisional and final standings, per class and per criterion, with last year beside them. */
import type { SchemeDefinition } from '../../src/assessment/scheme-types';
import type { Events } from '../../src/events/events';
import type { ScoresView } from '../../src/platform/scoreboard/scores.view';
import type { Actor } from '../../src/kernel/actor';
import { Deeds } from '../../src/outbox/deeds';
import { announce } from '../../src/outbox/announce';
import { opened } from '../support/assessment';
import { type Door, House } from '../support/house';

const manual = (code: string, name: string) => ({
  code,
  name,
  marks: '50',
  rule: { kind: 'manual' as const },
  scorer: 'office' as const,
});
const definition: SchemeDefinition = {
  fullMarks: '100',
  parts: [
    { code: 'P', name: '工作评议', marks: '100', criteria: [manual('P1', '组织建设'), manual('P2', '维权服务')] },
  ],
};

let house: House;
let office: Door;
let a: Door;
let unions: House['district']['unions'];

const board = async (door: Door, query: string): Promise<ScoresView> =>
  (await door.get(`/platform/boards/scores?${query}`).expect(200)).body;
const rows = ({ items }: ScoresView) =>
  items.map(({ unionId, rank, points, lastRank, rankChange }) => [
    unionId === unions.A ? 'A' : 'B',
    rank,
    points,
    lastRank,
    rankChange,
  ]);

async function judge(id: string, unionId: string, scores: Record<string, string>): Promise<void> {
  for (const [criterion, points] of Object.entries(scores)) {
    const path = `/district/assessments/${id}/score-sheets/${unionId}/scores/${criterion}`;
    await office.put(path, { points, reason: '据实评定' }).expect(200);
  }
}

async function year(of: number, at: string, sheets: Record<'A' | 'B', Record<string, string>>): Promise<string> {
  house.clock.set(new Date(at));
  const { id } = await opened(office, 'district', { year: of, title: `${of} 年度考核`, definition });
  for (const code of ['A', 'B'] as const) await judge(id, unions[code], sheets[code]);
  return id;
}

beforeAll(async () => {
  house = await House.open();
  unions = house.district.unions;
  office = await house.as('d.administrator');
  a = await house.as('a.administrator');
});
afterAll(() => house.close());

describe('the standings of an assessment', () => {
  let last: string;
  let id: string;

  it('are provisional while it is scored: for the scoring tier and above, and for nobody else', async () => {
    last = await year(2025, '2025-12-10T02:00:00Z', { A: { P1: '40', P2: '30' }, B: { P1: '50', P2: '25.5' } });
    await house.settled();
    const seen = await board(office, `assessmentId=${last}&kind=provisional`);
    expect(rows(seen)).toEqual([
      ['B', 1, '75.50', null, null],
      ['A', 2, '70.00', null, null],
    ]);
    expect(seen).toMatchObject({
      assessment: { title: '2025 年度考核', published: false, provisional: true, ownerId: unions.D },
      fullMarks: '100',
      criteria: [{ code: 'P1', name: '组织建设', marks: '50.00' }, { code: 'P2' }],
      lastAssessmentId: null,
    });
    expect(Date.parse(seen.asOf)).not.toBeNaN();
    for (const query of [`assessmentId=${last}`, `assessmentId=${last}&kind=provisional`, 'year=2025&tier=subdistrict'])
      await a.get(`/platform/boards/scores?${query}`).expect(404);
    expect((await a.get('/platform/boards/assessments').expect(200)).body.total).toBe(0);
  });

  it('say how much is not scored yet, and rank by criterion only what is', async () => {
    await office.post(`/district/assessments/${last}/publication`).expect(201);
    id = await year(2026, '2026-12-10T02:00:00Z', { A: { P1: '45', P2: '45' }, B: { P1: '50' } });
    await house.settled();
    const seen = await board(office, `year=2026&kind=provisional`);
    expect(seen.items).toMatchObject([
      { unionId: unions.A, rank: 1, points: '90.00', openCriteria: 0 },
      { unionId: unions.B, rank: 2, points: '50.00', openCriteria: 1 },
    ]);
    expect(rows(await board(office, `assessmentId=${id}&kind=provisional&criterion=P2`))).toEqual([
      ['A', 1, '45.00', 1, 0],
      ['B', null, null, 2, null],
    ]);
    expect((await board(office, `assessmentId=${id}`)).items).toEqual([]);
    await office.get(`/platform/boards/scores?assessmentId=${id}&criterion=P9`).expect(404);
    await office.get(`/platform/boards/scores?assessmentId=${id}&classCode=X`).expect(404);
  });

  it('are final once published: for those who were scored too, with last year beside them', async () => {
    await judge(id, unions.B, { P2: '20' });
    await office.post(`/district/assessments/${id}/publication`).expect(201);
    await house.settled();
    const seen = await board(a, `assessmentId=${id}`);
    expect(rows(seen)).toEqual([
      ['A', 1, '90.00', 2, 1],
      ['B', 2, '70.00', 1, -1],
    ]);
    expect(seen.items[0]).toMatchObject({ lastPoints: '70.00', pointsChange: '20.00', unionName: '甲街道总工会' });
    expect(seen).toMatchObject({ lastAssessmentId: last, assessment: { step: 'published', provisional: false } });
    expect(rows(await board(a, `assessmentId=${id}&criterion=P1`))).toEqual([
      ['B', 1, '50.00', 1, 0],
      ['A', 2, '45.00', 2, 0],
    ]);
    expect(rows(await board(a, 'year=2026&tier=subdistrict'))).toHaveLength(2);
    await a.get(`/platform/boards/scores?assessmentId=${id}&kind=provisional`).expect(404);
    await (await house.as('a1.viewer')).get(`/platform/boards/scores?assessmentId=${id}`).expect(404);
    const listed = await a.get('/platform/boards/assessments?year=2026').expect(200);
    expect(listed.body).toMatchObject({ total: 1, items: [{ assessmentId: id, year: 2026, published: true }] });
    expect((await office.get('/platform/boards/assessments').expect(200)).body.total).toBe(2);
  });

  it('move with a correction, on the scoreboard and in the standings', async () => {
    const { body, ...who } = await told(id);
    const actor: Actor = {
      ...who,
      unionId: unions.D,
      path: unions.D.replaceAll('-', ''),
      tier: 'district',
      role: 'administrator',
      account: 'd.administrator',
      network: 'local',
      requestId: 'story',
    };
    const sheets = body.sheets.map((sheet) =>
      sheet.unionId === unions.B ? { ...sheet, points: '95.00', rank: 1 } : { ...sheet, rank: 2 },
    );
    await house.app.get(Deeds).transaction((tx) =>
      announce(tx, actor, {
        name: 'assessment.corrected',
        unionId: unions.D,
        path: actor.path,
        subjectId: id,
        body: { assessment: body.assessment, sheets, reason: '申诉成立' },
      }),
    );
    await house.settled();
    expect(rows(await board(a, `assessmentId=${id}`))).toEqual([
      ['B', 1, '95.00', 1, 0],
      ['A', 2, '90.00', 2, 0],
    ]);
    const standings = await a.get('/platform/standings?year=2026&tier=subdistrict&by=score').expect(200);
    expect(standings.body.items).toMatchObject([{ unionId: unions.B, score: '95.00' }, { unionId: unions.A }]);
  });
});

describe('classes of comparable unions', () => {
  it('have standings of their own, and one who is scored sees no other', async () => {
    const id = await year(2027, '2027-12-10T02:00:00Z', { A: { P1: '45', P2: '45' }, B: { P1: '50', P2: '50' } });
    await house.database.query(
      `update score_sheet set class_code = case union_id when $1 then '大' else '小' end where assessment_id = $2`,
      [unions.A, id],
    );
    await office.post(`/district/assessments/${id}/computation`).expect(201);
    await office.post(`/district/assessments/${id}/publication`).expect(201);
    await house.settled();
    const all = await board(office, `assessmentId=${id}`);
    expect(all.classes.map(({ code }) => code).toSorted()).toEqual(['大', '小']);
    expect(rows(all)).toEqual([
      ['B', 1, '100.00', 1, 0],
      ['A', 2, '90.00', 2, 0],
    ]);
    const large = await board(office, `assessmentId=${id}&classCode=${encodeURIComponent('大')}`);
    expect(rows(large)).toEqual([['A', 1, '90.00', null, null]]);
    const own = await board(a, `assessmentId=${id}`);
    expect(own).toMatchObject({ classCode: '大', classes: [{ code: '大' }], total: 1 });
    expect(rows(own)).toEqual([['A', 1, '90.00', null, null]]);
    await a.get(`/platform/boards/scores?assessmentId=${id}&classCode=${encodeURIComponent('小')}`).expect(404);
  });
});

it('a sub-district’s own assessment is seen by its communities once published, by its district at once, by no sibling', async () => {
  house.clock.set(new Date('2026-12-20T02:00:00Z'));
  const { id } = await opened(a, 'subdistrict', { year: 2026, title: '甲街道考核', definition });
  await house.settled();
  expect((await board(office, `year=2026&tier=community&parentId=${unions.A}&kind=provisional`)).total).toBe(2);
  for (const account of ['b.administrator', 'a1.viewer', 'b1.viewer'])
    for (const kind of ['provisional', 'final'])
      await (await house.as(account)).get(`/platform/boards/scores?assessmentId=${id}&kind=${kind}`).expect(404);
});

/** What the publication of an assessment said. */
async function told(id: string) {
  const [row]: { districtId: string; officerId: string; body: Events['assessment.published'] }[] =
    await house.database.query(
      `select district_id as "districtId", body,
       (select id from officer where account = 'd.administrator') as "officerId" from outbox_message
     where name = 'assessment.published' and body #>> '{assessment,assessmentId}' = $1`,
      [id],
    );
  if (row === undefined) throw new Error('not published');
  return row;
}
