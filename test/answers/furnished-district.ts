/** A district in which every union owns one of each thing that has an id. */
import type { District } from '../support/district';
import { courseDefinition, movedTo } from '../support/course';
import type { House } from '../support/house';
import { picture } from '../support/picture';
import { publishedResults } from '../support/publication';
import { memberTask } from '../support/task';

/** By the noun under which the API knows it. */
export type Belongings = Record<string, string>;

type Code = keyof District['unions'];

const bonus = { kind: 'bonus', ground: 'J1', occurredOn: '2026-06-12', words: '获评先进' };

/** Every union signs, reports with evidence and hands in (A2 keeps its draft); district and sub-districts assess. */
export async function furnished(
  house: House,
  unions: District['unions'],
  prefix: string,
): Promise<Record<Code, Belongings>> {
  const as = (code: string, role: string) => house.as(`${prefix}${code}.${role}`.toLowerCase());
  const codes = Object.keys(unions) as Code[];
  const belongings = (code: Code): Belongings => ({ unions: unions[code] });
  const own: Record<Code, Belongings> = {
    D: belongings('D'),
    A: belongings('A'),
    A1: belongings('A1'),
    A2: belongings('A2'),
    B: belongings('B'),
    B1: belongings('B1'),
  };
  const give = async (from: Code, door: string, to: readonly Code[], keptTarget?: string): Promise<void> => {
    const shares = to.map((code) => ({ unionId: unions[code], target: '20' }));
    const kept = keptTarget === undefined ? {} : { keptTarget };
    const { body } = await (
      await as(from, 'administrator')
    )
      .post(`/${door}/tasks/${own[from]['tasks']}/shares`, { shares, ...kept, shortfallReason: '其余待定' })
      .expect(201);
    for (const { id, unionId } of body.shares as { id: string; unionId: string }[]) {
      const code = codes.find((each) => unions[each] === unionId) ?? from;
      own[code]['tasks'] = id;
      own[from]['shares'] ??= id;
    }
  };
  const report = async (code: Code, door: string, submit: boolean): Promise<void> => {
    const reporter = await as(code, 'reporter');
    const { body } = await reporter.post(`/${door}/tasks/${own[code]['tasks']}/reports`, { done: '1' }).expect(201);
    const file = await reporter
      .post(`/${door}/reports/${body.id}/evidence`)
      .attach('file', await picture(), '现场.jpg')
      .expect(201);
    if (submit) await reporter.post(`/${door}/reports/${body.id}/submission`).expect(201);
    Object.assign(own[code], { reports: body.id, evidence: file.body.id });
  };
  const assess = async (code: Code, door: string, below: Code): Promise<void> => {
    const office = await as(code, 'administrator');
    const scheme = await office
      .post(`/${door}/schemes`, { year: 2026, title: '考核', definition: courseDefinition })
      .expect(201);
    const assessment = await office.post(`/${door}/assessments`, { schemeId: scheme.body.id }).expect(201);
    const at = `/${door}/assessments/${assessment.body.id}`;
    const entry = await office.post(`${at}/score-sheets/${unions[below]}/entries`, { ...bonus }).expect(201);
    const file = await office
      .post(`${at}/entries/${entry.body.id}/evidence`)
      .attach('file', await picture(), '证书.jpg')
      .expect(201);
    await movedTo(office, at, 'final');
    const reopening = await office.post(`${at}/reopenings`, { to: 'review', reason: '漏看' }).expect(201);
    const run = await office.post(`${at}/runs`).expect(202);
    Object.assign(own[code], {
      schemes: scheme.body.id,
      assessments: assessment.body.id,
      runs: run.body.id,
      'score-sheets': unions[below],
      entries: entry.body.id,
      'entries/evidence': file.body.id,
      reopenings: reopening.body.id,
    });
    // The assessment in which each union below is scored itself.
    for (const scored of codes.filter((each) => each.startsWith(code === 'D' ? '' : code) && each !== code))
      own[scored]['assessed'] ??= assessment.body.id;
  };
  const propose = async (code: Code, door: string, assessment: string): Promise<void> => {
    const reporter = await as(code, 'reporter');
    const at = `/${door}/self-scores/${assessment}/entries`;
    const entry = await reporter.post(at, { ...bonus }).expect(201);
    const file = await reporter
      .post(`${at}/${entry.body.id}/evidence`)
      .attach('file', await picture(), '证书.jpg')
      .expect(201);
    Object.assign(own[code], {
      'self-scores': assessment,
      'self-scores/entries': entry.body.id,
      'self-scores/evidence': file.body.id,
    });
  };

  const created = await (await as('D', 'administrator')).post('/district/tasks', memberTask).expect(201);
  own.D['tasks'] = created.body.task.id;
  await give('D', 'district', ['A', 'B']);
  for (const [code, below] of [
    ['A', ['A1', 'A2']],
    ['B', ['B1']],
  ] as const) {
    await (await as(code, 'administrator')).post(`/subdistrict/tasks/${own[code]['tasks']}/signature`).expect(201);
    await give(code, 'subdistrict', below, '5');
    await report(code, 'subdistrict', true);
    await assess(code, 'subdistrict', below[0]);
    for (const community of below) {
      await (await as(community, 'reporter')).post(`/community/tasks/${own[community]['tasks']}/signature`).expect(201);
      await report(community, 'community', community !== 'A2');
    }
  }
  await assess('D', 'district', 'A');
  for (const [code, door, below] of [
    ['D', 'district', ['A', 'B']],
    ['A', 'subdistrict', ['A1', 'A2']],
    ['B', 'subdistrict', ['B1']],
  ] as const) {
    const results = await publishedResults(
      door,
      await as(code, 'administrator'),
      await Promise.all(below.map(async (each) => ({ unionId: unions[each], door: await as(each, 'administrator') }))),
    );
    Object.assign(own[code], results.office);
    below.forEach((each, i) => Object.assign(own[each], results.unions[i]));
  }
  for (const code of ['A', 'B'] as const) await propose(code, 'subdistrict', own.D['assessments'] ?? '');
  for (const [code, above] of [
    ['A1', 'A'],
    ['A2', 'A'],
    ['B1', 'B'],
  ] as const)
    await propose(code, 'community', own[above]['assessments'] ?? '');
  Object.assign(own.D, { reports: own.A['reports'], evidence: own.A['evidence'] });
  for (const code of codes) {
    const [officer]: { id: string }[] = await house.database.query('select id from officer where account = $1', [
      `${prefix}${code}.viewer`.toLowerCase(),
    ]);
    own[code]['officers'] = officer?.id ?? '';
    const { body } = await (await as(code, 'viewer')).get('/me/sessions').expect(200);
    own[code]['sessions'] = body.items[0].id;
    const [parked]: { id: string }[] = await house.database.query(
      `insert into outbox_message (district_id, id, name, union_id, path, body, occurred_at, attempts, parked_at)
       select district_id, gen_random_uuid(), 'task.assigned', id, path, '{}', now(), 12, now() from trade_union where id = $1
       returning id`,
      [unions[code]],
    );
    own[code]['parked-announcements'] = parked?.id ?? '';
  }
  return own;
}
