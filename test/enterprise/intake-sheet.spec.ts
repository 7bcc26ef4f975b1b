/** Spreadsheets as they come: headings anywhere near the top and in any order, UTF-8 or GB18030, days and numbers as typed. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { enterpriseColumns, parseEnterprise } from '../../src/enterprise/enterprise-cells';
import { rowsOf, XLSX } from '../../src/intake/sheet';
import type { Cells, Numbered } from '../../src/intake/taker';

const folder = mkdtempSync(join(tmpdir(), 'sanji-sheet-'));
const code = '91440300708461136T';

async function read(bytes: Uint8Array, type = 'text/plain'): Promise<Numbered<Cells>[]> {
  const place = join(folder, 'sheet');
  writeFileSync(place, bytes);
  const found: Numbered<Cells>[] = [];
  for await (const row of rowsOf(place, { mediaType: type, fileName: 'sheet' }, enterpriseColumns)) found.push(row);
  return found;
}

it('a title above the heading, columns in another order, stars and empty lines are no trouble', async () => {
  const csv = [
    '企业名册,,',
    '',
    '企业名称*,企业 性质,统一社会信用代码＊,备注',
    `甲企业,非公,${code},无`,
    ',,,',
    `乙企业,公有,${code},`,
  ];
  const rows = await read(Buffer.from(csv.join('\r\n')));
  expect(rows).toEqual([
    { row: 4, value: { name: '甲企业', kind: '非公', creditCode: code } },
    { row: 6, value: { name: '乙企业', kind: '公有', creditCode: code } },
  ]);
});

it('a CSV of a Chinese Excel is read', async () => {
  // 统一社会信用代码,企业名称,企业性质 and 甲企业,非公 in GB18030
  const heading = Buffer.from('cdb3d2bbc9e7bbe1d0c5d3c3b4fac2eb2cc6f3d2b5c3fbb3c62cc6f3d2b5d0d4d6ca0d0a', 'hex');
  const line = Buffer.concat([Buffer.from(`${code},`), Buffer.from('bcd7c6f3d2b52cb7c7b9ab', 'hex')]);
  expect(await read(Buffer.concat([heading, line]))).toEqual([
    { row: 2, value: { creditCode: code, name: '甲企业', kind: '非公' } },
  ]);
});

it('an XLSX gives days and numbers as they are meant', async () => {
  const sheet = [
    ['统一社会信用代码', '企业名称', '企业性质', '职工人数', '建会日期'],
    [code, '甲企业', '非公', 1200, new Date(Date.UTC(2012, 4, 1))],
  ];
  const bytes = await writeXlsx({ sheets: [{ name: '企业', rows: sheet }] });
  expect(await read(bytes, XLSX)).toEqual([
    {
      row: 2,
      value: { creditCode: code, name: '甲企业', kind: '非公', workers: '1200', unionEstablishedOn: '2012-05-01' },
    },
  ]);
});

it.each([
  ['', 'intake.heading'],
  ['统一社会信用代码,企业名称\n1,2', 'intake.heading'],
])('%j is refused with the columns it must have', async (csv, error) => {
  await expect(read(Buffer.from(csv))).rejects.toMatchObject({ code: error });
});

it('what is no workbook says so', async () => {
  await expect(read(Buffer.from('PK\u0003\u0004 broken'), XLSX)).rejects.toMatchObject({ code: 'intake.unreadable' });
});

const ground = { unions: new Map([['甲一社区工联会', 'u']]), today: '2026-07-01', countedOn: '2026-07-01' };
const cells = { creditCode: code, name: '甲企业', kind: '非公' };

it.each([
  ['2012-5-1', '2012-05-01'],
  ['2012/05/01', '2012-05-01'],
  ['2012.5.1', '2012-05-01'],
  ['2012年5月1日', '2012-05-01'],
  ['20120501', '2012-05-01'],
])('the day %s is %s', (unionEstablishedOn, day) => {
  expect(parseEnterprise({ ...cells, unionEstablishedOn }, ground)).toMatchObject({
    value: { unionEstablishedOn: day },
  });
});

it.each([
  [{ workers: '1,200人' }, { workers: 1200 }],
  [{ workers: '0' }, { workers: 0 }],
  [{}, { workers: undefined }],
  [
    { mediation: '有', legalSupervision: '否' },
    { mediation: true, legalSupervision: false },
  ],
])('%j reads as %j: zero and nothing are different', (given, value) => {
  expect(parseEnterprise({ ...cells, ...given }, ground)).toMatchObject({ value });
});

it.each([
  [{ workers: '-1' }, 'workers', 'wholeNumber'],
  [{ workers: '1.5' }, 'workers', 'wholeNumber'],
  [{ openedOn: '2026-07-02' }, 'openedOn', 'enterprise.day'],
  [{ workers: '1', members: '2' }, 'members', 'enterprise.members'],
  [{ union: '乙一社区工联会' }, 'union', 'enterprise.unknownUnion'],
  [{ creditCode: '91440300708461136U' }, 'creditCode', 'enterprise.code'],
])('%j is a fault of %s: %s', (given, column, fault) => {
  expect(parseEnterprise({ ...cells, ...given }, ground)).toMatchObject({ faults: [{ column, code: fault }] });
});
