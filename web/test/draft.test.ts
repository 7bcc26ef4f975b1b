// @vitest-environment jsdom
/** What is typed is never lost, and never written over what somebody else wrote. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forget, keep, kept, save } from '../src/tasks/draft';

const typed = { done: '40', asOf: '2026-11-20', note: '新增 20 人', zeroReport: false };
const report = { id: 'r1', version: 3, status: 'draft' } as never;
const calls: Request[] = [];
let answers: (() => Response)[] = [];

const json =
  (status: number, body: object): (() => Response) =>
  () =>
    Response.json(body, { status });

beforeEach(() => {
  calls.length = 0;
  vi.stubGlobal('fetch', async (request: Request) => {
    calls.push(request);
    const answer = answers.shift();
    if (answer === undefined) throw new TypeError('Failed to fetch');
    return answer();
  });
});

afterEach(() => vi.unstubAllGlobals());

it('keeps what was typed on this computer until it is forgotten', () => {
  keep('o', 't', { typed, version: 3 });
  expect(kept('o', 't')).toEqual({ typed, version: 3 });
  expect(kept('o', 'other')).toBeNull();
  forget('o', 't');
  expect(kept('o', 't')).toBeNull();
  localStorage.setItem('sanji.draft.o.t', '{broken');
  expect(kept('o', 't')).toBeNull();
});

it('saves upon the version it was typed upon', async () => {
  answers = [json(200, { id: 'r1', version: 4 })];
  expect(await save('community', 't', report, typed)).toMatchObject({ kind: 'saved', report: { version: 4 } });
  expect(calls[0]?.method).toBe('PUT');
  expect(calls[0]?.headers.get('if-match')).toBe('"3"');
});

it('shows what somebody else wrote instead of writing over it', async () => {
  answers = [
    json(412, { code: 'changedMeanwhile', detail: '' }),
    json(200, { items: [{ id: 'r1', status: 'draft' }] }),
    json(200, { id: 'r1', done: '30', version: 5 }),
  ];
  expect(await save('community', 't', report, typed)).toMatchObject({
    kind: 'conflict',
    theirs: { done: '30', version: 5 },
  });
});

it('meets a report that a colleague has begun meanwhile in the same way', async () => {
  answers = [
    json(409, { code: 'report.open', detail: '' }),
    json(200, { items: [{ id: 'r2', status: 'draft' }] }),
    json(200, { id: 'r2', done: '12', version: 1 }),
  ];
  expect(await save('community', 't', undefined, typed)).toMatchObject({ kind: 'conflict', theirs: { id: 'r2' } });
});

it('tells a refusal from a line that is down', async () => {
  answers = [
    json(422, { code: 'validation', detail: '不对', errors: [{ field: 'done', code: 'x', message: '不对' }] }),
  ];
  expect(await save('community', 't', report, typed)).toMatchObject({
    kind: 'refused',
    problem: { errors: [{ field: 'done' }] },
  });
  expect(await save('community', 't', report, typed)).toEqual({ kind: 'offline' });
  answers = [json(503, { code: 'unavailable' })];
  expect(await save('community', 't', report, typed)).toEqual({ kind: 'offline' });
});
