/** Expressions of indicators (指标算式): what they may say, where a mistake lies, in which unit they count, and that nothing else passes. */
import fc from 'fast-check';
import { type IndicatorDefinition, plainDefinition } from '../../src/indicator/definition/definition';
import { definitionErrors } from '../../src/indicator/definition/definition-check';
import { type Checked, check } from '../../src/indicator/expression/check';
import { evaluate, kept, rounded, valueOf } from '../../src/indicator/expression/formula';
import { Mistake } from '../../src/indicator/expression/mistake';
import type { PeriodKind } from '../../src/kernel/period';
import { parse } from '../../src/indicator/expression/parse';
import { readyWorld } from './world';

const define = (given: Partial<IndicatorDefinition>): IndicatorDefinition => ({
  ...plainDefinition,
  name: '慰问',
  programme: 'S16',
  measure: { name: '慰问', unit: '人次' },
  numerator: '1',
  ...given,
});
const world = readyWorld({
  visits: define({ numerator: "ledger.sum('aid-visits', 'people')" }),
  rate: define({ numerator: 'indicator("visits")', denominator: '2', factor: '100', measure: { name: '', unit: '%' } }),
  circle: define({ numerator: 'indicator("round")' }),
  round: define({ numerator: '1 + indicator("circle")' }),
  mean: define({ numerator: '1', overUnions: 'mean' }),
  broken: define({ numerator: "ledger.sum('nobody', 'x')" }),
});
const checked = (source: string, given: Partial<IndicatorDefinition> = {}): Checked =>
  check(source, { world, overTime: 'sum', periodKind: 'year', unit: '人次', within: ['me'], ...given });

function mistakeOf(source: string): [string, number, number] | null {
  try {
    checked(source);
    return null;
  } catch (error) {
    if (error instanceof Mistake) return [error.code, error.place.line, error.place.column];
    throw error;
  }
}

