/** The course of an assessment (考核流程): step by step, on its days, by hand or by the clock; back only by two persons. */
import { colleague, movedTo, officerId, openedByA, tick, withCourse } from '../support/course';
import { type Door, House } from '../support/house';

let house: House;
const at = (moment: string) => house.clock.set(new Date(moment));
beforeEach(async () => {
  house = await House.open();
  // a Thursday
  at('2026-12-10T02:00:00Z');
});
afterEach(() => house.close());

const stepOf = async (door: Door, path: string) => {
  const { step, stepDue } = (await door.get(path).expect(200)).body;
  return [step, stepDue];
};
const entered = async (door: Door, path: string) =>
  (await door.get(`${path}/steps`).expect(200)).body.items.map(
    ({ step, byName, dueOn }: { step: string; byName: string | null; dueOn: string | null }) => [step, byName, dueOn],
  );

it('moves on by the clock when the last working day of a step has passed, once, however many workers there are', async () => {
  const { a, id } = await openedByA(house);
  const path = `/subdistrict/assessments/${id}`;
  expect(await stepOf(a, path)).toEqual(['self_score', '2026-12-17']);
  at('2026-12-17T15:59:00Z');
  expect(await tick(house)).toBe(0);
  at('2026-12-17T16:01:00Z');
  const moved = await Promise.all(Array.from({ length: 4 }, () => tick(house)));
  expect(moved.reduce((sum, each) => sum + each, 0)).toBe(1);
  expect(await stepOf(a, path)).toEqual(['review', '2026-12-25']);
  at('2026-12-26T02:00:00Z');
  await Promise.all([tick(house), tick(house)]);
  expect(await stepOf(a, path)).toEqual(['final', '2027-01-01']);
  at('2027-03-01T02:00:00Z');
  expect(await tick(house)).toBe(0);
  expect(await entered(a, path)).toEqual([
    ['self_score', 'A administrator', '2026-12-17'],
    ['review', null, '2026-12-25'],
    ['final', null, '2027-01-01'],
  ]);
  await house.settled();
  const feed = await a.get('/platform/feed?limit=50').expect(200);
  const told = feed.body.items.map(({ text }: { text: string }) => text);
  expect(told.filter((text: string) => text.includes('进入'))).toEqual([
    '甲街道总工会的考核“2026 年度考核”进入终评阶段，截止 2027-01-01',
    '甲街道总工会的考核“2026 年度考核”进入初评阶段，截止 2026-12-25',
  ]);
});

it('a scheme without a course goes to the final scores at once, and a step that is left out is skipped', async () => {
  const a = await house.as('a.administrator');
  const open = async (definition: object, more: object = {}) => {
    const scheme = await a.post('/subdistrict/schemes', { ...withCourse(), definition }).expect(201);
    return a.post('/subdistrict/assessments', { schemeId: scheme.body.id, ...more });
  };
  const { course: _, ...judged } = (withCourse() as { definition: { parts: unknown[]; course: object } }).definition;
  expect((await open(judged)).body).toMatchObject({ step: 'final', stepDue: null });
  const { parts } = judged as { parts: { criteria: { code: string }[] }[] };
  const unSelf = {
    ...judged,
    parts: parts.map((part) => ({
      ...part,
      criteria: part.criteria.map((one) => (one.code === 'A2' ? { ...one, scorer: 'office' } : one)),
    })),
  };
  const skipped = await open({ ...unSelf, course: { review: 3 } });
  expect(skipped.body).toMatchObject({ step: 'review', stepDue: '2026-12-15' });
});

