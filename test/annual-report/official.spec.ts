/** Numbers as officials write them (公文数字), and the district's words around them (报告模板). */
import fc from 'fast-check';
import type { Content } from '../../src/annual-report/content';
import { digestOf, sameFigure } from '../../src/annual-report/content';
import { faultsOf, readTemplate } from '../../src/annual-report/template/placeholders';
import { STANDARD } from '../../src/annual-report/template/standard';
import { changeOf, officially } from '../../src/annual-report/wording/official';
import { codesOf, fitted, outcomeWords, targetWords } from '../../src/annual-report/writing';
import report from '../../src/demo/report-2014.json';

it.each([
  ['2190', '家', 'exact', '2190家'],
  ['99.3', '%', 'exact', '99.3%'],
  ['100.0', '%', 'exact', '100%'],
  ['300000.00', '元', 'nearly', '近30万元'],
  ['297812.50', '元', 'nearly', '近30万元'],
  ['100000.00', '元', 'over', '超过10万元'],
  ['103260.00', '元', 'over', '超过10万元'],
  ['1000', '名', 'about', '约1000名'],
  ['1049', '名', 'about', '约1000名'],
  ['1050', '名', 'about', '约1100名'],
  ['130', '人次', 'over', '超过130人次'],
  ['139', '人次', 'over', '超过130人次'],
  ['12000', '人', 'exact', '12000人'],
  ['20000', '名', 'nearly', '近2万名'],
  ['120000000', '元', 'over', '超过1.2亿元'],
  ['0', '宗', 'over', '0宗'],
  [null, '宗', 'exact', '暂无数据'],
] as const)('%s %s, %s is written %s', (value, unit, qualifier, text) => {
  expect(officially({ value, unit, qualifier }).text).toBe(text);
});

it.each(
  report.figures.flatMap(({ code, value, unit, qualifier }) =>
    value === undefined || qualifier === undefined ? [] : [[code, value, unit, qualifier] as const],
  ),
)('the reported %s, %d %s (%s), is written with the very words of the report', (_, value, unit, qualifier) => {
  const said = { exact: '', about: '约', nearly: '近', over: '超过' }[qualifier] ?? '?';
  const { text } = officially({ value: String(value), unit, qualifier: qualifier as 'exact' });
  const number = qualifier === 'exact' || value < 10_000 ? String(value) : `${value / 10_000}万`;
  expect(text).toBe(`${said}${number}${unit}`);
});

it.each([
  ['120', 'over', true],
  ['121', 'over', false],
  ['270000.00', 'nearly', true],
  ['269999.99', 'nearly', false],
  ['1000', 'about', false],
  ['120', 'exact', false],
  ['0', 'over', false],
  [null, 'over', false],
] as const)('%s said to be %s it is exactly: %s', (value, qualifier, exactly) => {
  expect(officially({ value, unit: '人次', qualifier }).exactly).toBe(exactly);
});

it('what is said to be over or nearly a number is so', () => {
  const scale = { 万: 10_000, 亿: 100_000_000 } as const;
  const numberOf = (said: string): number =>
    said.endsWith('万') || said.endsWith('亿')
      ? Number(said.slice(0, -1)) * scale[said.slice(-1) as keyof typeof scale]
      : Number(said);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000_000_000 }), (value) => {
      const said = (qualifier: 'over' | 'nearly') =>
        numberOf(officially({ value: String(value), unit: '元', qualifier }).number ?? '');
      expect(said('over')).toBeLessThanOrEqual(value);
      expect(said('nearly')).toBeGreaterThanOrEqual(value);
      expect(said('nearly') - said('over')).toBeLessThanOrEqual(value / 5 + 1);
    }),
  );
});

it.each([
  ['12', '家', '10', '增加2家'],
  ['8.5', '家', '10', '减少1.5家'],
  ['99.3', '%', '97.8', '提高1.5个百分点'],
  ['97', '%', '97.8', '下降0.8个百分点'],
  ['10', '家', '10.0', '与上年持平'],
  ['10', '家', null, '上年暂无数据'],
] as const)('%s%s after %s is %s', (value, unit, before, words) => {
  expect(changeOf({ value, unit }, before)).toBe(words);
});

it.each([
  ['floor', 'higher', '不低于96%'],
  ['floor', 'lower', '不高于96%'],
  ['aim', 'higher', '力争96%'],
] as const)('a target that is a %s, %s is better, is written %s', (strength, direction, words) => {
  expect(targetWords({ strength, direction, value: '96', unit: '%' })).toBe(words);
});

