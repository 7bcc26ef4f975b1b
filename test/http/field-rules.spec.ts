import * as fc from 'fast-check';
import { Decimal } from 'decimal.js';
import { isCode, isDay, isId, isQuantity, isText, toFlag, toQuantity, toWholeNumber } from '../../src/http/field-rules';

describe('a day exists', () => {
  it.each(['2026-02-28', '2024-02-29', '1949-01-01', '2200-12-31', '2000-02-29'])('%s', (day) =>
    expect(isDay(day)).toBe(true),
  );
  it.each([
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '1948-12-31',
    '2201-01-01',
    '1900-02-29',
    '2026-1-1',
    '20260101',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '2026-01-01\n',
    '２０２６-01-01',
    '',
    20260101,
    null,
    undefined,
    ['2026-01-01'],
    {},
  ])('%j does not', (day) => expect(isDay(day)).toBe(false));
});

describe('a quantity is exact', () => {
  it.each([
    ['120', '120'],
    ['1.005', '1.005'],
    ['-3', '-3'],
    ['007.50', '7.5'],
    ['0.00', '0'],
    ['-0', '0'],
    ['-0.00', '0'],
    ['999999999999999.9999', '999999999999999.9999'],
    ['0.0001', '0.0001'],
    [5, '5'],
    [-0, '0'],
    [-7, '-7'],
    [999999999999999, '999999999999999'],
  ])('%j reads as %j', (given, read) => {
    const quantity = toQuantity(given, 4);
    expect(quantity).toBe(read);
    expect(isQuantity(quantity, 4)).toBe(true);
  });

  it.each([
    '1e3',
    '0x10',
    ' 1',
    '1 ',
    '1\n',
    '+1',
    '.5',
    '5.',
    '1.00005',
    '--1',
    '1,000',
    'NaN',
    'Infinity',
    '１',
    '',
    '1234567890123456',
    '1_000',
    1.5,
    9007199254740991,
    9007199254740992,
    Number.NaN,
    Infinity,
    true,
    false,
    null,
    undefined,
    [],
    ['1'],
    {},
    { value: '1' },
  ])('%j is none', (given) => expect(isQuantity(toQuantity(given, 4), 4)).toBe(false));

  it('keeps within its bounds, both included', () => {
    expect(['-5', '-4.9999', '0', '10'].map((value) => isQuantity(value, 4, '-5', 10))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['-5.0001', '10.0001', '11'].map((value) => isQuantity(value, 4, '-5', 10))).toEqual([false, false, false]);
  });

  it('is the same number after reading, always', () => {
    const written = fc.tuple(
      fc.bigInt({ min: -999_999_999_999_999n, max: 999_999_999_999_999n }),
      fc.integer({ min: 0, max: 9999 }),
    );
    fc.assert(
      fc.property(written, ([whole, part]) => {
        const text = `${whole}.${String(part).padStart(4, '0')}`;
        const read = String(toQuantity(text, 4));
        return new Decimal(read).eq(text) && isQuantity(read, 4) && toQuantity(read, 4) === read;
      }),
    );
  });
});

describe('text has something to see', () => {
  it.each([
    ['工', 1],
    ['a b', 3],
    ['·', 1],
    ['𠮷', 1],
    [' x ', 3],
  ] as const)('%j', (text, max) => expect(isText(text, 1, max, false)).toBe(true));
  it.each([
    '',
    ' ',
    '\t',
    '\u3000',
    '\u200b',
    '\u2060',
    '\ufeff',
    '\u3164',
    '\u2800',
    '\u00ad',
    '\u115f',
    'a\nb',
    'a\u2028b',
    'abcd',
    5,
    null,
    ['a'],
    {},
  ])('%j is refused', (text) => expect(isText(text, 1, 3, false)).toBe(false));
  it('may have lines where lines are allowed', () => expect(isText('a\nb', 1, 3, true)).toBe(true));
  it('is counted as the database counts', () => {
    expect(isText('𠮷𠮷𠮷', 1, 3, false)).toBe(true);
    expect(isText('𠮷𠮷𠮷𠮷', 1, 3, false)).toBe(false);
  });
});

describe('ids and codes', () => {
  it.each([
    '0190a6d0-0000-7000-8000-000000000001',
    '0190A6D0-0000-7000-8000-00000000000F',
    '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d',
  ])('%s is an id', (id) => expect(isId(id)).toBe(true));
  it.each([
    '',
    '1',
    '0190a6d0000070008000000000000001',
    '{0190a6d0-0000-7000-8000-000000000001}',
    '0190a6d0-0000-7000-8000-000000000001\n',
    "' or 1=1",
    7,
    null,
  ])('%j is no id', (id) => expect(isId(id)).toBe(false));
  it.each(['A-01', 'a', '9.x_y', 'x'.repeat(64)])('%s is a code', (code) => expect(isCode(code)).toBe(true));
  it.each(['', '-a', '.a', 'a b', '编号', 'a/b', 'x'.repeat(65), 'a\n', 1, null])('%j is no code', (code) =>
    expect(isCode(code)).toBe(false),
  );
});

describe('a query is text', () => {
  it.each([
    ['1', 1],
    ['0', 0],
    ['-5', -5],
    ['01', '01'],
    ['1.0', '1.0'],
    ['1e3', '1e3'],
    ['0x10', '0x10'],
    [' 1', ' 1'],
    ['', ''],
    ['９', '９'],
    [['1'], ['1']],
  ])('number %j → %j', (given, read) => expect(toWholeNumber(given)).toEqual(read));
  it.each([
    ['true', true],
    ['false', false],
    ['1', '1'],
    ['TRUE', 'TRUE'],
    ['', ''],
  ])('flag %j → %j', (given, read) => expect(toFlag(given)).toBe(read));
});
