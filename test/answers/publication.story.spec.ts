/** A publication (公示): frozen word for word, checked by its digest, seen by those whom it concerns. */
import { createHash } from 'node:crypto';
import { AppealClock } from '../../src/assessment/appeal/appeal-clock.service';
import type { PublishedStanding } from '../../src/assessment/publication/publication.view';
import type { SchemeDefinition } from '../../src/assessment/scheme-types';
import { opened } from '../support/assessment';
import { type Door, House } from '../support/house';
import { judgedScheme, publishedInA, scored } from '../support/publication';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('a publication', () => {
  let house: House;
  let a: Door;
  let id: string;
  let at: string;
  beforeAll(async () => {
    house = await House.open();
    house.clock.set(new Date('2026-12-21T02:00:00Z'));
    a = await house.as('a.administrator');
    const { A1, A2 } = house.district.unions;
    id = await publishedInA(house, [
      [A1, { A1: '50', B1: '20', B2: '10' }],
      [A2, { A1: '45.5', B1: '25', B2: '15' }],
    ]);
    at = `/subdistrict/assessments/${id}`;
  });
  afterAll(() => house.close());

  const verified = async () => (await a.get(`${at}/publications/1/verification`).expect(200)).body;

  it('keeps the standings, the scheme and every sheet, each with a digest that anybody can take again', async () => {
    const { A1, A2 } = house.district.unions;
    const list = await a.get(`${at}/publications`).expect(200);
    expect(list.body).toMatchObject({
      total: 1,
      items: [
        { no: 1, kind: 'publication', appealId: null, reason: null, publishedBy: 'A administrator', schemeVersion: 1 },
      ],
    });
    const { body } = await a.get(`${at}/publications/1`).expect(200);
    expect(body.scheme).toEqual(judgedScheme);
    expect(body.standings).toMatchObject([
      { unionId: A2, unionName: '甲二社区工联会', points: '85.50', rank: 1, before: null },
      { unionId: A1, unionName: '甲一社区工联会', points: '80.00', rank: 2, before: null },
    ]);
    const sheets = await Promise.all(
      [A1, A2].map(async (union) => (await a.get(`${at}/publications/1/sheets/${union}`).expect(200)).body),
    );
    for (const { sheet, digest } of sheets) expect(sha256(JSON.stringify(sheet))).toBe(digest);
    expect(sheets[0].sheet).toEqual((await a.get(`${at}/score-sheets/${A1}`).expect(200)).body);
    const lines = [A1, A2].map((union, i) => `${union} ${sheets[i].digest}`).toSorted();
    const text = [
      '',
      '1 publication',
      body.publishedAt,
      '',
      ...lines,
      JSON.stringify(body.standings),
      JSON.stringify(body.scheme),
    ].join('\n');
    expect(sha256(text)).toBe(body.digest);
    expect(await verified()).toEqual({ no: 1, whole: true, digest: body.digest, sheets: 2, broken: [] });
    const [sealed] = await house.database.query(
      `select after->>'digest' as digest from audit_entry where deed = 'assessment.published' and subject_id = $1`,
      [id],
    );
    expect(sealed.digest).toBe(body.digest);
  });

  it('is changed by nothing: the database refuses to rewrite it, to remove it and to empty it', async () => {
    const refused = { code: '42501' };
    for (const table of ['publication', 'published_sheet']) {
      await expect(house.database.query(`update ${table} set digest = repeat('0', 64)`)).rejects.toMatchObject(refused);
      await expect(house.database.query(`delete from ${table}`)).rejects.toMatchObject(refused);
      await expect(house.database.query(`truncate ${table} cascade`)).rejects.toMatchObject(refused);
    }
    expect(await verified()).toMatchObject({ whole: true });
  });

  it('shows each union of the class the standings and its own sheet, and nobody another’s', async () => {
    const { A1, A2 } = house.district.unions;
    const [one, two, other] = [await house.as('a1.viewer'), await house.as('a2.viewer'), await house.as('b1.viewer')];
    const { body } = await one.get('/community/publications?year=2026').expect(200);
    expect(body).toMatchObject({
      total: 1,
      items: [
        {
          id,
          title: '社区考核',
          ownerName: '甲街道总工会',
          step: 'published',
          appealUntil: '2026-12-28',
          appealable: true,
          openAppealId: null,
          standings: [
            { unionId: A2, rank: 1 },
            { unionId: A1, rank: 2 },
          ],
        },
      ],
    });
    for (const [door, union] of [
      [one, A1],
      [two, A2],
    ] as const) {
      const detail = await door.get(`/community/publications/${id}`).expect(200);
      expect(detail.body.own).toMatchObject({ no: 1, sheet: { unionId: union } });
      expect(JSON.stringify(detail.body.own)).not.toContain(union === A1 ? A2 : A1);
    }
    expect((await other.get('/community/publications').expect(200)).body).toMatchObject({ items: [], total: 0 });
    await other.get(`/community/publications/${id}`).expect(404);
    const b = await house.as('b.administrator');
    for (const path of ['', '/1', `/1/sheets/${A1}`, '/1/verification'])
      await b.get(`${at}/publications${path}`).expect(404);
    await b.get(`/subdistrict/publications/${id}`).expect(404);
    for (const path of ['', '/1', `/1/sheets/${A1}`, '/1/verification'])
      await (await house.as('d.viewer')).get(`/district/assessments/${id}/publications${path}`).expect(200);
    for (const path of ['/2', '/0', '/x', `/1/sheets/${house.district.unions.B1}`, '/2/verification'])
      await a.get(`${at}/publications${path}`).expect(404);
  });

  it('forged past every trigger by the owner of the database, it says where', async () => {
    const { A1, A2 } = house.district.unions;
    const forge = async (table: string, change: string): Promise<void> => {
      await house.database.query(`alter table ${table} disable trigger user`);
      await house.database.query(change);
      await house.database.query(`alter table ${table} enable trigger user`);
    };
    const body = `replace(body::text, '"points":"50.00"', '"points":"60.00"')`;
    await forge('published_sheet', `update published_sheet set body = ${body}::json where union_id = '${A1}'`);
    expect(await verified()).toMatchObject({
      whole: false,
      broken: [{ part: 'sheet', unionId: A1, unionName: '甲一社区工联会' }],
    });
    await forge(
      'published_sheet',
      `update published_sheet set digest = encode(sha256(convert_to(body::text, 'UTF8')), 'hex') where union_id = '${A1}'`,
    );
    expect(await verified()).toMatchObject({ whole: false, broken: [{ part: 'publication', unionId: null }] });
    await forge('published_sheet', `delete from published_sheet where union_id = '${A2}'`);
    expect(await verified()).toMatchObject({ whole: false, sheets: 1, broken: [{ part: 'publication' }] });
  });
});

