/** The annual report (年度报告): the district's words, figures from data, two persons, what changed since, the Word document. */
import type { Test } from 'supertest';
import { House } from '../support/house';
import { defined, traced } from '../support/indicator';
import { visited, visitLedger } from '../support/ledger';
import { readWord } from '../support/word';

let house: House;
let ledger: string;
let people: string;

const words = {
  title: '{{district}}{{year}}年工作报告',
  sections: [
    {
      level: 1,
      heading: '一、{{year}}年工作回顾',
      text: '慰问困难职工{{people}}，{{people:change}}。\n发放慰问金{{paid}}（上年{{paid:lastYear}}），年度目标{{paid:outcome}}。',
    },
    { level: 2, heading: '（一）打算', text: '{{nextYear}}年{{people:name}}{{people:nextTarget}}。' },
  ],
  reason: '本年提纲',
};

const binary = (call: Test): Test =>
  call.buffer(true).parse((answer, done) => {
    const chunks: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    answer.on('end', () => done(null, Buffer.concat(chunks)));
  });

async function read(year = 2026, who = 'd.viewer') {
  return (await (await house.as(who)).get(`/district/annual-report?year=${year}`).expect(200)).body;
}

const sentences = (report: { sections: { paragraphs: { parts: { text: string }[] }[] }[] }): string[] =>
  report.sections.flatMap(({ paragraphs }) => paragraphs.map(({ parts }) => parts.map(({ text }) => text).join('')));

beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2027-01-10T02:00:00Z'));
  ledger = await visitLedger(house);
  people = await defined(house, 'people', "ledger.sum('visits', 'people')", { qualifier: 'over' });
  await defined(house, 'paid', "ledger.sum('visits', 'amount')", {
    ...{ name: '发放慰问金', measure: { name: '慰问金', unit: '元' }, qualifier: 'nearly', decimals: 2 },
  });
  await visited(house, ledger, 'd.administrator', { people: '120', amount: '270000', heldOn: '2025-05-01' });
  await visited(house, ledger, 'd.administrator', { people: '134', amount: '297000.5', heldOn: '2026-05-01' });
  const office = await house.as('d.administrator');
  const [{ id: paid }] = (await office.get('/indicators').expect(200)).body.items.filter(
    ({ code }: { code: string }) => code === 'paid',
  );
  const plain = { baseline: null, unions: [], periods: [], shortfallReason: null };
  const target = { strength: 'floor', direction: 'higher', reason: '年度目标' };
  await office
    .post('/district/targets', {
      ...target,
      indicatorId: paid,
      period: '2026',
      definition: { ...plain, value: '280000' },
    })
    .expect(201);
  await office
    .post('/district/targets', {
      ...target,
      indicatorId: people,
      period: '2027',
      definition: { ...plain, value: '150' },
    })
    .expect(201);
});
afterAll(() => house.close());

it('the district edits the words; what names nothing, a typed digit and logic are refused with their place', async () => {
  const office = await house.as('d.administrator');
  const standard = await office.get('/district/annual-report-template').expect(200);
  expect(standard.body).toMatchObject({ version: 0, publishedBy: null });
  const wrong = {
    ...words,
    sections: [
      { level: 1, heading: '一、2026年', text: '慰问{{visits}}' },
      { level: 2, heading: '（一）', text: '甲\n{{#people}}乙{{/people}}，{{people:often}}' },
    ],
  };
  const { body } = await office.put('/district/annual-report-template', wrong, 0).expect(422);
  expect(body.errors.map(({ field, code, place }: Record<string, unknown>) => [field, code, place])).toEqual([
    ['sections[0].heading', 'annualReport.typedFigure', { line: 1, column: 3 }],
    ['sections[0].text', 'annualReport.unknownFigure', { line: 1, column: 3 }],
    ['sections[1].text', 'annualReport.noLogic', { line: 2, column: 1 }],
    ['sections[1].text', 'annualReport.noForm', { line: 2, column: 25 }],
  ]);
  await office.put('/district/annual-report-template', words, 1).expect(412);
  expect((await office.put('/district/annual-report-template', words, 0).expect(200)).body.version).toBe(1);
  await (await house.as('d.reviewer')).put('/district/annual-report-template', words, 1).expect(403);
  const versions = await office.get('/district/annual-report-template/versions').expect(200);
  expect(versions.body).toMatchObject({ total: 1, items: [{ version: 1, reason: '本年提纲' }] });
});

