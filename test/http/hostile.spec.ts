import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { InjectOptions, Response } from 'light-my-request';
import { smallApp } from './small-app';

const TASKS = '/api/v1/district/tasks';
const UUID = '0190a6d0-0000-7000-8000-00000000000';
let app: NestFastifyApplication;

beforeAll(async () => {
  Logger.overrideLogger(false);
  app = await smallApp();
});
afterAll(() => app.close());

const send = (options: InjectOptions): Promise<Response> => app.inject(options);
const post = (payload: string | Buffer, type = 'application/json', headers: Record<string, string> = {}) =>
  send({ method: 'POST', url: TASKS, headers: { 'content-type': type, ...headers }, payload });
const fieldsOf = (response: Response): string[] =>
  response.json<{ errors: { field: string; code: string }[] }>().errors.map(({ field, code }) => `${field}:${code}`);

function expectProblem(response: Response, status: number): void {
  expect(response.statusCode).toBe(status);
  expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(response.headers['vary']).toContain('Accept-Language');
  const problem = response.json<Record<string, unknown>>();
  expect(Object.keys(problem).sort()).toEqual([
    'code',
    'detail',
    'errors',
    'instance',
    'requestId',
    'status',
    'title',
    'type',
  ]);
  expect(problem).toMatchObject({ status, requestId: response.headers['x-request-id'] });
}

describe('what is answered is what was given, in NFC', () => {
  it.each<[string, object, object]>([
    ['composed letters', { title: 'e\u0301' }, { title: 'é' }],
    ['line ends', { title: 'x', note: 'a\r\nb' }, { title: 'x', note: 'a\nb' }],
    ['supplementary characters', { title: '𠮷野家👩‍👩‍👧' }, { title: '𠮷野家👩‍👩‍👧' }],
    ['spaces around words', { title: ' 工会 ' }, { title: ' 工会 ' }],
    ['1.005', { title: 'x', target: '1.005' }, { title: 'x', target: '1.005' }],
    ['a whole JSON number', { title: 'x', target: 12 }, { title: 'x', target: '12' }],
    ['leading and trailing noughts', { title: 'x', target: '007.5000' }, { title: 'x', target: '7.5' }],
    ['an id in capitals', { title: 'x', unionIds: [`${UUID}A`] }, { title: 'x', unionIds: [`${UUID}a`] }],
    ['null where none is a value', { title: 'x', dueOn: null }, { title: 'x', dueOn: null }],
    [
      'an object of any keys',
      { title: 'x', extra: { 甲: [1, { 乙: null }] } },
      { title: 'x', extra: { 甲: [1, { 乙: null }] } },
    ],
    ['quotes and markup', { title: `'; drop table--<b>` }, { title: `'; drop table--<b>` }],
    [
      'shares',
      { title: 'x', shares: [{ unionId: `${UUID}1`, target: '0.5' }] },
      { title: 'x', shares: [{ unionId: `${UUID}1`, target: '0.5' }] },
    ],
  ])('%s', async (_, given, answered) => {
    const response = await post(JSON.stringify(given));
    expect([response.statusCode, response.json()]).toEqual([200, answered]);
  });
});

