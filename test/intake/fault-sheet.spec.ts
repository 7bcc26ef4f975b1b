/** The faults of an import as a spreadsheet (导入错误清单): a workbook that opens, and says what the list says, whatever was sent. */
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { CONFIG, type Config } from '../../src/config';
import { IntakeProcessor } from '../../src/intake/intake.processor';
import { Deeds } from '../../src/outbox/deeds';
import { takersOf } from '../../src/takers';
import { EvidenceStore } from '../../src/work/evidence-store.service';
import { type Door, House } from '../support/house';
import { visit, visitLedger } from '../support/ledger';
import { asBytes, brokenXml, executable } from '../support/sheet';

let house: House;
let door: Door;
beforeAll(async () => {
  house = await House.open({ ROLE: 'api' });
  house.clock.set(new Date('2026-10-10T02:00:00Z'));
  door = await house.as('a1.reporter');
  await visitLedger(house);
});
afterAll(() => house.close());

async function taken(lines: readonly object[]): Promise<string> {
  const asked = await door
    .post('/imports?kind=ledger-entries&ledger=visits')
    .set('content-type', 'application/x-ndjson')
    .send(lines.map((line) => JSON.stringify(line)).join('\n'))
    .expect(202);
  const config = house.app.get<Config>(CONFIG);
  const processor = new IntakeProcessor(
    house.database,
    house.app.get(Deeds),
    new EvidenceStore(config),
    takersOf(config),
  );
  await processor.process({ districtId: house.district.id, intakeId: asked.body.id });
  return asked.body.id;
}

it('is a workbook of well-formed parts without a formula, and loses nothing of what was wrong', async () => {
  const names = [
    '=1+1',
    '+1+cmd|calc',
    '@SUM(A1)',
    '<b>&"\'</b>',
    ']]><x/>',
    ' 前后有空格 ',
    '换\n行\t制表',
    '😀𠮷',
    '\ufffe\uffff',
    '\u0000\u0007',
    '\ud800',
    '长'.repeat(200),
    '1234567890123456789',
    '00123',
    '_x0041_',
  ];
  const id = await taken([
    ...names.map((name) => ({ values: visit, [name]: 1 })),
    { values: { ...visit, people: '三', kind: '=nothing' } },
  ]);
  const { body: list } = await door.get(`/intakes/${id}/faults?pageSize=100`).expect(200);
  expect(list.total).toBeGreaterThan(names.length);
  for (const language of ['zh', 'en']) {
    const answer = await asBytes(door.get(`/intakes/${id}/faults/spreadsheet`).set('accept-language', language)).expect(
      200,
    );
    const bytes = answer.body as Buffer;
    const parts = Object.entries(unzipSync(new Uint8Array(bytes)));
    expect(parts.map(([name]) => name)).toEqual(expect.arrayContaining(['[Content_Types].xml', 'xl/workbook.xml']));
    for (const [name, content] of parts) expect([name, brokenXml(strFromU8(content))]).toEqual([name, null]);
    expect(executable(bytes)).toEqual([]);
    const { sheets } = await readXlsx(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(['错误']);
    const { body } = await door.get(`/intakes/${id}/faults?pageSize=100`).set('accept-language', language).expect(200);
    const told = body.items.map((each: { row: number; column: string | null; message: string }) => [
      ...[each.row, each.column ?? '', each.message],
    ]);
    expect(sheets[0]?.rows.slice(1).map(([row, column, message]) => [row, column ?? '', message])).toEqual(told);
    expect(sheets[0]?.rows[0]).toEqual(['行', '栏目', '问题']);
  }
});

it.each([
  ['<a>1 < 2</a>', false],
  ['<a b="x&y"/>', false],
  ['<a><b></a></b>', false],
  ['<a>', false],
  ['<a>\uffff</a>', false],
  ['<?xml version="1.0"?>\n<a b="1"><c/>&lt;&#10;</a>', true],
])('of %s it is found whether it is well-formed', (xml, right) => {
  expect(brokenXml(xml) === null).toBe(right);
});

it('of an import without a fault is the headings alone', async () => {
  const id = await taken([{ values: visit }]);
  const { body } = await asBytes(door.get(`/intakes/${id}/faults/spreadsheet`)).expect(200);
  expect((await readXlsx(body as Buffer)).sheets[0]?.rows).toEqual([['行', '栏目', '问题']]);
});
