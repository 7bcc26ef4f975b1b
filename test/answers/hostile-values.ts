/** Values that no field of their kind may take. */
const tooLong = '工'.repeat(5_000);
export const noText: unknown[] = [
  'a\0b',
  '\ud800',
  'a\u202eb',
  'a\u0007b',
  '\u200b\u3000',
  ' ',
  tooLong,
  null,
  5,
  true,
  [],
  {},
  ['x'],
  { toString: 'x' },
];
export const noNumber = [
  '1e3',
  '0x10',
  'NaN',
  'Infinity',
  '-1',
  '１２',
  '9'.repeat(400),
  '1.00001',
  '',
  ' 1',
  '1 ',
  '+1',
  '1,000',
  '1_0',
  '壹',
  null,
  true,
  1.005,
  1e21,
  2 ** 53,
  -5,
  [],
  ['1'],
  {},
];
export const noDay = [
  '2026-02-30',
  '2026-13-01',
  '0000-00-00',
  '2026-1-1',
  '2026-06-01T00:00:00Z',
  '+002026-06-01',
  '1899-01-01',
  '9999-12-31',
  '20260601',
  '昨天',
  20_260_601,
  null,
  [],
  {},
];
export const noId = [
  'x',
  "' or 1=1--",
  '00000000-0000-0000-0000-000000000000',
  '0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d\0',
  '{0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d}',
  '',
  null,
  5,
  [],
  {},
];
export const noCode = ['a b', '-a', '', '工', 'x'.repeat(65), 'a\nb', "a'--", null, 5, [], {}];
export const noInteger = ['2026', 2026.5, 1e21, -1, 99_999_999_999, null, true, [], {}];
export const noWord = ['FLOW', 'flow ', '', null, 1, ['flow'], {}, '__proto__', 'constructor'];
export const noFlag = ['true', 1, 0, null, [], 'yes', {}];
export const noList = [{}, 'x', 5, null, [null], ['x'], [[]], [5], { length: 1, 0: {} }];

/** The body with one field, perhaps deep in it, replaced. */
export function withField(body: object, field: string, value: unknown): object {
  const copy: Record<string, unknown> = structuredClone({ ...body });
  const way = field.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
  let place: Record<string, unknown> = copy;
  for (const step of way.slice(0, -1)) place = place[step] as Record<string, unknown>;
  place[way.at(-1) ?? ''] = value;
  return copy;
}