it('may be opened ahead: nobody scores before its day, then the clock begins its first step', async () => {
  const a = await house.as('a.administrator');
  const scheme = await a.post('/subdistrict/schemes', withCourse()).expect(201);
  const open = (beginOn: string) => a.post('/subdistrict/assessments', { schemeId: scheme.body.id, beginOn });
  const today = await open('2026-12-10');
  expect([today.status, today.body.code, today.body.errors[0].field]).toEqual([422, 'assessment.beginOn', 'beginOn']);
  const { body } = await open('2026-12-14').expect(201);
  const path = `/subdistrict/assessments/${body.id}`;
  expect(body).toMatchObject({ step: 'opened', stepDue: null, beginOn: '2026-12-14' });
  const score = { points: '3', reason: '早了' };
  const early = await a.put(`${path}/score-sheets/${house.district.unions.A1}/scores/B1`, score);
  expect([early.status, early.body.code]).toEqual([409, 'assessment.notScoring']);
  const own = await (await house.as('a1.reporter')).get(`/community/self-scores/${body.id}`).expect(200);
  expect(own.body).toMatchObject({ step: 'opened', writable: false, beginOn: '2026-12-14' });
  expect(own.body.closedWords.zh).toContain('尚未开始');
  at('2026-12-13T16:00:00Z');
  expect(await tick(house)).toBe(1);
  expect(await stepOf(a, path)).toEqual(['self_score', '2026-12-21']);
});

it('is moved on by its conductor by the version he saw, never back and never past what the scheme has', async () => {
  const { a, id } = await openedByA(house);
  const path = `/subdistrict/assessments/${id}`;
  const to = (step: string, version: number) => a.post(`${path}/steps`, { to: step }).set('if-match', `"${version}"`);
  await a.post(`${path}/steps`, { to: 'review' }).expect(428);
  expect((await to('review', 9).expect(412)).body.code).toBe('changedMeanwhile');
  expect((await to('self_score', 1).expect(422)).body).toMatchObject({
    code: 'step.notAhead',
    errors: [{ field: 'to' }],
  });
  const moved = await to('final', 1).expect(201);
  expect(moved.body).toMatchObject({ step: 'final', stepDue: '2026-12-17', version: 2 });
  expect((await to('review', 2).expect(422)).body.detail).toContain('重新开启');
  await (await house.as('a.reviewer')).post(`${path}/steps`, { to: 'final' }).set('if-match', '"2"').expect(403);
  await (await house.as('b.administrator')).post(`${path}/steps`, { to: 'final' }).set('if-match', '"2"').expect(404);
  expect((await a.get(`${path}/steps`).expect(200)).body.plan).toMatchObject([
    { step: 'self_score', days: 5, state: 'done' },
    { step: 'review', state: 'done' },
    { step: 'final', state: 'now', on: '2026-12-17' },
    { step: 'published', state: 'ahead' },
    { step: 'closed', state: 'ahead' },
  ]);
  await expect(house.database.query(`update assessment_step set reason = 'x'`)).rejects.toMatchObject({
    code: '23514',
  });
});

it('counts its days by the calendar of the district', async () => {
  const system = await house.as('d.system_administrator');
  await system.put('/calendar/2026-12-14', { working: false, reason: '区里统一休假' }).expect(200);
  const { a, id } = await openedByA(house);
  expect(await stepOf(a, `/subdistrict/assessments/${id}`)).toEqual(['self_score', '2026-12-18']);
});

it('goes back only with a reason and two persons, to an earlier step, before publication', async () => {
  const { a, id } = await openedByA(house);
  const path = `/subdistrict/assessments/${id}`;
  const other = await colleague(house, 'a.administrator', 'a.deputy');
  const reopen = (to: string) => a.post(`${path}/reopenings`, { to, reason: '漏看台账', days: 2 });
  expect((await reopen('self_score').expect(422)).body.code).toBe('reopening.notBack');
  await movedTo(a, path, 'final');
  await a.post(`${path}/reopenings`, { to: 'review' }).expect(422);
  const asked = await reopen('review').expect(201);
  expect(asked.body).toMatchObject({
    from: 'final',
    to: 'review',
    status: 'proposed',
    proposedByName: 'A administrator',
  });
  expect((await reopen('self_score').expect(409)).body.code).toBe('reopening.alreadyAsked');
  const at1 = `${path}/reopenings/${asked.body.id}`;
  const alone = await a.post(`${at1}/confirmation`).expect(422);
  expect(alone.body).toMatchObject({ code: 'reopening.samePerson' });
  expect(alone.body.detail).toContain('申请人以外');
  await (await house.as('b.administrator')).post(`${at1}/confirmation`).expect(404);
  await (await house.as('a.reviewer')).post(`${at1}/confirmation`).expect(403);
  expect(await stepOf(a, path)).toEqual(['final', '2026-12-17']);
  const both = await Promise.all([other.post(`${at1}/confirmation`), other.post(`${at1}/confirmation`)]);
  expect(both.map(({ status }) => status).toSorted((x, y) => x - y)).toEqual([201, 409]);
  expect(await stepOf(a, path)).toEqual(['review', '2026-12-14']);
  expect((await a.get(`${path}/steps`).expect(200)).body.items.at(-1)).toMatchObject({
    step: 'review',
    byName: 'a.deputy',
    reason: '漏看台账',
  });
  const again = await reopen('self_score').expect(201);
  await other.post(`${path}/reopenings/${again.body.id}/refusal`, { reason: '不必' }).expect(201);
  expect((await a.get(`${path}/reopenings`).expect(200)).body.items).toMatchObject([
    { status: 'refused', decisionReason: '不必' },
    { status: 'confirmed', decidedByName: 'a.deputy' },
  ]);
  expect(await stepOf(a, path)).toEqual(['review', '2026-12-14']);
  await expect(
    house.database.query(`update assessment_reopening set decided_by = proposed_by where status = 'refused'`),
  ).rejects.toMatchObject({ code: '23514' });
});