describe('results', () => {
  let house: House;
  let a: Door;
  beforeAll(async () => {
    house = await House.open();
    house.clock.set(new Date('2026-12-21T02:00:00Z'));
    a = await house.as('a.administrator');
  });
  afterAll(() => house.close());

  it('are not published while an entry waits to be decided, and the refusal says how many', async () => {
    const { A1, A2 } = house.district.unions;
    const { id } = await opened(a, 'subdistrict', { year: 2026, title: '社区考核', definition: judgedScheme });
    await scored(a, 'subdistrict', id, [
      [A1, { A1: '1', B1: '1', B2: '1' }],
      [A2, { A1: '1', B1: '1', B2: '1' }],
    ]);
    await house.database.query(
      `insert into assessment_entry (district_id, id, assessment_id, sheet_id, union_id, kind, ground, count,
         occurred_on, words, status, recorded_by, recorded_at)
       select s.district_id, gen_random_uuid(), s.assessment_id, s.id, s.union_id, 'bonus', 'J1', 1, '2026-06-01', '表彰',
         'proposed', o.id, now()
       from score_sheet s join officer o on o.account = 'a.reviewer' where s.assessment_id = $1`,
      [id],
    );
    const refused = await a.post(`/subdistrict/assessments/${id}/publication`).expect(422);
    expect(refused.body).toMatchObject({
      code: 'assessment.openEntries',
      detail: '还有 2 条考核记录没有审定，不能公示。',
    });
    await house.database.query(`update assessment_entry set status = 'withdrawn'`);
    await a.post(`/subdistrict/assessments/${id}/publication`).expect(201);
  });

  it('of a scheme that says nothing of its course can be appealed for five working days', async () => {
    const { A1, A2 } = house.district.unions;
    const { course: _, ...plain } = judgedScheme;
    const none: [string, Record<string, string>][] = [A1, A2].map((union) => [union, { A1: '1', B1: '1', B2: '1' }]);
    const until = async (definition: object): Promise<string | null> => {
      const { id } = await opened(a, 'subdistrict', { year: 2026, title: '社区考核', definition });
      await scored(a, 'subdistrict', id, none);
      return (await a.post(`/subdistrict/assessments/${id}/publication`).expect(201)).body.appealUntil;
    };
    house.clock.set(new Date('2026-09-28T02:00:00Z'));
    expect(await until(plain)).toBe('2026-10-10');
    expect(await until({ ...plain, course: { final: 3, appeal: 1, decide: 1 } })).toBe('2026-09-29');
    expect(await until({ ...plain, course: { final: 3 } })).toBeNull();
  });
});

