/** A scheme as a spreadsheet: what was written is read as the same scheme, and what is wrong is named by its cell. */
import { type Zippable, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { SCHEME_EXAMPLE } from '../../src/assessment/scheme-example';
import { errorsOf } from '../../src/assessment/documents/given-scheme';
import {
  blankWorkbook,
  type GivenScheme,
  readSchemeWorkbook,
  schemeWorkbook,
} from '../../src/assessment/spreadsheet/scheme-workbook';
import { anyScheme } from './any-scheme';

const scheme = { title: '2026 年度考核', year: 2026, definition: SCHEME_EXAMPLE };

it('any scheme, written and read again, is the same scheme', async () => {
  await fc.assert(
    fc.asyncProperty(anyScheme, async (definition) => {
      const read = await readSchemeWorkbook(await schemeWorkbook({ ...scheme, definition }));
      expect(read).toMatchObject({ title: scheme.title, year: scheme.year, errors: [] });
      expect(read.definition).toEqual(definition);
    }),
    { numRuns: 60 },
  );
}, 400_000);

it('numbers that do not say how they were written stay texts', async () => {
  const definition = { ...SCHEME_EXAMPLE, fullMarks: '100.00' };
  const read = await readSchemeWorkbook(await schemeWorkbook({ ...scheme, definition }));
  expect(read.definition).toEqual(definition);
});

it('no cell is a formula, whatever a name begins with', async () => {
  const [first] = SCHEME_EXAMPLE.parts;
  const parts = ['=1+1', '+1', '-1', '@x', '\t=1'].map((name, no) => ({ ...first, code: `P${no}`, name }));
  const definition = { ...SCHEME_EXAMPLE, parts } as typeof SCHEME_EXAMPLE;
  const files = unzipSync(await schemeWorkbook({ title: '=cmd|calc', year: 2026, definition }));
  const sheets = Object.entries(files).filter(([name]) => name.startsWith('xl/worksheets/'));
  expect(sheets.length).toBe(9);
  for (const [, bytes] of sheets) expect(new TextDecoder().decode(bytes)).not.toMatch(/<f[ >]/);
});

it('the blank spreadsheet has its lists and instructions, and its sample lines are passed over', async () => {
  const bytes = await blankWorkbook();
  const text = Object.values(unzipSync(bytes))
    .map((part) => new TextDecoder().decode(part))
    .join('\n');
  expect(text).toContain('"系统计算,自评,上级评定"');
  expect(text).toContain('考核方案填写说明');
  expect(text).toContain('层级*');
  expect(await readSchemeWorkbook(bytes)).toMatchObject({ title: undefined, definition: { parts: [] }, errors: [] });
});

/** A clerk's own spreadsheet. */
type Rows = (string | number | Date | null)[][];
const filled = (criteria: Rows, others: Record<string, Rows> = {}): Promise<Uint8Array> =>
  writeXlsx({
    sheets: Object.entries({
      方案: [
        ['项目*', '内容'],
        ['方案名称', '街道考核'],
        ['年度', 2026],
        ['满分', 10],
      ],
      考核内容: criteria,
      ...others,
    }).map(([name, rows]) => ({ name, rows })),
  });
const told = (given: GivenScheme): [string, string][] => errorsOf(given).map(({ field, words }) => [field, words.zh]);
const HEAD = ['层级*', '编号*', '名称*', '分值*', '权重', '评分规则', '规则参数', '依据', '评分人', '任务范围'];

it('a clerk’s figures and loose words make a scheme', async () => {
  const bytes = await filled([
    ['名称 *', '层级*', '编号*', '分值*', '备注', '评分规则', '规则参数', '评分人'],
    ['组织', 1, 'A', 10, '我的备注'],
    ['创新', 2, 'A1', 10, null, '评定', null, '上级评定'],
    [null, null, null, null],
  ]);
  const read = await readSchemeWorkbook(bytes);
  expect(told(read)).toEqual([]);
  expect(read).toMatchObject({
    title: '街道考核',
    year: 2026,
    definition: {
      fullMarks: '10',
      parts: [
        {
          code: 'A',
          name: '组织',
          marks: '10',
          criteria: [{ code: 'A1', name: '创新', marks: '10', rule: { kind: 'manual' }, scorer: 'office' }],
        },
      ],
    },
  });
});

it('every error names sheet, row and column in words', async () => {
  const bytes = await filled(
    [
      HEAD,
      [1, 'A', '组织', 10],
      [2, 'A1', '建会', '六分', null, '分档得分', '九十=3', null, '系统计算', '全部任务'],
      [2, 'A2', '创新', 4, 0.5, '随意', null, null, '上级评定'],
      [4, 'A3', '无处可放', 1],
      [2, new Date('2026-01-02T00:00:00Z'), '日期', 1, null, '评定', null, null, '上级评定'],
    ],
    {
      流程: [
        ['环节*', '工作日*'],
        ['吃饭', 3],
      ],
    },
  );
  expect(told(await readSchemeWorkbook(bytes))).toEqual(
    expect.arrayContaining([
      ['考核内容!D3', '“考核内容”表第 3 行“分值”列：应为数字，整数至多 7 位，小数至多 2 位，例如 3.5。'],
      ['考核内容!G3', '“考核内容”表第 3 行“规则参数”列：看不懂“九十”，分档得分应写成：≥90=3；≥80=2；≥70=1。'],
      ['考核内容!E4', '“考核内容”表第 4 行“权重”列：权重只填在考核部分（层级 1）的一行。'],
      ['考核内容!F4', expect.stringMatching(/^“考核内容”表第 4 行“评分规则”列：应为以下之一：比例得分、/)],
      ['考核内容!A5', expect.stringMatching(/^“考核内容”表第 5 行“层级”列：层级应为 1 至 2 的整数/)],
      ['考核内容!B6', expect.stringMatching(/^“考核内容”表第 6 行“编号”列：被表格软件改成了日期/)],
      ['流程!A2', '“流程”表第 2 行“环节”列：应为以下之一：自评、初评、终评、申诉、答复。'],
    ]),
  );
});

it('a workbook without the pages or columns that are needed says which', async () => {
  const other = await writeXlsx({ sheets: [{ name: '名单', rows: [['姓名'], ['张三']] }] });
  expect((await readSchemeWorkbook(other)).errors.map(({ words }) => words.zh)).toEqual([
    '缺少“方案”表，请使用下载的表格。',
    '缺少“考核内容”表，请使用下载的表格。',
  ]);
  const bytes = await filled([
    ['编号', '名称', '分值'],
    ['A', '组织', 10],
  ]);
  expect(told(await readSchemeWorkbook(bytes))).toContainEqual(['考核内容!A1', '“考核内容”表第 1 行缺少列：层级。']);
});

describe('what is no spreadsheet is refused with what to do', () => {
  const zip = (files: Zippable): Uint8Array => zipSync(files);
  const bomb = (): Uint8Array => zip({ 'xl/worksheets/sheet1.xml': new Uint8Array(30 * 1024 * 1024) });
  const lying = (): Uint8Array => {
    const bytes = bomb();
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at + 4 < bytes.length; at++) {
      if (view.getUint32(at, true) === 0x02_01_4b_50) view.setUint32(at + 24, 1_000, true);
    }
    return bytes;
  };
  it.each<[string, () => Uint8Array, string]>([
    ['words', () => Buffer.from('姓名,分数\n张三,1'), 'spreadsheet.notXlsx'],
    ['the old .xls', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'spreadsheet.notXlsx'],
    ['nothing', () => Buffer.alloc(0), 'spreadsheet.notXlsx'],
    ['another archive', () => zip({ 'a.txt': new Uint8Array(3) }), 'spreadsheet.unreadable'],
    ['half a file', () => zip({ 'a.txt': new Uint8Array(300) }).slice(0, 60), 'spreadsheet.unreadable'],
    ['a bomb', bomb, 'spreadsheet.tooLarge'],
    ['a bomb that says it is small', lying, 'spreadsheet.unreadable'],
    ['too many bytes', () => Buffer.alloc(2 * 1024 * 1024 + 1, 'PK'), 'spreadsheet.tooLarge'],
  ])('%s', async (_, bytes, code) => {
    await expect(readSchemeWorkbook(bytes())).rejects.toMatchObject({ code });
  });

  it('a cell far out of sight takes no room', async () => {
    const files = unzipSync(await filled([HEAD]));
    const name = Object.keys(files).find((each) => each.endsWith('sheet2.xml')) ?? '';
    const far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>';
    const xml = new TextDecoder().decode(files[name]).replace('</sheetData>', far);
    const read = await readSchemeWorkbook(zip({ ...files, [name]: new TextEncoder().encode(xml) }));
    expect(read.definition).toMatchObject({ parts: [] });
  });
});