it.each<[string, string, number, number]>([
  ['', 'unread', 1, 1],
  ['1 +', 'unread', 1, 4],
  ['(1 + 2', 'unread', 1, 7],
  ['1 2', 'unread', 1, 3],
  ['1\n + * 2', 'unread', 2, 4],
  ['1;2', 'unread', 1, 2],
  ['1 // two', 'comment', 1, 3],
  ['1 /* two */', 'comment', 1, 3],
  ['1 % 2', 'refused', 1, 1],
  ['2 ** 3', 'refused', 1, 1],
  ['!1', 'refused', 1, 1],
  ['+1', 'refused', 1, 1],
  ['1 + x', 'refused', 1, 5],
  ['1 + 0x10', 'refused', 1, 5],
  ['1e3', 'refused', 1, 1],
  ['1n', 'refused', 1, 1],
  ['1_000', 'refused', 1, 1],
  ['`1`', 'refused', 1, 1],
  ['/x/', 'refused', 1, 1],
  ['null', 'refused', 1, 1],
  ['this', 'refused', 1, 1],
  ['(() => 1)()', 'refused', 1, 1],
  ['new Date()', 'refused', 1, 1],
  ['import("fs")', 'refused', 1, 1],
  ['a = 1', 'refused', 1, 1],
  ['1 ? 2 : 3', 'refused', 1, 1],
  ['process.exit(1)', 'function', 1, 1],
  ['constructor()', 'function', 1, 1],
  ["ledger['sum']('cases')", 'refused', 1, 1],
  ["ledger[sum]('cases')", 'refused', 1, 1],
  ["ledger.sum.call('cases')", 'refused', 1, 1],
  ["ledger?.sum('aid-visits', 'people')", 'refused', 1, 1],
  ["ledger.count(...['aid-visits'])", 'refused', 1, 14],
  ["ledger.count('aid-visits', {get kind() { return 1 }})", 'refused', 1, 29],
  ["ledger.count('aid-visits', {kind() {}})", 'refused', 1, 29],
  ["ledger.count('aid-visits', {['kind']: 'visit'})", 'refused', 1, 29],
  ["ledger.count('aid-visits', {kind})", 'refused', 1, 29],
  ["ledger.count('aid-visits', {...x})", 'refused', 1, 29],
  ["ledger.count('aid-visits', {kind: ['visit',,'heat']})", 'refused', 1, 35],
  ['"visit"', 'number', 1, 1],
  ['1 + true', 'number', 1, 5],
  ['[1]', 'number', 1, 1],
  ["ledger.count('nobody')", 'ledger', 1, 14],
  ['ledger.count(1)', 'text', 1, 14],
  ['ledger.count()', 'arguments', 1, 1],
  ["ledger.count('aid-visits', {}, 1)", 'arguments', 1, 32],
  ["ledger.sum('aid-visits')", 'arguments', 1, 1],
  ["ledger.sum('aid-visits', 'nobody')", 'field', 1, 26],
  ["ledger.sum('aid-visits', 'kind')", 'field', 1, 26],
  ["ledger.count('aid-visits', {nobody: 'x'})", 'field', 1, 37],
  ["ledger.count('aid-visits',\n  {kind: ['visit', 'feast']})", 'choice', 2, 20],
  ["ledger.count('aid-visits', {kind: 'feast'})", 'choice', 1, 35],
  ["ledger.count('aid-visits', {people: {from: 'x'}})", 'field', 1, 37],
  ["ledger.count('aid-visits', {people: {from: 1 + 1}})", 'data', 1, 44],
  ["ledger.count('aid-visits', {kind: 'visit', kind: 'heat'})", 'twice', 1, 28],
  ["register.count('preset')", 'basis', 1, 1],
  ["register.count('presets', 'gross')", 'word', 1, 16],
  ["register.count('preset', 'net')", 'word', 1, 26],
  ["register.count('preset', 'gross', {size: 'large'})", 'condition', 1, 42],
  ["register.sum('preset', 'gross')", 'word', 1, 14],
  ['tasks.count({})', 'tasks', 1, 13],
  ["tasks.sum('hope', {code: 'T1'})", 'word', 1, 11],
  ["form.sum('nobody', 'members')", 'form', 1, 10],
  ["form.sum('members', 'nobody')", 'cell', 1, 21],
  ["1 +\n form.count('members', 'drivers')", 'cell', 2, 24],
  ["form.sum('members', 'rate')", 'percent', 1, 21],
  ["form.sum('members')", 'arguments', 1, 1],
  ["form.sum('members', 'members', 'men')", 'arguments', 1, 32],
  ["form.sum(members, 'men')", 'refused', 1, 10],
  ["form.sum('members', 'members') + form.sum('members', 'fees')", 'unit', 1, 1],
  ["ledger.sum('aid-visits', 'people') +\n  ledger.sum('aid-visits', 'amount')", 'unit', 1, 1],
  ["ledger.sum('aid-visits', 'people') * register.sum('workers', 'gross')", 'unit', 1, 1],
  ["indicator('nobody')", 'unknownIndicator', 1, 11 - 10],
  ["1 + indicator('circle')", 'circle', 1, 5],
  ["indicator('me')", 'circle', 1, 1],
  ["indicator('mean')", 'notSummed', 1, 1],
  ["2 * indicator('broken')", 'ledger', 1, 5],
  ["orZero('x')", 'number', 1, 8],
  ['orZero()', 'arguments', 1, 1],
  ["as(ledger.count('aid-visits'))", 'arguments', 1, 1],
])('%j is refused as %s in line %i, column %i', (source, code, line, column) =>
  expect(mistakeOf(source)).toEqual([code, line, column]),
);