it('every figure comes from data, with its words, last year beside it, its target, and a trace to the entries', async () => {
  const report = await read();
  expect(report).toMatchObject({ status: 'draft', templateVersion: 1, changed: 0, submission: null });
  expect(sentences(report)).toEqual([
    '慰问困难职工超过130人次，增加14人次。',
    '发放慰问金近30万元（上年近27万元），年度目标超额完成。',
    '2027年慰问人次不低于150人次。',
  ]);
  const [first, second] = report.figures;
  expect(first).toMatchObject({
    ...{ code: 'people', value: '134', lastYear: '120', qualifier: 'over', changed: false, now: null },
    words: { qualifier: '超过', number: '130', unit: '人次', text: '超过130人次' },
    definition: { numerator: "ledger.sum('visits', 'people')" },
  });
  expect(second).toMatchObject({ code: 'paid', value: '297000.50', lastYear: '270000.00' });
  expect(report.targets).toMatchObject([
    { code: 'paid', state: 'reached', distance: '17000.5', text: '不低于280000元' },
  ]);
  expect(report.nextTargets).toMatchObject([{ code: 'people', value: '150', state: 'open' }]);
  const viewer = await house.as('d.viewer');
  const trace = await viewer.get(first.trace.replace('/api/v1', '')).expect(200);
  expect(trace.body.value).toBe('134');
  const items = await viewer.get(first.items.replace('/api/v1', '')).expect(200);
  expect(items.body.items).toMatchObject([
    { kind: 'ledgerEntry', title: '困难职工慰问', detail: '中秋慰问', amount: '134' },
  ]);
  expect((await traced(house, 'd.viewer', people, 'period=2026')).value).toBe('134');
});

interface Trial {
  title: string;
  sections: { heading: string; paragraphs: { parts: { text: string }[] }[] }[];
  figures: { code: string; text: string; exactly: boolean }[];
  faults: { field: string; code: string; zh: string; en: string; line: number; column: number }[];
  differences: { kind: string; text: string }[];
}
const tried = async (given: object): Promise<Trial> =>
  (await (await house.as('d.administrator')).post('/district/annual-report-template/trials', given).expect(200)).body;

it('words that are being written are read with the real figures, what is wrong in them stands at its place, and nothing is kept', async () => {
  const right = await tried({ year: 2026, title: words.title, sections: words.sections });
  expect(right.faults).toEqual([]);
  const report = await read();
  expect([right.title, sentences(right)]).toEqual([report.title, sentences(report)]);
  const earlier = await tried({ year: 2025, title: words.title, sections: words.sections });
  expect(sentences(earlier)[0]).toBe('慰问困难职工超过120人次，上年暂无数据。');
  // exactly 120, which the words say to be exceeded
  expect(earlier.figures).toMatchObject([
    { code: 'people', text: '超过120人次', exactly: true },
    { code: 'paid', text: '近27万元', exactly: true },
  ]);
  expect(right.figures.map(({ exactly }) => exactly)).toEqual([false, false]);
  const wrong = await tried({
    year: 2026,
    title: '',
    sections: [
      { level: 1, heading: '', text: '慰问{{people}}，{{nobody}}' },
      { level: 2, heading: '（一）', text: '甲\n发放{{paid' },
    ],
  });
  expect(wrong.faults.map(({ field, code, line, column }) => [field, code, line, column])).toEqual([
    ['sections[0].text', 'annualReport.unknownFigure', 1, 14],
    ['sections[1].text', 'annualReport.unclosed', 2, 9],
  ]);
  expect(wrong.faults[0]).toMatchObject({
    zh: expect.stringContaining('nobody'),
    en: expect.stringContaining('nobody'),
  });
  // what is right in it is read all the same
  expect(wrong.sections[0]?.paragraphs[0]?.parts.map(({ text }) => text)).toEqual([
    '慰问',
    '超过130人次',
    '，',
    '暂无数据',
  ]);
  expect((await (await house.as('d.viewer')).get('/district/annual-report-template').expect(200)).body.version).toBe(1);
});

it('the standard words can be had again at any time, and words say what they have otherwise', async () => {
  const office = await house.as('d.administrator');
  const { body: standard } = await office.get('/district/annual-report-template/standard').expect(200);
  expect(standard).toMatchObject({ version: 0, title: '{{district}}{{year}}年工作报告' });
  const { title, sections } = standard;
  expect((await tried({ title, sections })).differences).toEqual([]);
  const [first, ...rest] = sections;
  const other = { ...first, text: `${first.text}\n新的一段。` };
  expect((await tried({ title: '报告', sections: [other, ...rest] })).differences).toEqual([
    { kind: 'removed', text: title },
    { kind: 'added', text: '报告' },
    { kind: 'added', text: '新的一段。' },
  ]);
});