it.each([
  ['reached', '1.1', '超额完成'],
  ['reached', '0', '完成'],
  ['missed', '-1', '未完成'],
  ['open', null, '正在推进'],
  ['noValue', null, '暂无数据'],
] as const)('%s by %s is %s', (state, distance, words) => {
  expect(outcomeWords({ state, distance })).toBe(words);
});

describe('the words around the figures', () => {
  const known = new Set(['aid.paid', 'rate.establishment.legal-person']);
  const faults = (text: string): unknown[] =>
    faultsOf('text', text, known).map(({ code, place }) => [code, place?.line, place?.column]);

  it.each([
    ['发放慰问金{{aid.paid}}。', []],
    ['{{rate.establishment.legal-person:nextTarget}}，{{year}}年', []],
    ['第一段\n慰问{{aid.visits}}', [['annualReport.unknownFigure', 2, 3]]],
    ['慰问{{aid.paid}}元，共130人次', [['annualReport.typedFigure', 1, 18]]],
    ['全角１也是数字', [['annualReport.typedFigure', 1, 3]]],
    ['{{aid.paid:words}}', [['annualReport.noForm', 1, 1]]],
    ['{{#aid.paid}}有{{/aid.paid}}', [['annualReport.noLogic', 1, 1]]],
    ['{{^aid.paid}}无{{/aid.paid}}', [['annualReport.noLogic', 1, 1]]],
    ['{{> aid.paid}}', [['annualReport.noLogic', 1, 1]]],
    ['{{aid.paid', [['annualReport.unclosed', 1, 11]]],
    ['{{#aid.paid}}', [['annualReport.unclosed', 1, 14]]],
    ['{{constructor}}', [['annualReport.unknownFigure', 1, 1]]],
  ])('%j is refused at %j', (text, found) => {
    expect(faults(text)).toEqual(found);
  });

  it('stay as they are written where no figure is named', () => {
    const plain = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .filter((text) => !/[{}0-9０-９]/u.test(text));
    fc.assert(
      fc.property(plain, (text) => {
        const { pieces, faults: found } = readTemplate(text);
        expect(found).toEqual([]);
        expect(pieces.map((piece) => (piece.kind === 'words' ? piece.text : '')).join('')).toBe(text);
      }),
    );
  });

  it('the standard ones name all 38 figures and nothing that is not one; no digit is typed', () => {
    const codes = report.figures.map(({ code }) => code);
    expect(codesOf(STANDARD).toSorted()).toEqual(codes.toSorted());
    const all = new Set(codes);
    const texts = [STANDARD.title, ...STANDARD.sections.flatMap(({ heading, text }) => [heading, text])];
    expect(texts.flatMap((text) => faultsOf('text', text, all))).toEqual([]);
  });

  it('of the standard ones a district gets the paragraphs whose figures it has', () => {
    const { sections } = fitted(STANDARD, new Set(['worker.total', 'worker.member', 'rate.membership']));
    const named = sections
      .filter(({ text }) => text.includes('worker'))
      .map(({ heading, text }) => [heading, text.split('\n').length]);
    expect(named).toEqual([['（二）组织建设', 1]]);
    expect(sections.map(({ heading }) => heading)).not.toContain('（七）安全生产');
  });
});

it('the digest is of all it says, whatever order its names are in', () => {
  const figure = {
    ...{
      code: 'a',
      indicatorId: 'i',
      version: 1,
      name: '甲',
      programme: 'S01',
      unit: '家',
      qualifier: 'exact' as const,
    },
    ...{ value: '1', numerator: '1', denominator: null, text: '1家', lastYear: null, lastYearText: '暂无数据' },
  };
  // a definition may change what the same sources come to, and sources what the same value is made of
  expect(sameFigure(figure, { ...figure, text: '一家' })).toBe(true);
  for (const part of [{ value: '2' }, { value: null }, { numerator: '2' }, { denominator: '3' }])
    expect([part, sameFigure(figure, { ...figure, ...part })]).toEqual([part, false]);
  const content: Content = {
    ...{
      year: 2014,
      district: '区',
      templateVersion: 0,
      title: '报告',
      figures: [figure],
      targets: [],
      nextTargets: [],
    },
    sections: [{ level: 1, heading: '一', paragraphs: [{ parts: [{ text: '1家', code: 'a' }] }] }],
  };
  const turned = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(turned)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .toReversed()
              .map(([key, inner]) => [key, turned(inner)]),
          )
        : value;
  expect(digestOf(turned(content) as Content)).toBe(digestOf(content));
  const others: Content[] = [
    { ...content, figures: [{ ...figure, value: '2' }] },
    { ...content, figures: [{ ...figure, lastYear: '1' }] },
    { ...content, title: '报告二' },
    { ...content, sections: [] },
  ];
  expect(new Set([content, ...others].map(digestOf)).size).toBe(5);
});
