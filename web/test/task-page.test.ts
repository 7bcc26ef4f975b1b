// @vitest-environment jsdom
/** What a task's page says: whose turn it is, why a deed is not there, and who said what about a report. */
import { beforeEach, expect, it } from 'vitest';
import { filled, keptCells } from '../src/tasks/cells';
import { isMembership } from '../src/tasks/membership';
import { conversationOf } from '../src/tasks/said';
import { turnsOf } from '../src/tasks/turn';
import { whyNoDivision, whyNoReport } from '../src/tasks/why';

beforeEach(() => localStorage.clear());

const row = {
  status: 'signed',
  tier: 'community',
  openStatus: null,
  toReview: 0,
  remainder: null,
  acceptedReportId: null,
} as const;

it('says whose turn it is', () => {
  expect(turnsOf(row)).toEqual([]);
  expect(turnsOf({ ...row, status: 'assigned', toReview: 2 })).toEqual(['sign']);
  expect(turnsOf({ ...row, openStatus: 'returned' })).toEqual(['resubmit']);
  expect(turnsOf({ ...row, openStatus: 'submitted' })).toEqual(['above']);
  expect(turnsOf({ ...row, tier: 'subdistrict' })).toEqual(['divide']);
  expect(turnsOf({ ...row, tier: 'subdistrict', acceptedReportId: 'r' })).toEqual([]);
  expect(turnsOf({ ...row, tier: 'subdistrict', remainder: '0', toReview: 2, openStatus: 'submitted' })).toEqual([
    'review',
    'above',
  ]);
  expect(turnsOf({ ...row, status: 'withdrawn', openStatus: 'returned' })).toEqual(['withdrawn']);
});

it('says why one cannot report or divide', () => {
  const task = { status: 'signed', tier: 'subdistrict', keptTarget: null } as const;
  const mine = { task, mine: true, divided: false, may: true };
  expect(whyNoReport(mine)).toBeNull();
  expect(whyNoReport({ ...mine, may: false })).toBe('role');
  expect(whyNoReport({ ...mine, mine: false })).toBe('theirs');
  expect(whyNoReport({ ...mine, divided: true })).toBe('divided');
  expect(whyNoReport({ ...mine, divided: true, task: { ...task, keptTarget: '5' } })).toBeNull();
  expect(whyNoReport({ ...mine, task: { ...task, status: 'assigned' } })).toBe('notSigned');
  expect(whyNoReport({ ...mine, task: { ...task, status: 'withdrawn' } })).toBe('withdrawn');
  expect(whyNoDivision(mine)).toBeNull();
  expect(whyNoDivision({ task: { ...task, status: 'assigned' }, may: true })).toBe('notSigned');
  expect(whyNoDivision({ task, may: false })).toBe('role');
});

it('tells a report as a conversation, each figure with the one before', () => {
  const step = { at: '2026-11-20T02:00:00Z', officerName: '陈', reason: null, timeliness: null, note: null };
  const steps = [
    { ...step, kind: 'submitted', done: '25', note: '走访一线' },
    { ...step, kind: 'returned', done: '25', reason: '请核对人数' },
    { ...step, kind: 'resubmitted', done: '20' },
  ];
  const said = conversationOf({ steps, note: '已核对', accepted: '10' });
  expect(said.map(({ below, before, done, words }) => [below, before, done, words])).toEqual([
    [true, '10', '25', '走访一线'],
    [false, '25', '25', '请核对人数'],
    [true, '25', '20', '已核对'],
  ]);
});

it('knows the members from what counts attendances', () => {
  const measure = { name: '工会会员', unit: '人', kind: 'stock', decimals: 0 } as const;
  expect(isMembership({ code: null, measure })).toBe(true);
  expect(isMembership({ code: 'worker.member', measure: { ...measure, name: '其他' } })).toBe(true);
  expect(isMembership({ code: null, measure: { ...measure, unit: '人次' } })).toBe(false);
  expect(isMembership({ code: null, measure: { ...measure, kind: 'flow' } })).toBe(false);
});

it('fills only what is told, and restores only what a division may hold', () => {
  expect(filled({ a: { target: '1', dueOn: '2026-12-01' } }, { a: { target: '2' }, b: { target: '3' } })).toEqual({
    a: { target: '2', dueOn: '2026-12-01' },
    b: { target: '3', dueOn: '' },
  });
  localStorage.setItem('sanji.division.o.t', '{"a":{"target":"4","dueOn":""},"b":{"target":5},"c":null}');
  expect(keptCells('o', 't')).toEqual({ a: { target: '4', dueOn: '' } });
  localStorage.setItem('sanji.division.o.t', 'no');
  expect(keptCells('o', 't')).toEqual({});
});
