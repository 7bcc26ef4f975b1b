import { BadRequestException, HttpException, MethodNotAllowedException, NotFoundException } from '@nestjs/common';
import { Conflict, DomainError, Forbidden, NotFound, Refused } from '../../src/kernel/errors';
import { houseRefusal, problemOf, STATUS_OF } from '../../src/http/problem';
import { refusalOf } from '../../src/http/refusal-of';

const words = { zh: '不行', en: 'No' };
const coded = (code: string, more: object = {}) =>
  Object.assign(new Error(`select secret -- ${code}`), { code, ...more });
const named = (name: string) => Object.assign(new Error('x'), { name });
const queryFailed = (code: string, more: object = {}) =>
  Object.assign(new Error('QueryFailedError: select secret'), {
    name: 'QueryFailedError',
    driverError: coded(code, more),
  });

describe('what was thrown decides the status', () => {
  it.each<[string, unknown, number | undefined, number | undefined]>([
    ['a refusal', new Refused('x', words), 422, undefined],
    ['a conflict', new Conflict('x', words), 409, undefined],
    ['what is missing', new NotFound(), 404, undefined],
    ['what is forbidden', new Forbidden('x', words), 403, undefined],
    ['too many, with its time', new DomainError('too-many', 'x', words, [], 30), 429, 30],
    ['unavailable', new DomainError('unavailable', 'x', words), 503, 2],
    [
      'a refusal caused by the database',
      Object.assign(new Conflict('x', words), { cause: coded('53100') }),
      409,
      undefined,
    ],
    ['an unknown route', new NotFoundException('Cannot GET /x'), 404, undefined],
    ['a wrong method', new MethodNotAllowedException(), 405, undefined],
    [
      'Nest around Fastify',
      new HttpException('x', 406, { cause: coded('FST_INVALID_MULTIPART_CONTENT_TYPE') }),
      415,
      undefined,
    ],
    ['a body too large', Object.assign(coded('FST_ERR_CTP_BODY_TOO_LARGE'), { statusCode: 413 }), 413, undefined],
    ['an unknown type', Object.assign(coded('FST_ERR_CTP_INVALID_MEDIA_TYPE'), { statusCode: 415 }), 415, undefined],
    ['a handler that took too long', Object.assign(coded('FST_ERR_HANDLER_TIMEOUT'), { statusCode: 503 }), 503, 2],
    ['a broken upload', new Error('Unexpected end of multipart data'), 400, undefined],
    ['out of range', coded('22003'), 422, undefined],
    ['an impossible date', queryFailed('22008'), 422, undefined],
    ['ill-formed text', queryFailed('22021'), 422, undefined],
    ['a missing value', queryFailed('23502', { column: 'due_on' }), 422, undefined],
    ['a check', queryFailed('23514'), 422, undefined],
    ['a duplicate', queryFailed('23505'), 409, undefined],
    ['a broken reference', queryFailed('23503'), 409, undefined],
    ['a serialization failure', queryFailed('40001'), 503, 2],
    ['a deadlock', queryFailed('40P01'), 503, 2],
    ['a lock not had', queryFailed('55P03'), 503, 2],
    ['a statement timeout', queryFailed('57014'), 503, 2],
    ['a shutdown', queryFailed('57P01'), 503, 2],
    ['a start', queryFailed('57P03'), 503, 2],
    ['a lost connection', queryFailed('08006'), 503, 2],
    ['too many connections', queryFailed('53300'), 503, 2],
    ['a full disk', queryFailed('53100'), 507, undefined],
    ['a full file system', coded('ENOSPC'), 507, undefined],
    ['a refused connection', coded('ECONNREFUSED'), 503, 2],
    ['a reset connection', coded('ECONNRESET'), 503, 2],
    ['a missing socket', coded('ENOENT', { syscall: 'connect' }), 503, 2],
    ['a pool timeout', new Error('timeout exceeded when trying to connect'), 503, 2],
    ['a terminated connection', new Error('Connection terminated unexpectedly'), 503, 2],
    ['a released runner', named('QueryRunnerAlreadyReleasedError'), 503, 2],
    ['a deadline', named('DeadlineError'), 503, 2],
    ['a missing table', queryFailed('42P01'), undefined, undefined],
    ['a syntax error', queryFailed('42601'), undefined, undefined],
    ['a missing file', coded('ENOENT', { syscall: 'open' }), undefined, undefined],
    ['a fault', new TypeError('x is not a function'), undefined, undefined],
    ['an own 500', new HttpException('x', 500), undefined, undefined],
    ['a string', 'x', undefined, undefined],
    ['nothing', undefined, undefined, undefined],
    ['null', null, undefined, undefined],
  ])('%s', (_, thrown, status, retryAfter) => {
    const refusal = refusalOf(thrown);
    expect([refusal?.status, refusal?.retryAfter]).toEqual([status, retryAfter]);
  });

  it('ends even where causes go round in a circle', () => {
    const error = new Error('x');
    error.cause = error;
    expect(refusalOf(error)).toBeUndefined();
  });
});

describe('the database names fields, never values', () => {
  it('of a duplicate', () => {
    const refusal = refusalOf(
      queryFailed('23505', { detail: 'Key (district_id, report_code)=(1, 张三) already exists.' }),
    );
    expect(refusal?.errors.map(({ field, code }) => [field, code])).toEqual([['reportCode', 'taken']]);
    expect(JSON.stringify(refusal)).not.toContain('张三');
  });

  it('of a missing value', () => {
    expect(refusalOf(queryFailed('23502', { column: 'due_on' }))?.errors[0]).toMatchObject({
      field: 'dueOn',
      code: 'required',
    });
  });
});

describe('a problem', () => {
  it('speaks the language asked for and hides the query', () => {
    const refusal = { ...houseRefusal(422), errors: [{ field: 'a[0].b', code: 'text', words }] };
    expect(problemOf(refusal, 'en', '/api/v1/x?name=张三', 'r-1')).toEqual({
      type: '/problems/invalid',
      title: 'Invalid content',
      status: 422,
      detail: 'Some fields are not acceptable: correct them and send again.',
      instance: '/api/v1/x',
      code: 'invalid',
      errors: [{ field: 'a[0].b', code: 'text', message: 'No' }],
      requestId: 'r-1',
    });
  });

  it.each(['/工会', '/\ud800', '/a b', `/${'x'.repeat(5_000)}`, ''])('names a path a URI may hold: %j', (url) => {
    expect(problemOf(houseRefusal(404), 'zh', url, 'r').instance).toMatch(/^[\x21-\x7e]{0,5000}$/);
  });

  it.each(Object.entries(STATUS_OF))('has words for %s (%i)', (_, status) => {
    const { code, words: said } = houseRefusal(status);
    expect([code, said.zh, said.en].every((text) => text !== '')).toBe(true);
    expect(code).not.toBe(status === 400 ? '' : 'badRequest');
  });

  it('says nothing of what Nest said', () => {
    expect(JSON.stringify(refusalOf(new BadRequestException('select secret')))).not.toContain('secret');
  });
});