describe('grades', () => {
  let house: House;
  let a: Door;
  let id: string;
  let at: string;
  const union: Record<string, string> = {};
  const definition = {
    ...judgedScheme,
    vetoes: [{ code: 'V1', name: '重大事故', effect: 'gradeCapped', grade: 'fair' }],
    classes: [
      { code: 'large', name: '规模较大' },
      { code: 'small', name: '规模较小' },
    ],
    grading: {
      grades: [
        { code: 'excellent', name: '优秀', atLeast: '80', quota: '50' },
        { code: 'good', name: '良好', atLeast: '70' },
        { code: 'fair', name: '合格' },
      ],
      quotaTies: 'out',
    },
    course: { final: 10, appeal: 3, decide: 4 },
  } satisfies SchemeDefinition;

  beforeAll(async () => {
    house = await House.open();
    house.clock.set(new Date('2026-12-21T02:00:00Z'));
    a = await house.as('a.administrator');
    const system = await house.as('d.system_administrator');
    Object.assign(union, house.district.unions);
    for (const code of ['A3', 'A4', 'A5', 'A6']) {
      const made = { parentId: house.district.unions.A, code, name: `甲${code}社区`, openedOn: '2026-01-01' };
      union[code] = (await system.post('/unions', made).expect(201)).body.id;
    }
    ({ id } = await opened(a, 'subdistrict', { year: 2026, title: '社区考核', definition }));
    at = `/subdistrict/assessments/${id}`;
    await scored(await house.as('a.reviewer'), 'subdistrict', id, [
      [union['A1'] ?? '', { A1: '60', B1: '20', B2: '10' }],
      [union['A2'] ?? '', { A1: '55', B1: '20', B2: '10' }],
      [union['A3'] ?? '', { A1: '54', B1: '21', B2: '10' }],
      [union['A4'] ?? '', { A1: '40', B1: '20', B2: '11' }],
      [union['A5'] ?? '', { A1: '50', B1: '25', B2: '15' }],
      [union['A6'] ?? '', { A1: '30', B1: '10', B2: '5' }],
    ]);
  });
  afterAll(() => house.close());

  const place = (classCode: string | null, codes: string[]) =>
    house.database.query(`update score_sheet set class_code = $1 where assessment_id = $2 and union_id = any($3)`, [
      classCode,
      id,
      codes.map((code) => union[code]),
    ]);
  const results = async (no: number) =>
    (await a.get(`${at}/publications/${no}`).expect(200)).body.standings.map((row: PublishedStanding) => [
      Object.keys(union).find((code) => union[code] === row.unionId),
      row.classCode,
      row.points,
      row.rank,
      row.classRank,
      row.gradeName,
    ]);

  it('wait until every union stands in a class', async () => {
    await place('large', ['A1', 'A2', 'A3', 'A4']);
    await place(null, ['A5', 'A6']);
    const refused = await a.post(`${at}/publication`).expect(422);
    expect(refused.body).toMatchObject({ code: 'assessment.unplaced', detail: '还有 2 家工会没有分组，不能公示。' });
    await place('small', ['A5', 'A6']);
    const published = await a.post(`${at}/publication`).expect(201);
    expect(published.body).toMatchObject({ step: 'published', stepDue: '2026-12-24', appealUntil: '2026-12-24' });
  });

  it('are given within each class by cut-off and quota; equal points who do not all fit stay out together', async () => {
    expect(await results(1)).toEqual([
      ['A1', 'large', '90.00', 1, 1, '优秀'],
      ['A5', 'small', '90.00', 1, 1, '优秀'],
      ['A2', 'large', '85.00', 3, 2, '良好'],
      ['A3', 'large', '85.00', 3, 2, '良好'],
      ['A4', 'large', '71.00', 5, 4, '良好'],
      ['A6', 'small', '45.00', 6, 2, '合格'],
    ]);
    const sheet = await a.get(`${at}/score-sheets/${union['A2']}`).expect(200);
    expect(sheet.body).toMatchObject({ classCode: 'large', rank: 3, classRank: 2, grade: 'good', awardLost: false });
    expect(sheet.body.gradeWords.zh).toContain('良好');
    await house.settled();
    const [told]: { sheets: object[] }[] = await house.database.query(
      `select body->'sheets' as sheets from outbox_message where name = 'assessment.published'`,
    );
    expect(told?.sheets).toContainEqual({
      unionId: union['A2'],
      points: '85.00',
      rank: 3,
      classCode: 'large',
      classRank: 2,
      grade: '良好',
      criteria: { A1: '55.00', B1: '20.00', B2: '10.00' },
    });
  });

  it('are seen by the unions of the class: those of another class are not in it', async () => {
    const seen = await (await house.as('a1.viewer')).get(`/community/publications/${id}`).expect(200);
    expect(seen.body.standings.map(({ unionId }: PublishedStanding) => unionId)).toEqual(
      ['A1', 'A2', 'A3', 'A4'].map((code) => union[code]),
    );
  });

  it('are given anew by a correction: who comes before its equal takes the free place, and the other class stays', async () => {
    const own = await house.as('a2.administrator');
    const filed = await own.post('/community/appeals', { assessmentId: id, criteria: ['B2'], reason: '漏记一项' });
    await a
      .post(`${at}/appeals/${filed.body.id}/decision`, {
        outcome: 'upheld',
        reason: '属实',
        corrections: [{ criterion: 'B2', points: '11', reason: '补记' }],
      })
      .expect(201);
    expect(await results(2)).toEqual([
      ['A1', 'large', '90.00', 1, 1, '优秀'],
      ['A5', 'small', '90.00', 1, 1, '优秀'],
      ['A2', 'large', '86.00', 3, 2, '优秀'],
      ['A3', 'large', '85.00', 4, 3, '良好'],
      ['A4', 'large', '71.00', 5, 4, '良好'],
      ['A6', 'small', '45.00', 6, 2, '合格'],
    ]);
    const { body } = await a.get(`${at}/publications/2`).expect(200);
    const moved = body.standings.flatMap(({ unionId, before }: PublishedStanding) =>
      before === null ? [] : [[unionId, before]],
    );
    expect(moved).toEqual([
      [union['A2'], { points: '85.00', rank: 3, classRank: 2, gradeName: '良好' }],
      [union['A3'], { points: '85.00', rank: 3, classRank: 2, gradeName: '良好' }],
    ]);
    const versions: { n: number }[] = await house.database.query(
      `select count(distinct version)::int as n from score_sheet where assessment_id = $1 and union_id = any($2)`,
      [id, ['A1', 'A4', 'A5', 'A6'].map((code) => union[code])],
    );
    expect(versions).toEqual([{ n: 1 }]);
  });

  it('and ranks wait for the answers as many working days as the scheme says', async () => {
    const own = await house.as('a1.administrator');
    await own.post('/community/appeals', { assessmentId: id, criteria: ['B2'], reason: '请复核' }).expect(201);
    house.clock.set(new Date('2026-12-25T02:00:00Z'));
    expect(await house.app.get(AppealClock).tick()).toBe(1);
    expect((await a.get(at).expect(200)).body).toMatchObject({ step: 'appeals', stepDue: '2026-12-30' });
  });
});