it('leaves the criteria of a named office to its officers, and names the office to everybody else', async () => {
  const { a, id } = await openedByA(house);
  const path = `/subdistrict/assessments/${id}`;
  await movedTo(a, path, 'review');
  const early = await a.post(`${path}/publication`).expect(409);
  expect(early.body.code).toBe('assessment.notFinal');
  const reviewer = await house.as('a.reviewer');
  const give = (door: Door, code: string, points: string) =>
    door.put(`${path}/score-sheets/${house.district.unions.A1}/scores/${code}`, { points, reason: '实地查看' });
  const nobody = await give(reviewer, 'B2', '8').expect(403);
  expect(nobody.body).toMatchObject({ code: 'assessment.otherOffice' });
  expect(nobody.body.detail).toContain('组织部');
  const listed = await a.get(`${path}/offices`).expect(200);
  expect(listed.body.items).toEqual([{ code: 'ZZ', name: '组织部', officers: [], criteria: ['B2'] }]);
  expect(listed.body.candidates.map(({ name }: { name: string }) => name)).toEqual(['A administrator', 'A reviewer']);
  const ids = await Promise.all(['a.reviewer', 'a.viewer', 'd.reviewer'].map((each) => officerId(house, each)));
  for (const wrong of ids.slice(1))
    expect((await a.put(`${path}/offices/ZZ`, { officerIds: [wrong] }).expect(422)).body.code).toBe(
      'office.notScoring',
    );
  await a.put(`${path}/offices/XX`, { officerIds: [ids[0]] }).expect(404);
  const named = await a.put(`${path}/offices/ZZ`, { officerIds: [ids[0]] }).expect(200);
  expect(named.body.items).toMatchObject([{ officers: [{ name: 'A reviewer' }] }]);
  await give(reviewer, 'B2', '8').expect(200);
  await give(a, 'B2', '9').expect(403);
  await give(a, 'B1', '9').expect(200);
});

it('places unions in classes by their kind and size as it opens, and by hand before publication', async () => {
  const { A1, A2, B1 } = house.district.unions;
  await house.database.query(`update trade_union set workers = 900 where id = $1`, [A1]);
  const classes = [
    { code: 'big', name: '一类', kinds: ['area' as const], sizeFrom: 500 },
    { code: 'small', name: '二类', sizeBelow: 500 },
  ];
  const { a, id } = await openedByA(house, { classes });
  const path = `/subdistrict/assessments/${id}`;
  const placed = async () =>
    (await a.get(`${path}/score-sheets`).expect(200)).body.items.map(
      ({ classCode }: { classCode: string | null }) => classCode,
    );
  expect(await placed()).toEqual(['big', null]);
  const wrong = await a
    .put(`${path}/classes`, {
      places: [
        { unionId: B1, classCode: 'big' },
        { unionId: A1, classCode: 'huge' },
      ],
    })
    .expect(422);
  expect(wrong.body.errors.map(({ field }: { field: string }) => field)).toEqual([
    'places[0].unionId',
    'places[1].classCode',
  ]);
  await a.put(`${path}/classes`, { places: [{ unionId: A2, classCode: 'small' }] }).expect(200);
  expect(await placed()).toEqual(['big', 'small']);
});
