// @vitest-environment jsdom
/** What an officer types stays on the computer until it is saved, and no other officer sees it. */
import { expect, it } from 'vitest';
import { schemeKey, scoreKey } from '../src/assessment/kept';
import { carryOver, forget, keep, kept } from '../src/parts/kept';

it('keeps what was typed for the officer who typed it', () => {
  const key = schemeKey('o1', 'new');
  keep(key, { draft: { title: '考核' }, version: 0 });
  expect(kept(key)).toEqual({ draft: { title: '考核' }, version: 0 });
  expect(kept(schemeKey('o2', 'new'))).toBeNull();
  expect(scoreKey('o1', 'a', 'u', 'B1')).not.toBe(scoreKey('o1', 'a', 'u', 'B2'));
  forget(key);
  expect(kept(key)).toBeNull();
  localStorage.setItem(key, '{broken');
  expect(kept(key)).toBeNull();
});

it('what was typed can go on elsewhere, but never over something typed there', () => {
  keep('here', { title: '第一稿' });
  carryOver('here', 'there');
  expect([kept('here'), kept('there')]).toEqual([null, { title: '第一稿' }]);
  keep('here', { title: '第二稿' });
  carryOver('here', 'there');
  expect([kept('here'), kept('there')]).toEqual([{ title: '第二稿' }, { title: '第一稿' }]);
});
