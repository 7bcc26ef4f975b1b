/** A district in which every union owns one of each thing that has an id. */
import { newId } from '../../src/kernel/id';
import type { District } from '../support/district';
import { courseDefinition, movedTo } from '../support/course';
import type { House } from '../support/house';
import { picture } from '../support/picture';
import { publishedResults } from '../support/publication';
import { codeOf, csvOf } from '../support/register';
import { defined } from '../support/indicator';
import { memberForm, members } from '../support/form';
import { caseSource, sendingProgram, theirCase } from '../support/case';
import { visit, visitLedger } from '../support/ledger';
import { memberTask } from '../support/task';

/** By the noun under which the API knows it. */
export type Belongings = Record<string, string>;

type Code = keyof District['unions'];

const bonus = { kind: 'bonus', ground: 'J1', occurredOn: '2026-06-12', words: '获评先进' };

const groupRobot = {
  kind: 'wecom',
  name: '工作群',
  address: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1a2b',
  language: 'zh',
};

/** An urging of a union's task, as a message holds it. */
const urgeOf = ({ tasks, unions: unionId }: Belongings): object => ({
  ...{ kind: 'urge', urgeId: newId(), words: '请尽快填报', by: '陈晓明', byUnion: '试验区总工会' },
  ...{ taskId: tasks, reportId: null, title: '任务', unionId, unionName: '工会', dueOn: '2026-12-31' },
});

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

  const verifying = async (code: Code, door: string, enterprise: string): Promise<void> => {
    const reporter = await as(code, 'reporter');
    const proposal = { enterpriseIds: [enterprise], finding: 'abnormal', reason: '已停业' };
    const { body } = await reporter.post(`/${door}/verifications`, proposal).expect(201);
    const [{ id }] = body.items;
    const file = await reporter
      .post(`/${door}/verifications/${id}/evidence`)
      .attach('file', await picture(), '走访.jpg')
      .expect(201);
    const things = { verifications: id, 'verifications/evidence': file.body.id };
    Object.assign(own[code], things);
    if (code === 'A') Object.assign(own.D, things);
  };

  const supervise = async (code: Code, above: Code, door: string): Promise<void> => {
    const [office, reporter] = [await as(above, 'administrator'), await as(code, 'reporter')];
    const to = { unionId: unions[code] };
    const given = { ...to, title: '限期整改', requirement: '请查明原因', limitOn: '2026-08-01' };
    const order = await office.post(`/${door}/orders`, given).expect(201);
    const at = `/${door === 'district' ? 'subdistrict' : 'community'}/orders/${order.body.id}`;
    await reporter.post(`${at}/signature`).expect(201);
    const file = await reporter
      .post(`${at}/evidence`)
      .attach('file', await picture(), '现场.jpg')
      .expect(201);
    await reporter.post(`${at}/answer`, { measures: '已核对' }).expect(201);
    const held = { heldOn: '2026-06-30', interviewed: '王芳', heldBy: '陈晓明', about: '落后', agreed: '完成' };
    const talk = await office.post(`/${door}/interviews`, { ...to, ...held }).expect(201);
    const things = { orders: order.body.id, 'orders/evidence': file.body.id, interviews: talk.body.id };
    Object.assign(own[code], things);
    if (code === 'A') Object.assign(own.D, things);
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
  for (const code of ['A', 'A1', 'A2', 'B', 'B1'] as const) {
    const door = code.length === 1 ? 'subdistrict' : 'community';
    const tasks = [{ taskId: own[code]['tasks'], proposedOn: '2027-01-15' }];
    const asked = await (
      await as(code, 'reporter')
    )
      .post(`/${door}/extensions`, { tasks, reason: '企业搬迁' })
      .expect(201);
    own[code]['extensions'] = asked.body.items[0].id;
  }
  for (const [code, above, door] of [
    ['A', 'D', 'district'],
    ['B', 'D', 'district'],
    ['A1', 'A', 'subdistrict'],
    ['A2', 'A', 'subdistrict'],
    ['B1', 'B', 'subdistrict'],
  ] as const)
    await supervise(code, above, door);
  const ledger = await visitLedger(house, {}, 'visits', prefix);
  const keeper = await as('D', 'administrator');
  const entry = await keeper.post(`/ledgers/${ledger}/entries`, { values: visit }).expect(201);
  await keeper.put(`/ledgers/${ledger}/entries/by-code/town-union`, { values: visit }).expect(201);
  const paper = await keeper
    .post(`/ledger-entries/${entry.body.id}/evidence`)
    .attach('file', await picture(), '现场.jpg')
    .expect(201);
  const indicator = await defined(house, 'visits', "ledger.sum('visits', 'people')", { by: 'kind' }, { prefix });
  const outside = { periodKind: 'month', measure: { name: '参保', unit: '人' } };
  await defined(house, 'town-union', "external.value('district')", outside, { prefix });
  const said = { value: '1280', source: '社保月报 6 号' };
  await keeper.put(`/indicators/town-union/values/${unions.D}/2026-06`, said).expect(201);
  const closure = await keeper.post('/district/indicator-closures', { period: '2020', reason: '已审定' }).expect(201);
  Object.assign(own.D, { indicators: indicator, values: unions.D, 'indicator-closures': closure.body.id });
  const definition = { value: '10', baseline: null, unions: [], periods: [], shortfallReason: null };
  const aim = {
    indicatorId: indicator,
    period: '2026',
    strength: 'floor',
    direction: 'higher',
    definition,
    reason: '年度目标',
  };
  const target = await keeper.post('/district/targets', aim).expect(201);
  const change = await keeper
    .post(`/district/targets/${target.body.id}/changes`, { definition: null, reason: '合并' })
    .expect(201);
  const annual = await keeper.post('/district/annual-report-submissions', { year: 2025 }).expect(201);
  Object.assign(own.D, {
    targets: target.body.id,
    'target-changes': change.body.id,
    'annual-report-submissions': annual.body.id,
  });
  Object.assign(own.D, {
    ledgers: ledger,
    'ledger-types': ledger,
    'ledger-entries': entry.body.id,
    'ledger-entries/evidence': paper.body.id,
  });
  const owedBy = { tiers: ['district'], under: [], unions: [] };
  const form = await memberForm(house, { owedBy }, { firstPeriod: '2026-06', prefix });
  const at = `/forms/${form}/periods/2026-06`;
  const filled = await keeper.post(`${at}/returns`, { values: members }).expect(201);
  const excepted = await keeper.post(`${at}/exceptions`, { kind: 'exempt', reason: '并入年报' }).expect(201);
  Object.assign(own.D, { forms: form, 'form-returns': filled.body.id, 'form-exceptions': excepted.body.id });
  Object.assign(own.D, { reports: own.A['reports'], evidence: own.A['evidence'] });
  for (const [no, code] of codes.entries()) {
    const office = await as(code, 'administrator');
    const door = { D: 'district', A: 'subdistrict', B: 'subdistrict' }[code as string] ?? 'community';
    const lies = code === 'D' ? { unionId: unions.A } : {};
    const enterprise = { creditCode: codeOf(no), name: `${code}企业`, kind: 'non_public', ...lies };
    const registered = await office.post(`/${door}/enterprises`, enterprise).expect(201);
    const intake = await office.post('/intakes/enterprises').attach('file', csvOf(), '企业.csv').expect(201);
    Object.assign(own[code], { enterprises: registered.body.id, intakes: intake.body.id, imports: intake.body.id });
    if (code !== 'D') await verifying(code, door, registered.body.id);
  }
  const platform = await sendingProgram(house, `${prefix}platform`, { prefix });
  const source = await caseSource(house, 'province', `${prefix}platform`, { prefix });
  await platform.put('/inbound/province/cases/N1', theirCase).expect(200);
  const cases = await keeper.get('/cases').expect(200);
  Object.assign(own.D, { 'case-sources': source, cases: cases.body.items[0].id });
  const host = { host: 'hooks.intranet.example', port: 8443, note: '数据中台' };
  const listed = await (await as('D', 'system_administrator')).post('/webhook-hosts', host).expect(201);
  own.D['webhook-hosts'] = listed.body.id;
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
    const [message]: { id: string }[] = await house.database.query(
      `insert into message (district_id, id, officer_id, kind, items, more, told_on, created_at)
       select district_id, gen_random_uuid(), id, 'digest', $2::jsonb, 0, '2026-07-01', now()
       from officer where account = $1 returning id`,
      [`${prefix}${code}.administrator`.toLowerCase(), JSON.stringify([urgeOf(own[code])])],
    );
    own[code]['messages'] = message?.id ?? '';
    await house.database.query(
      `insert into union_leader (district_id, union_id, officer_id)
       select district_id, union_id, id from officer where account = $1`,
      [`${prefix}${code}.viewer`.toLowerCase()],
    );
    const robot = await (await as(code, 'administrator')).post('/robots', groupRobot).expect(201);
    const [sent]: { id: string }[] = await house.database.query(
      `insert into dispatch (district_id, id, union_id, path, channel, robot_id, target, subject, text, reason, once_key, status)
       select district_id, gen_random_uuid(), id, path, 'robot', $2, '工作群', '提醒', '请填报', '{}', id, 'given_up'
       from trade_union where id = $1 returning id`,
      [unions[code], robot.body.id],
    );
    Object.assign(own[code], { robots: robot.body.id, dispatches: sent?.id ?? '' });
    const program = { unionId: unions[code], account: `${prefix}${code}.app`, name: '应用', role: 'administrator' };
    const security = await as('D', 'security_administrator');
    const application = await security
      .post('/applications', { ...program, purpose: '同步任务', contact: '王工' })
      .expect(201);
    const key = await security
      .post(`/applications/${application.body.id}/keys`, { name: '生产', scopes: ['tasks:read'] })
      .expect(201);
    Object.assign(own[code], { applications: application.body.id, keys: key.body.id });
    const hook = { url: 'https://9.9.9.9/hook', description: '数据中台', events: ['annualReportTemplate.published'] };
    const endpoint = await (await as(code, 'administrator')).post('/webhook-endpoints', hook).expect(201);
    const [delivered]: { id: string }[] = await house.database.query(
      `insert into webhook_delivery (district_id, id, endpoint_id, event_id, seq, name, number, body, state, tries, occurred_at)
       select district_id, gen_random_uuid(), $2, gen_random_uuid(), 0, 'task.signed', 1, '{}', 'delivered', 1, now()
       from trade_union where id = $1 returning id`,
      [unions[code], endpoint.body.id],
    );
    Object.assign(own[code], { 'webhook-endpoints': endpoint.body.id, 'webhook-deliveries': delivered?.id ?? '' });
  }
  return own;
}