it('what is nested without end, or referred to without end, is refused and breaks nothing', () => {
  expect(mistakeOf('('.repeat(900))?.[0]).toMatch(/unread|deep/);
  expect(mistakeOf(`${'('.repeat(60)}1${')'.repeat(60)}`)?.[0]).toBe('deep');
  expect(mistakeOf('-'.repeat(400).replaceAll('-', '- ') + '1')?.[0]).toBe('deep');
  expect(mistakeOf('1+'.repeat(450) + '1')?.[0]).toBe('deep');
  const twice = (code: string) => define({ numerator: `indicator('${code}') + indicator('${code}')` });
  const tower = Object.fromEntries(Array.from({ length: 30 }, (_, no) => [`t${no}`, twice(`t${no - 1}`)]));
  const high = readyWorld({ ...tower, 't-1': define({}) });
  const asked = () =>
    check("indicator('t29')", { world: high, overTime: 'sum', periodKind: 'year', unit: '人次', within: [] });
  expect(asked).toThrow(Mistake);
});

it.each([
  ["ledger.sum('aid-visits', 'people', {kind: ['visit']})", '人次'],
  ["ledger.sum('aid-visits', 'amount') / ledger.sum('aid-visits', 'people')", '元/人次'],
  ["ledger.sum('aid-visits', 'amount') / ledger.sum('aid-visits', 'amount')", null],
  ["ledger.count('aid-visits') + 1", null],
  ["ledger.count('aid-visits') + ledger.sum('aid-visits', 'people')", '人次'],
  ["2 * (register.sum('workers', 'verified') - register.sum('members', 'verified'))", '人'],
  ["-register.count('excluded')", '家'],
  ["as(ledger.sum('aid-visits', 'people'), '名')", '名'],
  ["indicator('visits')", '人次'],
  ["indicator('rate')", '%'],
  ["orZero(ledger.distinct('aid-visits', 'person'))", null],
  ["tasks.sum('done', {programme: 'S05'}) / tasks.sum('target', {programme: 'S05'})", null],
  ["form.sum('members', 'members') + form.sum('members', 'young')", '人'],
  ["form.sum('members', 'fees') / form.sum('members', 'members')", '元/人'],
  ["form.count('members', 'rate')", null],
])('%s counts in %j', (source, unit) => expect(checked(source).unit).toBe(unit));

it('a form is read by indicators of its own periods and longer ones, by the cells it has then', () => {
  const at = (periodKind: PeriodKind, since: string, cell: string) => (): string | null =>
    check(`form.sum('members', '${cell}')`, {
      world: { ...world, since },
      overTime: 'sum',
      periodKind,
      unit: '人次',
      within: [],
    }).unit;
  expect(at('half', '2026-01-01', 'members')()).toBe('人');
  expect(at('year', '2026-01-01', 'members')()).toBe('人');
  expect(at('quarter', '2026-01-01', 'members')).toThrow('The form is for longer periods');
  expect(at('year', '2024-01-01', 'drivers')()).toBe('人');
  expect(at('year', '2025-01-01', 'drivers')).toThrow('no such cell');
  expect(at('year', '2013-01-01', 'men')()).toBe('人');
  expect(at('year', '2027-01-01', 'men')).toThrow('no such cell');
});

it('is worked out exactly, and what is missing is not zero', () => {
  const value = (source: string, given: Record<string, string> = {}): string | null => {
    const { formula, readings } = checked(source);
    const byText = new Map(readings.map(({ key, text }) => [key, text]));
    return kept(evaluate(formula, (key) => given[byText.get(key) ?? ''] ?? null));
  };
  const [people, money] = ["ledger.sum('aid-visits', 'people')", "ledger.sum('aid-visits', 'amount')"];
  expect(value('0.1 + 0.2')).toBe('0.3');
  expect(value('1 / 3 * 3')).toBe('1');
  expect(value('2 - 3 * (4 - 6) / 4')).toBe('3.5');
  expect(value('-(2)')).toBe('-2');
  expect(value('1 / 0')).toBeNull();
  expect(value('0 * (1 / 0)')).toBeNull();
  expect(value('orZero(1 / 0)')).toBe('0');
  expect(value(`${people} - 3`)).toBeNull();
  expect(value(`orZero(${people}) - 3`)).toBe('-3');
  expect(value(people, { [people]: '0' })).toBe('0');
  expect(value(`${money} / ${people}`, { [people]: '3', [money]: '100' })).toBe('33.3333333333');
  expect(value("indicator('rate')", { [people]: '7' })).toBe('350');
  const [a, b] = [evaluate(checked('1537').formula, () => null), evaluate(checked('1548').formula, () => null)];
  expect(rounded(valueOf('100', a, b), 1)).toBe('99.3');
  expect(rounded(valueOf('100', a, null), 1)).toBeNull();
  expect(
    rounded(
      valueOf(
        '1',
        evaluate(checked('-0.04').formula, () => null),
        a,
      ),
      1,
    ),
  ).toBe('0.0');
});