describe('a field that is wrong is named', () => {
  const share = { unionId: `${UUID}1`, target: '1' };
  it.each<[string, unknown, string[]]>([
    ['nothing at all', {}, ['title:required']],
    ['null', { title: null }, ['title:text']],
    ['a number for text', { title: 5 }, ['title:text']],
    ['blank text', { title: '\u3000\u200b' }, ['title:text']],
    ['text too long', { title: '工'.repeat(41) }, ['title:text']],
    ['two lines in one', { title: 'a\nb' }, ['title:text']],
    ['NUL', { title: 'a\0b' }, ['title:characters']],
    ['a lone surrogate', { title: '\ud800' }, ['title:characters']],
    ['turned text', { title: 'a\u202eb' }, ['title:characters']],
    ['an unknown field', { title: 'x', role: 'admin' }, ['role:unknown']],
    ['an unknown field below', { title: 'x', shares: [{ ...share, admin: true }] }, ['shares[0].admin:unknown']],
    ['null for an optional field', { title: 'x', note: null }, ['note:text']],
    ['a day that does not exist', { title: 'x', dueOn: '2026-02-30' }, ['dueOn:day']],
    ['a moment for a day', { title: 'x', dueOn: '2026-02-03T00:00:00Z' }, ['dueOn:day']],
    ['a number as text', { title: 'x', weight: '5' }, ['weight:wholeNumber']],
    ['a fraction', { title: 'x', weight: 1.5 }, ['weight:wholeNumber']],
    ['out of range', { title: 'x', weight: 10 }, ['weight:wholeNumber']],
    ['1 for yes', { title: 'x', urgent: 1 }, ['urgent:flag']],
    ['"true" for yes', { title: 'x', urgent: 'true' }, ['urgent:flag']],
    ['another word', { title: 'x', period: 'year' }, ['period:oneOf']],
    ['a word in a list', { title: 'x', period: ['month'] }, ['period:oneOf']],
    ['hexadecimal', { title: 'x', target: '0x10' }, ['target:quantity']],
    ['an exponent', { title: 'x', target: '1e3' }, ['target:quantity']],
    ['a JSON fraction', { title: 'x', target: 1.005 }, ['target:quantity']],
    ['an endless number', { title: 'x', target: '9'.repeat(400) }, ['target:quantity']],
    ['too many decimals', { title: 'x', target: '1.00001' }, ['target:quantity']],
    ['below the least', { title: 'x', target: '-5.0001' }, ['target:quantity']],
    ['an object for a quantity', { title: 'x', target: { value: '1' } }, ['target:quantity']],
    ['an object for a list', { title: 'x', shares: { 0: share, length: 1 } }, ['shares:list']],
    ['null for a list', { title: 'x', shares: null }, ['shares:list']],
    ['too many items', { title: 'x', shares: [share, share, share, share] }, ['shares:list']],
    ['a list in the list', { title: 'x', shares: [[share]] }, ['shares:list']],
    ['null in the list', { title: 'x', shares: [share, null] }, ['shares[1]:object']],
    ['a text in the list', { title: 'x', shares: ['x'] }, ['shares[0]:object']],
    ['a wrong item', { title: 'x', shares: [share, { unionId: 'x', target: '1' }] }, ['shares[1].unionId:id']],
    ['an empty item', { title: 'x', shares: [{}] }, ['shares[0].unionId:required', 'shares[0].target:required']],
    ['the same id twice', { title: 'x', unionIds: [`${UUID}a`, `${UUID}A`] }, ['unionIds:ids']],
    ['a list for an object', { title: 'x', extra: [] }, ['extra:object']],
    ['a text for an object', { title: 'x', extra: 'x' }, ['extra:object']],
    ['tokens of the library', { title: '$value $constraint1 $property', weight: '$value' }, ['weight:wholeNumber']],
    ['a list instead of the body', [], [':object']],
    ['a text instead of the body', 'x', [':object']],
    ['a number instead of the body', 5, [':object']],
    ['null instead of the body', null, [':object']],
    ['false instead of the body', false, [':object']],
    ['a list of bodies', [{ title: 'x' }], [':object']],
  ])('%s', async (_, given, fields) => {
    const response = await post(JSON.stringify(given));
    expectProblem(response, 422);
    expect(fieldsOf(response)).toEqual(fields);
  });

  it('names at most a hundred', async () => {
    const response = await post(
      JSON.stringify(Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${index}`, 1]))),
    );
    expectProblem(response, 422);
    expect(fieldsOf(response)).toHaveLength(100);
  });

  it('in the language asked for', async () => {
    const response = await post('{}', 'application/json', { 'accept-language': 'en-GB' });
    expect(response.json()).toMatchObject({
      title: 'Invalid content',
      errors: [{ field: 'title', message: 'This is required.' }],
    });
    expect(response.headers['content-language']).toBe('en');
  });
});

describe('a body that cannot be read', () => {
  const bytes = (text: string) => Buffer.from(text, 'latin1');
  const cases: [name: string, status: number, payload: string | Buffer, type?: string][] = [
    ['no JSON', 400, '{'],
    ['trailing words', 400, '{"title":"x"} x'],
    ['comments', 400, '{/**/"title":"x"}'],
    ['NaN', 400, '{"weight":NaN}'],
    ['raw NUL', 400, '{"title":"a\0b"}'],
    ['invalid UTF-8', 400, bytes('{"title":"\xff\xfe"}')],
    ['half a character', 400, bytes('{"title":"\xe5\xb7"}')],
    ['an overlong form', 400, bytes('{"title":"\xc0\xaf"}')],
    ['a surrogate in UTF-8', 400, bytes('{"title":"\xed\xa0\x80"}')],
    ['GBK', 400, bytes('{"title":"\xb9\xa4\xbb\xe1"}'), 'application/json; charset=gbk'],
    ['UTF-16', 400, Buffer.from('{"title":"x"}', 'utf16le')],
    ['spaces only', 400, '   '],
    ['__proto__', 422, '{"title":"x","__proto__":{"admin":true}}'],
    ['constructor', 422, '{"title":"x","constructor":{"prototype":{}}}'],
    ['toString', 422, '{"title":"x","toString":"x"}'],
    ['hasOwnProperty below', 422, '{"title":"x","extra":{"hasOwnProperty":1}}'],
    ['deep lists', 422, `{"title":"x","extra":${'['.repeat(20)}${']'.repeat(20)}}`],
    ['very deep lists', 422, `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['very deep objects', 422, `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    [
      'many keys',
      422,
      JSON.stringify({ extra: Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [index, 1])) }),
    ],
    ['many items', 422, JSON.stringify({ title: 'x', shares: Array.from({ length: 50_000 }, () => 1) })],
    ['a huge number', 422, '{"title":"x","weight":1e400}'],
    ['a huge body', 413, `{"title":"${'x'.repeat(1_100_000)}"}`],
    ['a form', 415, 'title=x', 'application/x-www-form-urlencoded'],
    ['plain text', 415, '{"title":"x"}', 'text/plain'],
    ['XML', 415, '<x/>', 'application/xml'],
    ['a patch', 415, '[]', 'application/json-patch+json'],
    ['no type', 415, '{"title":"x"}', ''],
    ['a nonsense type', 415, '{"title":"x"}', ';;;'],
    ['an upload where none is taken', 415, '--x--', 'multipart/form-data; boundary=x'],
  ];
  it.each(cases.map(([name, status, payload, type = 'application/json']) => ({ name, status, payload, type })))(
    '$name → $status',
    async ({ status, payload, type }) => expectProblem(await post(payload, type), status),
  );

  it('may have a byte order mark', async () =>
    expect((await post('\ufeff{"title":"x"}')).json()).toEqual({ title: 'x' }));
  it('may be empty where none is needed', async () => {
    const headers = { 'content-type': 'application/json' };
    expect((await send({ method: 'POST', url: `${TASKS}/sign`, headers })).statusCode).toBe(204);
    expect((await send({ method: 'POST', url: `${TASKS}/sign` })).statusCode).toBe(204);
    expectProblem(await send({ method: 'POST', url: TASKS, headers }), 422);
  });
  it('of a wrong length is refused', async () =>
    expectProblem(await post('{"title":"x"}', 'application/json', { 'content-length': '5' }), 400));
});

describe('an address', () => {
  it.each<[string, number]>([
    ['?page=2&pageSize=200&open=false&light=red&light=green&q=%E5%B7%A5%E4%BC%9A', 200],
    ['?page=0', 422],
    ['?page=-1', 422],
    ['?page=10001', 422],
    ['?page=0x10', 422],
    ['?page=1e3', 422],
    ['?page=1.0', 422],
    ['?page=%201', 422],
    ['?page=', 422],
    ['?page', 422],
    ['?page=1&page=2', 422],
    ['?page[]=1', 422],
    ['?page[$gt]=1', 422],
    ['?pageSize=201', 422],
    ['?pageSize=99999999999999999999', 422],
    ['?open=1', 422],
    ['?light=red,purple', 422],
    ['?light=red,red', 422],
    ['?light=', 422],
    ['?sort=;drop', 422],
    ['?q=%00', 422],
    ['?q=%E2%80%AE', 422],
    ['?q=%0A', 422],
    ['?q=%20', 422],
    ['?q=%ff', 400],
    ['?__proto__=1', 422],
    ['?constructor=1', 422],
    ['?toString=1', 422],
    [`?${Array.from({ length: 3000 }, (_, index) => `a${index}=1`).join('&')}`, 422],
    ['/echo/%E5%B7%A5', 200],
    ['/echo/%00', 422],
    ['/echo/%E2%80%AE', 422],
    ['/echo/%zz', 400],
    ['/echo/%ff', 400],
    ['/echo/', 404],
    [`/echo/${'x'.repeat(201)}`, 414],
    ['/echo/..%2f..%2fetc', 200],
    ['/nix', 404],
    ['/', 404],
  ])('%s → %i', async (tail, status) => {
    const response = await send({ url: `${TASKS}${tail}` });
    if (status < 400) expect(response.statusCode).toBe(status);
    else expectProblem(response, status);
  });

  it.each([
    '/',
    '/api',
    '/api/v1',
    '/district/tasks',
    '/api/v1//district/tasks',
    '/health/live/',
    '/../etc/passwd',
    '/api/v1/health/live',
  ])('%s → 404', async (url) => expectProblem(await send({ url }), 404));

  it.each([
    ['/echo/%zz?q=1', '/echo/%25zz'],
    ['/nix/a"<b>[c]', '/nix/a%22%3Cb%3E%5Bc%5D'],
    [`/echo/%zz${'%20'.repeat(300)}`, expect.stringMatching(/^\/echo\/%25zz(%20)+(%25(2)?)?$/)],
  ])('%s is told in characters of an address', async (tail, told) => {
    const { instance } = (await send({ url: `${TASKS}${tail}` })).json<{ instance: string }>();
    expect(instance.replace(TASKS, '')).toEqual(told);
  });

  it('that reads has no body, whatever its headers say', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    expect((await send({ url: `${TASKS}?page=2`, headers, payload: 'x' })).statusCode).toBe(200);
  });

  it('of the health is outside the API', async () =>
    expect((await send({ url: '/health/live' })).json()).toEqual({ status: 'ok' }));
});

describe('headers', () => {
  it.each<[string | undefined, number]>([
    ['"3"', 200],
    [undefined, 428],
    ['', 428],
    ['*', 412],
    ['W/"3"', 412],
    ['3', 412],
    ['"x"', 412],
  ])('If-Match %s → %i', async (header, status) => {
    const headers = header === undefined ? {} : { 'if-match': header };
    expect((await send({ method: 'PUT', url: `${TASKS}/1`, headers })).statusCode).toBe(status);
  });

  it('give the request id back, or a new one', async () => {
    expect((await send({ url: '/nix', headers: { 'x-request-id': 'abc-1' } })).json()).toMatchObject({
      requestId: 'abc-1',
    });
    expect((await send({ url: '/nix', headers: { 'x-request-id': 'a\tb<script>' } })).headers['x-request-id']).toMatch(
      /^[0-9a-f-]{36}$/,
    );
  });

  it('keep answers from being stored and pages from other hosts', async () => {
    const { headers } = await send({ url: TASKS });
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    expect(headers['content-security-policy']).not.toMatch(/http|upgrade-insecure/);
    expect(headers['strict-transport-security']).toBeUndefined();
  });
});

describe('what goes wrong inside', () => {
  it.each<[string, number, string | undefined]>([
    ['fault', 500, undefined],
    ['text', 500, undefined],
    ['conflict', 409, undefined],
    ['taken', 409, undefined],
    ['tooMany', 429, '30'],
    ['away', 503, '2'],
  ])('%s → %i', async (kind, status, retryAfter) => {
    const response = await send({ url: `${TASKS}/fault/${kind}` });
    expectProblem(response, status);
    expect(response.headers['retry-after']).toBe(retryAfter);
    expect(response.body).not.toMatch(/secret|秘密|terminated/);
  });
});

describe('an upload', () => {
  const upload = (disposition: string, content = 'abc', end = '\r\n--x--\r\n') =>
    send({
      method: 'POST',
      url: `${TASKS}/evidence`,
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      payload: `--x\r\ncontent-disposition: form-data; ${disposition}\r\ncontent-type: application/pdf\r\n\r\n${content}${end}`,
    });

  it.each([
    ['name="file"; filename="工会活动.pdf"', '工会活动.pdf'],
    [`name="file"; filename*=UTF-8''${encodeURIComponent('工会活动.pdf')}`, '工会活动.pdf'],
    ['name="file"; filename="../../etc/passwd"', 'passwd'],
  ])('keeps the name %s', async (disposition, name) =>
    expect((await upload(disposition)).json()).toEqual({ name, bytes: 3 }),
  );

  it('has a limit', async () => expectProblem(await upload('name="file"; filename="a.pdf"', 'x'.repeat(100_001)), 413));
  it('that breaks off is refused', async () =>
    expectProblem(await upload('name="file"; filename="a.pdf"', 'abc', ''), 400));
  it('needs a boundary', async () => {
    const headers = { 'content-type': 'multipart/form-data' };
    expectProblem(await send({ method: 'POST', url: `${TASKS}/evidence`, headers, payload: 'x' }), 400);
  });
  it('is no JSON', async () => {
    const headers = { 'content-type': 'application/json' };
    expectProblem(await send({ method: 'POST', url: `${TASKS}/evidence`, headers, payload: '{}' }), 415);
  });
});

it('leaves the prototypes alone', () => {
  expect(Reflect.get({}, 'admin')).toBeUndefined();
});