it('figures to put in are sought by code or name, with how they read in the year', async () => {
  const viewer = await house.as('d.viewer');
  const at = '/district/annual-report-template/figures?year=2026';
  const all = (await viewer.get(at).expect(200)).body;
  expect(all.items).toMatchObject([
    { code: 'paid', name: '发放慰问金', unit: '元', text: '近30万元', exactly: false },
    { code: 'people', name: '慰问人次', unit: '人次', value: '134', text: '超过130人次' },
  ]);
  const found = async (q: string) =>
    (await viewer.get(`${at}&q=${encodeURIComponent(q)}`).expect(200)).body.items.map(
      ({ code }: { code: string }) => code,
    );
  expect(await found('PEOP')).toEqual(['people']);
  expect(await found('慰问金')).toEqual(['paid']);
  expect(await found('无')).toEqual([]);
  const second = (await viewer.get(`${at}&page=2&pageSize=1`).expect(200)).body;
  expect(second).toMatchObject({ total: 2, items: [{ code: 'people' }] });
});

it('one submits, another approves what he read; the figures stand, and what changed since is marked with both values', async () => {
  const [office, reviewer] = [await house.as('d.administrator'), await house.as('d.reviewer')];
  const { body: submission } = await office.post('/district/annual-report-submissions', { year: 2026 }).expect(201);
  const twice = await office.post('/district/annual-report-submissions', { year: 2026 }).expect(409);
  expect(twice.body.code).toBe('annualReport.submitted');
  const seen = (await read()).digest;
  const at = `/district/annual-report-submissions/${submission.id}`;
  expect((await office.post(`${at}/approval`, { digest: seen }).expect(409)).body.code).toBe('annualReport.samePerson');
  await visited(house, ledger, 'd.administrator', { people: '2', amount: '100', heldOn: '2026-06-01' });
  expect((await reviewer.post(`${at}/approval`, { digest: seen }).expect(409)).body.code).toBe('annualReport.moved');
  const digest = (await read()).digest;
  expect(digest).not.toBe(seen);
  const approved = await reviewer.post(`${at}/approval`, { digest }).expect(201);
  expect(approved.body).toMatchObject({ status: 'approved', digest, decidedBy: expect.any(String) });
  const frozen = await read();
  expect(frozen).toMatchObject({ status: 'approved', digest, changed: 0 });

  await visited(house, ledger, 'd.administrator', { people: '70', amount: '3000', heldOn: '2026-07-01' });
  // not what the report says, and no longer its words either
  await office
    .put('/district/annual-report-template', { ...words, title: '{{district}}总结', reason: '改题' }, 1)
    .expect(200);
  const later = await read();
  expect(later).toMatchObject({ status: 'approved', digest, changed: 2, title: frozen.title });
  expect(later.figures.map(({ value, changed, now }: Record<string, unknown>) => [value, changed, now])).toEqual([
    ['136', true, { value: '206', text: '超过200人次' }],
    ['297100.50', true, { value: '300100.50', text: '近31万元' }],
  ]);
  expect(sentences(later)).toEqual(sentences(frozen));
  const stored = `update annual_report set content = jsonb_set(content, '{title}', '"x"') where id = $1`;
  await expect(house.database.query(stored, [submission.id])).rejects.toThrow('stands as it is');
});

it('the Word document says the same; every figure in it is a field filled from a property, none is typed', async () => {
  const viewer = await house.as('d.viewer');
  const report = await read();
  const answer = await binary(viewer.get('/district/annual-report/document?year=2026')).expect(200);
  expect(answer.headers['content-disposition']).toContain(encodeURIComponent(`${report.title}.docx`));
  const word = readWord(answer.body as Buffer);
  const texts = word.paragraphs.filter(({ style }) => style === 'ReportText');
  expect(texts.map(({ text }) => text)).toEqual(sentences(report));
  expect(texts.map(({ typed }) => typed.replaceAll('2027', ''))).toEqual([
    '慰问困难职工，。',
    '发放慰问金（上年），年度目标。',
    '年。',
  ]);
  expect(word.fields.length).toBeGreaterThan(10);
  expect(word.fields.filter(([property, text]) => word.properties.get(property) !== text)).toEqual([]);
  const captions = word.paragraphs.filter(({ style }) => style === 'ReportCaption').map(({ text }) => text);
  expect(captions).toEqual([
    '附表一　主要数据',
    '附表二　2026年目标完成情况',
    '附表三　2027年目标',
    '附图一　2026年目标完成情况（竖线为目标）',
    '附图二　与2025年比较（灰色为上年）',
    '附：审定后来源有变化的数据',
  ]);
  expect(word.pictures).toBeGreaterThanOrEqual(3);
  const cells = word.paragraphs.filter(({ style }) => style === 'ReportCell').map(({ text }) => text);
  for (const said of ['136人次', '206人次', '超额完成', '超17100.5元', '增加16人次'])
    expect([said, cells.includes(said)]).toEqual([said, true]);
  const [entry]: { deed: string }[] = await house.database.query(
    `select deed from audit_entry where deed = 'annualReport.exported' limit 1`,
  );
  expect(entry).toBeDefined();
});