/** Whatever the grammar allows, and nothing else. */
const allowed = /^(number|text|flag|list|record|negative|binary|call)$/;
function kindsOf(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'kind' in node && typeof node.kind === 'string' ? [node.kind] : [];
  return [...own, ...Object.values(node).flatMap(kindsOf)];
}

it('text of any kind is a mistake with a place in it, or only what the grammar knows', () => {
  const scrap = fc.constantFrom(
    ...[
      '1',
      '0.5',
      '(',
      ')',
      '+',
      '-',
      '*',
      '/',
      ' ',
      '\n',
      'a',
      '.',
      ',',
      '{',
      '}',
      '[',
      ']',
      ':',
      '=>',
      '`',
      '$',
      ';',
      '?',
      '=',
    ],
    ...[
      "'x'",
      'ledger',
      'ledger.sum',
      'indicator',
      'constructor',
      '__proto__',
      'this',
      'new ',
      'await ',
      'import',
      'eval',
      '//',
      '/*',
      '*/',
    ],
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(scrap, { maxLength: 25 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (source) => {
      try {
        expect(kindsOf(parse(source)).filter((kind) => !allowed.test(kind))).toEqual([]);
      } catch (error) {
        if (!(error instanceof Mistake)) throw error;
        const { line, column } = error.place;
        const found = source.split(/\r\n|[\n\r\u2028\u2029]/)[line - 1];
        expect(found).toBeDefined();
        expect(column).toBeGreaterThanOrEqual(1);
        expect(column).toBeLessThanOrEqual((found ?? '').length + 1);
      }
    }),
    { numRuns: 3_000 },
  );
});

it('numbers put together by the grammar are worked out as written', () => {
  type Tree = { text: string; value: number | null };
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.integer({ min: 0, max: 99 }).map((n) => ({ text: String(n), value: n })),
      tie('tree').map(({ text, value }) => ({ text: `-(${text})`, value: value === null ? null : -value })),
      fc.tuple(fc.constantFrom('+', '-', '*'), tie('tree'), tie('tree')).map(([operator, a, b]) => ({
        text: `(${a.text}) ${operator} (${b.text})`,
        value:
          a.value === null || b.value === null
            ? null
            : operator === '+'
              ? a.value + b.value
              : operator === '-'
                ? a.value - b.value
                : a.value * b.value,
      })),
      tie('tree').map(({ text }) => ({ text: `(${text}) / 0`, value: null })),
      tie('tree').map(({ text, value }) => ({ text: `orZero(${text})`, value: value ?? 0 })),
    ),
  }));
  fc.assert(
    fc.property(tree, ({ text, value }) => {
      fc.pre(text.length < 900 && (value === null || Number.isSafeInteger(value)));
      const found = evaluate(checked(text).formula, () => null);
      expect(found === null ? null : found.toNumber() + 0).toBe(value === null ? null : value + 0);
    }),
  );
});

