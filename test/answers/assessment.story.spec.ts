/** An assessment: opened, scored from the facts, judged by the office, published and frozen; the same one tier down. */
import { criterion, judged, opened, scheme, yearOfWork } from '../support/assessment';
import { type Door, House } from '../support/house';

type Unions = House['district']['unions'];

describe('an assessment', () => {
  let house: House;
  let office: Door;
  let reviewer: Door;
  let a: Door;
  let unions: Unions;
  let reports: { a1: string; a2: string; b: string };
  let id: string;
  let schemeId: string;

  beforeAll(async () => {
    house = await House.open();
    house.clock.set(new Date('2026-12-20T02:00:00Z'));
    unions = house.district.unions;
    office = await house.as('d.administrator');
    reviewer = await house.as('d.reviewer');
    a = await house.as('a.administrator');
    reports = await yearOfWork(house);
    ({ id, schemeId } = await opened(office, 'district'));
  });
  afterAll(() => house.close());

  const sheetOf = async (unionId: string) =>
    (await office.get(`/district/assessments/${id}/score-sheets/${unionId}`).expect(200)).body;

  it('scores the facts at once: only what is accepted counts, through the whole tree of the task', async () => {
    const sheet = await sheetOf(unions.A);
    expect(sheet).toMatchObject({
      unionName: '甲街道总工会',
      points: '60.00',
      fullMarks: '100.00',
      openCriteria: 1,
      rank: null,
    });
    expect(criterion(sheet, 'A1')).toMatchObject({
      part: 'A',
      marks: '60.00',
      points: '40.00',
      source: 'computed',
      reason: null,
      inputs: { tasks: [{ done: '40', pending: '5', target: '60', reportIds: [reports.a1, reports.a2].toSorted() }] },
      nextUnit: { more: '1', gain: '1.00' },
    });
    expect(criterion(sheet, 'A1').explanation.zh).toContain('60 × min(40 ÷ 60, 1) = 40.00');
    expect(criterion(sheet, 'A2')).toMatchObject({ points: '20.00', inputs: { onTime: 1, late: 0, missing: 0 } });
    expect(criterion(sheet, 'B1')).toMatchObject({ points: null, source: 'judged' });
  });

  it('takes what the office judges only within limits, with a reason, and only where it judges', async () => {
    const path = `/district/assessments/${id}/score-sheets/${unions.A}/scores`;
    const tooMuch = await reviewer.put(`${path}/B1`, { points: '20.01', reason: '突出' }).expect(422);
    expect(tooMuch.body.errors).toEqual([expect.objectContaining({ field: 'points' })]);
    const silent = await reviewer.put(`${path}/B1`, { points: '12', reason: ' ' }).expect(422);
    expect(silent.body.errors).toEqual([expect.objectContaining({ field: 'reason' })]);
    expect((await reviewer.put(`${path}/A1`, { points: '60', reason: '突出' }).expect(422)).body.code).toBe(
      'assessment.computedCriterion',
    );
    await reviewer.put(`${path}/${encodeURIComponent('无此项')}`, { points: '1', reason: '突出' }).expect(404);
    await (await house.as('d.viewer')).put(`${path}/B1`, { points: '12', reason: '突出' }).expect(403);
    const given = await reviewer.put(`${path}/B1`, { points: '12.5', reason: '劳模工作室' }).expect(200);
    expect(given.body).toMatchObject({ points: '72.50', openCriteria: 0 });
    expect(criterion(given.body, 'B1')).toMatchObject({
      points: '12.50',
      reason: '劳模工作室',
      inputs: { judgement: { points: '12.50' } },
    });
  });

  it('is not published while anything is not scored, and says how much', async () => {
    const refused = await office.post(`/district/assessments/${id}/publication`).expect(422);
    expect(refused.body).toMatchObject({
      code: 'assessment.openCriteria',
      detail: '还有 1 张评分表共 1 项没有得分，不能公示。',
    });
    expect((await office.get(`/district/assessments/${id}`).expect(200)).body).toMatchObject({
      status: 'open',
      sheets: 2,
      openSheets: 1,
      openCriteria: 1,
    });
  });

  it('takes new facts in by a computation and leaves what was judged', async () => {
    const waiting = await (await house.as('a.reviewer')).get('/subdistrict/reports').expect(200);
    await (
      await house.as('a.reviewer')
    )
      .post(`/subdistrict/reports/${waiting.body.items[0].id}/acceptance`)
      .expect(201);
    expect((await sheetOf(unions.A)).points).toBe('72.50');
    await office.post(`/district/assessments/${id}/computation`).expect(201);
    expect((await sheetOf(unions.A)).points).toBe('77.50');
  });

  it('shows nobody below what is not published, and nobody else ever', async () => {
    await house.settled();
    for (const account of ['a.administrator', 'b.administrator']) {
      const door = await house.as(account);
      expect((await door.get('/subdistrict/score-sheets').expect(200)).body.items).toEqual([]);
      for (const path of ['', '/score-sheets', `/score-sheets/${unions.A}`])
        await door.get(`/subdistrict/assessments/${id}${path}`).expect(404);
      await door.get(`/subdistrict/schemes/${schemeId}`).expect(404);
      await door.post('/subdistrict/assessments', { schemeId }).expect(404);
      await door.post(`/subdistrict/assessments/${id}/publication`).expect(404);
      await door
        .put(`/subdistrict/assessments/${id}/score-sheets/${unions.A}/scores/B1`, { points: '20', reason: '自评' })
        .expect(404);
      expect(JSON.stringify((await door.get('/platform/feed?limit=100').expect(200)).body)).not.toContain(id);
    }
    await a.get(`/district/assessments/${id}`).expect(403);
    const feed = await office.get('/platform/feed?limit=100').expect(200);
    expect(JSON.stringify(feed.body)).toContain('“2026 年度考核”：甲街道总工会的 B1 项评分 12.50 分');
  });

  it('is published with ranks, frozen with what led to it, and stands in the platform’s standings', async () => {
    await judged(office, 'district', id, unions.B, '8');
    const published = await office.post(`/district/assessments/${id}/publication`).expect(201);
    expect(published.body).toMatchObject({ status: 'published', publishedAt: '2026-12-20T02:00:00.000Z' });
    const sheets = await office.get(`/district/assessments/${id}/score-sheets`).expect(200);
    expect(sheets.body.items).toMatchObject([
      { unionId: unions.B, points: '88.00', rank: 1 },
      { unionId: unions.A, points: '77.50', rank: 2 },
    ]);
    await house.settled();
    const standings = await a.get('/platform/standings?year=2026&tier=subdistrict&by=score').expect(200);
    expect(standings.body.items).toMatchObject([
      { unionId: unions.B, rank: 1, score: '88.00' },
      { unionId: unions.A, rank: 2, score: '77.50' },
    ]);
    // The unions that were scored read of it; the communities below them do not.
    const news = await a.get('/platform/feed?limit=100').expect(200);
    expect(JSON.stringify(news.body)).toContain('公示考核结果“2026 年度考核”');
    const below = await (await house.as('a1.reporter')).get('/platform/feed?limit=100').expect(200);
    expect(JSON.stringify(below.body)).not.toContain('公示考核结果');
    const own = await a.get('/subdistrict/score-sheets?year=2026').expect(200);
    expect(own.body).toMatchObject({ total: 1, items: [{ unionId: unions.A, points: '77.50', rank: 2 }] });
    expect(criterion(own.body.items[0], 'A1').inputs.tasks[0]).toMatchObject({ done: '45', target: '60' });
  });

  it('stays as it was published, whatever is asked and whatever is accepted later', async () => {
    const before = await sheetOf(unions.A);
    const { body: tasks } = await (await house.as('a2.reporter')).get('/community/tasks').expect(200);
    const { body: report } = await (
      await house.as('a2.reporter')
    )
      .post(`/community/tasks/${tasks.items[0].id}/reports`, { done: '20' })
      .expect(201);
    await (await house.as('a2.reporter')).post(`/community/reports/${report.id}/submission`).expect(201);
    await (await house.as('a.reviewer')).post(`/subdistrict/reports/${report.id}/acceptance`).expect(201);
    const path = `/district/assessments/${id}`;
    const again = [
      await office.put(`${path}/score-sheets/${unions.A}/scores/B1`, { points: '20', reason: '更正' }),
      await office.post(`${path}/computation`),
      await office.post(`${path}/publication`),
    ];
    expect(again.map(({ status, body }) => [status, body.code])).toEqual(Array(3).fill([409, 'assessment.published']));
    expect(await sheetOf(unions.A)).toEqual(before);
    const frozen = { code: '23514' };
    await expect(house.database.query('update score set points = 0')).rejects.toMatchObject(frozen);
    await expect(house.database.query('update score_sheet set rank = 1')).rejects.toMatchObject(frozen);
    await expect(house.database.query('delete from score')).rejects.toMatchObject(frozen);
  });

  it('is done by a sub-district for its communities in the same way, and its district may look', async () => {
    const mine = await opened(a, 'subdistrict', { ...scheme, title: '甲街道考核' });
    const { A1, A2, B1 } = unions;
    await a
      .put(`/subdistrict/assessments/${mine.id}/score-sheets/${B1}/scores/B1`, { points: '1', reason: '邻街道' })
      .expect(404);
    for (const unionId of [A1, A2]) await judged(a, 'subdistrict', mine.id, unionId, '10');
    expect((await (await house.as('a1.viewer')).get('/community/score-sheets').expect(200)).body.total).toBe(0);
    await (await house.as('b.administrator')).get(`/subdistrict/assessments/${mine.id}`).expect(404);
    await a.post(`/subdistrict/assessments/${mine.id}/publication`).expect(201);
    const own = await (await house.as('a1.viewer')).get('/community/score-sheets').expect(200);
    expect(own.body.items).toMatchObject([{ unionId: A1, points: '82.50', rank: 2 }]);
    expect((await (await house.as('b1.viewer')).get('/community/score-sheets').expect(200)).body.items).toEqual([]);
    const seen = await office.get(`/district/assessments/${mine.id}/score-sheets`).expect(200);
    expect(seen.body.items).toMatchObject([
      { unionId: A2, points: '90.00', rank: 1 },
      { unionId: A1, rank: 2 },
    ]);
    expect((await office.get(`/district/assessments?ownerId=${unions.A}`).expect(200)).body.items).toMatchObject([
      { id: mine.id, forTier: 'community' },
    ]);
    await office.post(`/district/assessments/${mine.id}/publication`).expect(404);
    await house.settled();
    const standings = await office.get('/platform/standings?year=2026&tier=community&by=score').expect(200);
    expect(standings.body.items).toMatchObject([
      { unionId: A2, rank: 1 },
      { unionId: A1, rank: 2 },
      { unionId: B1, rank: null, score: null },
    ]);
  });
});

