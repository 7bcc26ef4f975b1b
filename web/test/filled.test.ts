// @vitest-environment jsdom
/** What is typed into a return stays on the computer until it is at the server, and never goes into another return. */
import { expect, it } from 'vitest';
import { filledKey, filledOf, keptFilled } from '../src/forms/filled';
import { keep } from '../src/parts/kept';

const filled = { values: { members: '12' }, missing: {}, words: {} };
const entry = { id: 'r1' };

it('comes back for the officer, form and period it was typed for, and for no other return of the period', () => {
  const key = filledKey('o1', 'f1', '2026-03');
  keep(key, { filled, of: 'r1', version: 3 });
  expect(keptFilled(key, entry)).toEqual({ filled, of: 'r1', version: 3 });
  expect(keptFilled(key, { id: 'r2' })).toBeNull();
  expect(keptFilled(key, undefined)).toBeNull();
  for (const other of [
    filledKey('o2', 'f1', '2026-03'),
    filledKey('o1', 'f2', '2026-03'),
    filledKey('o1', 'f1', '2026-04'),
  ])
    expect(keptFilled(other, entry)).toBeNull();
});

it('what was typed before a return was begun comes back, also when a colleague has begun it since', () => {
  const key = filledKey('o3', 'f1', '2026-03');
  keep(key, { filled, of: null, version: 0 });
  expect(keptFilled(key, undefined)?.filled).toEqual(filled);
  expect(keptFilled(key, entry)).toMatchObject({ filled, version: 0 });
});

it('nothing begun is nothing filled in', () => {
  expect(filledOf(undefined)).toEqual({ values: {}, missing: {}, words: {} });
});