it.each<[string, Partial<IndicatorDefinition>, string[]]>([
  ['money that is said to be attendances', { numerator: "ledger.sum('aid-visits', 'amount')" }, ['measure.unit']],
  ['the same in ten thousands', { numerator: "ledger.sum('aid-visits', 'amount')", factor: '0.0001' }, []],
  ['a rate that is a mean', { denominator: '2', overUnions: 'mean' }, ['overUnions']],
  ['a rate that is a mean of months', { denominator: '2', overTime: 'mean' }, ['overTime']],
  [
    'the register added up',
    { numerator: "register.count('excluded')", measure: { name: '', unit: '家' } },
    ['overTime'],
  ],
  ['nothing times nothing', { factor: '0' }, ['factor']],
  ['a mistake in each', { numerator: 'x', denominator: 'y' }, ['numerator', 'denominator']],
  ['told apart by a choice', { numerator: "ledger.sum('aid-visits', 'people')", by: 'kind' }, []],
  ['told apart by a number', { numerator: "ledger.sum('aid-visits', 'people')", by: 'people' }, ['by']],
  ['the part of another unit', { limits: { notAbove: 'rate', change: null } }, ['limits.notAbove']],
  ['the part of itself', { limits: { notAbove: 'me', change: null } }, ['limits.notAbove']],
])('%s is found at %j', (_, given, fields) =>
  expect(definitionErrors('me', define(given), world).map(({ field }) => field)).toEqual(fields),
);

describe('what comes from outside', () => {
  const share = { measure: { name: '参保率', unit: '%' }, overUnions: 'none', overTime: 'last' } as const;
  it('stands alone, and says by which unions it is given', () => {
    const { readings, unit } = checked("external.value('community')");
    const asked = { source: 'external', code: 'me', periodKind: 'year', tiers: ['community'], unit: '人次' };
    expect([unit, readings.map((each) => each.asked)]).toEqual(['人次', [asked]]);
    expect(checked("(external.value('community', 'district'))").readings[0]?.asked).toMatchObject({
      tiers: ['district', 'community'],
    });
    expect(mistakeOf('external.value()')).toEqual(['arguments', 1, 1]);
    expect(mistakeOf("external.value('street')")).toEqual(['word', 1, 16]);
    expect(mistakeOf("external.value('community', 'community')")).toEqual(['twice', 1, 29]);
    for (const source of ["2 * external.value('community')", "1 + orZero(external.value('community'))"])
      expect(mistakeOf(source)?.[0]).toBe('external');
  });

  it('is asked for under its own code by those that refer to its indicator, in its own unit and period', () => {
    const insured = define({
      ...{ numerator: "external.value('community')", measure: { name: '参保', unit: '人' } },
      ...{ periodKind: 'month', overTime: 'last' },
    });
    const { readings, unit } = check("2 * indicator('insured')", {
      ...{ world: readyWorld({ insured }), overTime: 'sum', periodKind: 'year', unit: '人次', within: ['me'] },
    });
    expect(unit).toBe('人');
    expect(readings).toMatchObject([{ asked: { code: 'insured', periodKind: 'month', unit: '人' }, stock: true }]);
  });

  it.each<[string, Partial<IndicatorDefinition>, string[]]>([
    ['as it is given', {}, []],
    ['over something', { denominator: '2' }, ['denominator indicator.externalPlain']],
    [
      'below something',
      { numerator: '2', denominator: "external.value('community')" },
      ['denominator indicator.externalPlain'],
    ],
    ['times something', { factor: '100' }, ['factor indicator.externalPlain']],
    [
      'of two tiers, added up',
      { numerator: "external.value('district', 'community')" },
      ['numerator indicator.externalTier'],
    ],
    ['of two tiers, each its own', { numerator: "external.value('district', 'community')", overUnions: 'none' }, []],
    ['a percentage of each', share, []],
    ['a percentage added up', { ...share, overUnions: 'sum' }, ['overUnions indicator.externalShare']],
    ['a percentage with a mean', { ...share, overTime: 'mean' }, ['overTime indicator.externalShare']],
  ])('%s: %j is wrong in %j', (_, given, wrong) => {
    const definition = define({ numerator: "external.value('community')", ...given });
    const found = definitionErrors('me', definition, world).map(({ field, code }) => `${field} ${code}`);
    expect(found).toEqual(wrong);
  });
});
