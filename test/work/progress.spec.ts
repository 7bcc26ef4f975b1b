/** Progress reports (进度填报): cumulative, late or on time, zero said on purpose, only accepted values count. */
import type { DomainError } from '../../src/kernel/errors';
import {
  acceptedAfter,
  bestOf,
  checkReported,
  checkSubmission,
  pendingOf,
  reportingAfter,
  timelinessOf,
} from '../../src/work/progress';

const code = (work: () => void): string | undefined => {
  try {
    work();
  } catch (error) {
    return (error as DomainError).code;
  }
  return undefined;
};

const task = { startOn: '2026-01-01', measureDecimals: 1 };
const accepted = { reportId: 'r1', done: '50', asOf: '2026-06-30' };

it.each([
  ['within its time', { done: '12.5', asOf: '2026-05-01' }, undefined],
  ['of today', { done: '12.5', asOf: '2026-06-01' }, undefined],
  ['of tomorrow', { done: '12.5', asOf: '2026-06-02' }, 'report.asOf'],
  ['from before the task', { done: '12.5', asOf: '2025-12-31' }, 'report.asOf'],
  ['finer than the measure', { done: '12.55', asOf: '2026-05-01' }, 'report.decimals'],
  ['of nothing, by accident', { done: '0', asOf: '2026-05-01' }, 'report.zero'],
  ['of nothing, on purpose', { done: '0', asOf: '2026-05-01', zeroReport: true }, undefined],
  ['of something, called a zero report', { done: '3', asOf: '2026-05-01', zeroReport: true }, 'report.zero'],
])('a report %s', (_words, given, refused) => {
  expect(code(() => checkReported(task, { note: '', zeroReport: false, ...given }, '2026-06-01'))).toBe(refused);
});

it.each([
  ['higher', { done: '60', asOf: '2026-07-31', note: '' }, undefined],
  ['lower without a word', { done: '40', asOf: '2026-07-31', note: ' ' }, 'report.correction'],
  ['lower, with the reason', { done: '40', asOf: '2026-07-31', note: '重复统计，更正' }, undefined],
  ['lower, of an earlier day', { done: '40', asOf: '2026-03-31', note: '' }, undefined],
])('a value %s than the accepted one', (_words, report, refused) => {
  expect(code(() => checkSubmission({ ...report, evidenceCount: 0 }, accepted, 'optional'))).toBe(refused);
});

it('a task that asks for evidence is not handed in without it, but for a zero report', () => {
  const report = { done: '60', asOf: '2026-07-31', note: '', evidenceCount: 0 };
  expect(code(() => checkSubmission(report, null, 'required'))).toBe('evidence.required');
  expect(code(() => checkSubmission({ ...report, evidenceCount: 1 }, null, 'required'))).toBeUndefined();
  expect(code(() => checkSubmission({ ...report, done: '0' }, null, 'required'))).toBeUndefined();
});

it('the due day itself is on time, the day after is late', () => {
  expect([timelinessOf('2026-06-30', '2026-06-30'), timelinessOf('2026-07-01', '2026-06-30')]).toEqual([
    'on_time',
    'late',
  ]);
});

it('correcting an early report does not overwrite a later one', () => {
  const early = { reportId: 'r2', done: '20', asOf: '2026-03-31' };
  const later = { reportId: 'r3', done: '45', asOf: '2026-06-30' };
  expect(acceptedAfter(accepted, early)).toBe(accepted);
  expect(acceptedAfter(accepted, later)).toBe(later);
  expect(acceptedAfter(null, early)).toBe(early);
});

it.each([
  ['nothing is accepted yet', { done: '30', asOf: '2026-07-31' }, null, '30'],
  ['more is reported', { done: '80', asOf: '2026-07-31' }, accepted, '30'],
  ['less is reported', { done: '45', asOf: '2026-07-31' }, accepted, '-5'],
  ['an earlier day is corrected', { done: '10', asOf: '2026-01-31' }, accepted, '0'],
])('pending is what acceptance would add: %s', (_words, report, before, pending) => {
  expect(pendingOf(report, before)).toBe(pending);
});

it('one report on time is enough, a returned one shows nothing as pending', () => {
  expect([bestOf('late', 'on_time'), bestOf('late', null), bestOf(null, null)]).toEqual(['on_time', 'late', null]);
  const open = { reportId: 'r4', status: 'returned' as const, done: '90', asOf: '2026-07-31' };
  expect(reportingAfter({ taskId: 't', unionId: 'u' }, accepted, open, null)).toMatchObject({
    acceptedDone: '50',
    openStatus: 'returned',
    pending: null,
  });
});