it('returned or opened again it follows its sources; what was approved is kept', async () => {
  const [office, reviewer] = [await house.as('d.administrator'), await house.as('d.reviewer')];
  const [{ id, digest }] = (await office.get('/district/annual-report-submissions').expect(200)).body.items;
  const early = await reviewer.post(`/district/annual-report-submissions/${id}/return`, { reason: '改' }).expect(409);
  expect(early.body.code).toBe('annualReport.state');
  await reviewer.post(`/district/annual-report-submissions/${id}/reopening`, { reason: '补录慰问' }).expect(201);
  expect(await read()).toMatchObject({ status: 'draft', changed: 0, title: expect.stringContaining('总结') });
  const again = await office.post('/district/annual-report-submissions', { year: 2026 }).expect(201);
  await reviewer.post(`/district/annual-report-submissions/${again.body.id}/return`, { reason: '请核对' }).expect(201);
  const { body } = await office.get('/district/annual-report-submissions').expect(200);
  expect(body.items.map(({ status, reason }: Record<string, unknown>) => [status, reason])).toEqual([
    ['returned', '请核对'],
    ['reopened', '补录慰问'],
  ]);
  const one = await office.get(`/district/annual-report-submissions/${again.body.id}`).expect(200);
  // other words were published meanwhile, and visits were entered after it had been approved
  expect(one.body).toMatchObject({ id: again.body.id, status: 'returned', against: id });
  expect(one.body.figures).toEqual([
    { code: 'people', name: '慰问人次', before: '超过130人次（136）', after: '超过200人次（206）' },
    { code: 'paid', name: '发放慰问金', before: '近30万元（297100.50）', after: '近31万元（300100.50）' },
  ]);
  expect(one.body.lines.map(({ kind, text }: { kind: string; text: string }) => [kind, text.slice(0, 12)])).toEqual([
    ['removed', expect.stringContaining('2026年工')],
    ['added', expect.stringContaining('总结')],
    ['removed', '慰问困难职工超过130人'],
    ['removed', '发放慰问金近30万元（上'],
    ['added', '慰问困难职工超过200人'],
    ['added', '发放慰问金近31万元（上'],
  ]);
  const first = await office.get(`/district/annual-report-submissions/${id}`).expect(200);
  expect(first.body).toMatchObject({ against: null, figures: [], lines: [] });
  const ofYear = async (year: number) =>
    (await office.get(`/district/annual-report-submissions?year=${year}`).expect(200)).body.total;
  expect([await ofYear(2026), await ofYear(2025)]).toEqual([2, 0]);
  await expect(
    house.database.query(`update annual_report set said = '{}' where id = $1`, [again.body.id]),
  ).rejects.toThrow('stands as it is');
  const [kept]: { content: { figures: { value: string }[] } }[] = await house.database.query(
    'select content from annual_report where id = $1 and digest = $2',
    [id, digest],
  );
  expect(kept?.content.figures[0]?.value).toBe('136');
  await (await house.as('a.administrator')).get('/district/annual-report?year=2026').expect(403);
  await house.settled();
  const feed = JSON.stringify(
    (await (await house.as('d.viewer')).get('/platform/feed?limit=50').expect(200)).body.items,
  );
  for (const said of ['提交 2026 年度报告', '2026 年度报告审定', '重新开放 2026 年度报告：补录慰问'])
    expect(feed).toContain(said);
});

it('a year of which nothing is known has no figures but missing ones', async () => {
  const report = await read(2013);
  expect(report.figures).toEqual([]);
  const missing = await read(2020);
  expect(
    missing.figures.map(({ value, words: { text } }: { value: null; words: { text: string } }) => [value, text]),
  ).toEqual([
    [null, '暂无数据'],
    [null, '暂无数据'],
  ]);
});
