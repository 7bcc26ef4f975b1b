/** Hostile fields where an assessment is scored: never a 5xx, the wrong field is named, and nothing is stored. */
import { movedTo, openedByA } from '../support/course';
import { House } from '../support/house';
import { faults, type Route, send } from './hostile-routes';
import { noDay, noId, noInteger, noList, noNumber, noText, noWord, withField } from './hostile-values';

let house: House;
let routes: Record<string, Route>;

beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2026-12-10T02:00:00Z'));
  const { a, id } = await openedByA(house);
  const path = `/subdistrict/assessments/${id}`;
  await movedTo(a, path, 'review');
  const sheet = `${path}/score-sheets/${house.district.unions.A1}`;
  const office = 'a.administrator';
  const entry = { kind: 'bonus', ground: 'J2', count: 1, points: '1', occurredOn: '2026-06-12', words: '获奖' };
  const rate = { numerator: '1', denominator: '2', reason: '台账' };
  const mine = `/community/self-scores/${id}`;
  const { body: late } = await a.post(`${sheet}/entries`, {
    ...entry,
    kind: 'penalty',
    ground: 'K1',
    points: undefined,
  });
  const put = (path: string, body: object, account = office): Route => ({ account, method: 'put', path, body });
  const post = (path: string, body: object, account = office): Route => ({ account, method: 'post', path, body });
  routes = {
    score: put(`${sheet}/scores/A2`, rate),
    judge: put(`${sheet}/scores/B1`, { points: '5', reason: '好' }),
    'score oneself': put(`${mine}/scores/A2`, rate, 'a1.reporter'),
    record: post(`${sheet}/entries`, entry),
    propose: post(`${mine}/entries`, entry, 'a1.reporter'),
    refuse: { ...post(`${path}/entries/${late.id}/refusal`, { reason: '不实' }), account: 'a.reviewer' },
    'move on': { ...post(`${path}/steps`, { to: 'final' }), version: 2 },
    reopen: post(`${path}/reopenings`, { to: 'self_score', reason: '停电', days: 2 }),
    'name an office': put(`${path}/offices/ZZ`, { officerIds: [] }),
    place: put(`${path}/classes`, { places: [{ unionId: house.district.unions.A1, classCode: 'A' }] }),
    open: post('/subdistrict/assessments', { schemeId: house.district.id, beginOn: '2026-12-20' }),
  };
});
afterAll(() => house.close());

const stored = () =>
  house.database.query(
    `select ${[
      'assessment',
      'score_sheet',
      'stage_score',
      'assessment_entry',
      'assessment_step',
      'assessment_reopening',
      'assessment_office',
    ]
      .map((table) => `(select md5(string_agg(t::text, ',' order by t::text)) from ${table} t) as ${table}`)
      .join(', ')}`,
  );
/** A field that may be left out; null still is no value. */
const noPoints = [...noNumber, '10000000'];

it.each<[string, string, readonly unknown[]]>([
  ['score', 'numerator', [...noNumber.filter((value) => value !== '1.00001'), '3']],
  ['score', 'denominator', noNumber.filter((value) => value !== '1.00001')],
  ['score', 'reason', noText],
  ['judge', 'points', [...noPoints, '20.01', '1.001']],
  ['judge', 'counts', [[], 'x', 5, null, { X: 1 }]],
  ['score oneself', 'numerator', noNumber.filter((value) => value !== '1.00001')],
  ['score oneself', 'reason', noText],
  ['record', 'kind', noWord],
  ['record', 'ground', noText],
  ['record', 'criterion', noText],
  ['record', 'count', [...noInteger.filter((value) => value !== null), 0]],
  ['record', 'points', [...noPoints, '0']],
  ['record', 'occurredOn', [...noDay, '2026-12-11']],
  ['record', 'words', noText],
  ['propose', 'kind', [...noWord, 'veto', 'penalty']],
  ['propose', 'words', noText],
  ['refuse', 'reason', noText],
  ['move on', 'to', [...noWord, 'published', 'opened', 'review']],
  ['reopen', 'to', [...noWord, 'final', 'review']],
  ['reopen', 'reason', noText],
  ['reopen', 'days', [...noInteger.filter((value) => value !== null), 0, 366]],
  ['name an office', 'officerIds', [...noList, noId]],
  ['place', 'places', [...noList, []]],
  ['place', 'places[0].unionId', noId],
  ['place', 'places[0].classCode', noText.filter((value) => value !== null)],
  ['open', 'beginOn', noDay],
])('%s: %s', async (name, field, values) => {
  const [call, before, wrong] = [routes[name], await stored(), [] as unknown[]];
  if (call === undefined) throw new Error(name);
  for (const value of values) {
    const found = faults(await send(house, call, JSON.stringify(withField(call.body, field, value))), [422], field);
    if (found.length > 0) wrong.push([value, ...found]);
  }
  expect(wrong).toEqual([]);
  expect(await stored()).toEqual(before);
});

it('codes in the path that nobody has, whatever they look like, name nothing', async () => {
  const { judge, 'name an office': office } = routes;
  for (const code of ['%27', '__proto__', '..%2f', '%F0%9F%91%A9', 'x'.repeat(90), 'constructor']) {
    for (const call of [judge, office]) {
      if (call === undefined) throw new Error(code);
      const path = call.path.replace(/(B1|ZZ)$/, code);
      const answer = await send(house, { ...call, path }, JSON.stringify(call.body));
      expect([code, answer.status]).toEqual([code, 404]);
    }
  }
});