describe('a scheme', () => {
  let house: House;
  let office: Door;
  beforeAll(async () => {
    house = await House.open();
    office = await house.as('d.administrator');
  });
  afterAll(() => house.close());

  it('is refused with every wrong place named, and nothing is stored', async () => {
    const [part, ...parts] = scheme.definition.parts;
    const definition = { ...scheme.definition, parts: [{ ...part, marks: '70' }, ...parts] };
    const refused = await office.post('/district/schemes', { ...scheme, definition }).expect(422);
    expect(refused.body.code).toBe('scheme.invalid');
    expect(refused.body.errors.map(({ field }: { field: string }) => field)).toEqual([
      'definition.parts[0].marks',
      'definition.fullMarks',
    ]);
    for (const wrong of [{}, { parts: 1 }, { fullMarks: 100, parts: [null] }, [], 'x', null]) {
      await office.post('/district/schemes', { ...scheme, definition: wrong }).expect(422);
    }
    expect((await office.get('/district/schemes').expect(200)).body.total).toBe(0);
  });

  it('is answered as it was sent, changes by its version while unused, and stays once it is used', async () => {
    const { body: written, headers } = await office.post('/district/schemes', scheme).expect(201);
    expect(written).toMatchObject({ ...scheme, forTier: 'subdistrict', assessmentId: null, version: 1 });
    expect(headers.location).toBe(`/api/v1/district/schemes/${written.id}`);
    const path = `/district/schemes/${written.id}`;
    expect((await office.get(path).expect(200)).body).toEqual(written);
    await office.put(path, scheme).expect(428);
    await office.put(path, { ...scheme, title: '修订稿' }, 1).expect(200);
    await office.put(path, scheme, 1).expect(412);
    const { body: assessment } = await office.post('/district/assessments', { schemeId: written.id }).expect(201);
    expect((await office.put(path, scheme, 2).expect(409)).body.code).toBe('scheme.inUse');
    expect((await office.post('/district/assessments', { schemeId: written.id }).expect(409)).body.code).toBe(
      'assessment.exists',
    );
    expect((await office.get('/district/schemes?year=2026').expect(200)).body.items).toMatchObject([
      { title: '修订稿', assessmentId: assessment.id },
    ]);
    await (await house.as('d.reviewer')).post('/district/schemes', scheme).expect(403);
  });
});
