/** A figure of the annual report whose indicator comes from outside (外部数据): what was given is what it says, and what is taken back it says no more. */
import type { Test } from 'supertest';
import { eventually } from '../support/eventually';
import { type Door, House } from '../support/house';
import { defined } from '../support/indicator';

let house: House;
let office: Door;

beforeAll(async () => {
  house = await House.open();
  house.clock.set(new Date('2027-01-10T02:00:00Z'));
  office = await house.as('d.administrator');
  const insured = { name: '参保职工', measure: { name: '参保职工', unit: '人' }, overTime: 'last', periodKind: 'year' };
  await defined(house, 'insured', "external.value('subdistrict')", insured);
  const sections = [{ level: 1, heading: '一、{{year}}年', text: '{{insured:name}}{{insured}}，{{insured:change}}。' }];
  const words = { title: '{{district}}{{year}}年工作报告', sections, reason: '本年提纲' };
  await office.put('/district/annual-report-template', words, 0).expect(200);
});
afterAll(() => house.close());

const give = (union: string, year: number, value: string | null): Test =>
  office.put(`/indicators/insured/values/${union}/${year}`, { value, source: '社保年报' });

interface Report {
  figures: {
    value: string | null;
    lastYear: string | null;
    definition: { numerator: string };
    trace: string;
    items: string;
  }[];
  sections: { paragraphs: { parts: { text: string }[] }[] }[];
}
const read = async (): Promise<Report> => (await office.get('/district/annual-report?year=2026').expect(200)).body;
const sentence = ({ sections }: Report): string | undefined =>
  sections[0]?.paragraphs[0]?.parts.map(({ text }) => text).join('');
const says = (value: string | null, lastYear: string | null, text: unknown): Promise<void> =>
  eventually(async () => {
    const report = await read();
    expect(report.figures).toMatchObject([{ value, lastYear }]);
    expect(sentence(report)).toEqual(text);
  });

it('says what was given for the unions below, added up, beside the year before', async () => {
  await give('A', 2025, '1000');
  await give('A', 2026, '1200');
  await give('B', 2026, '34');
  await says('1234', '1000', '参保职工1234人，增加234人。');
  const [figure] = (await read()).figures;
  expect(figure?.definition.numerator).toBe("external.value('subdistrict')");
  const behind = async (at = ''): Promise<unknown> => (await office.get(at.replace('/api/v1', '')).expect(200)).body;
  expect(await behind(figure?.trace)).toMatchObject({ value: '1234', parts: [{ source: 'external', value: '1234' }] });
  expect(JSON.stringify(await behind(figure?.items))).toContain('社保年报');
});

it('says the newest that was given; where a value was taken back, what stood before is carried on', async () => {
  await give('A', 2026, '1300');
  await says('1334', '1000', '参保职工1334人，增加334人。');
  await give('A', 2026, null);
  await says('1034', '1000', '参保职工1034人，增加34人。');
});
