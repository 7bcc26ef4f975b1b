/** A first password: right by the rule of the API, whatever the dice say. */
import { expect, it } from 'vitest';
import { firstPassword } from '../src/administration/password';

const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/];

it('has letters of all kinds, no two that look alike, and is never twice the same', () => {
  const made = Array.from({ length: 500 }, () => firstPassword('li.xiuying'));
  for (const password of made) {
    expect(password).toMatch(/^[^0O1lIo-]{4}(-[^0O1lIo-]{4}){2}$/);
    expect(kinds.filter((kind) => kind.test(password))).toHaveLength(4);
  }
  expect(new Set(made).size).toBe(500);
});

it('does not hold the account, not even one of a single letter', () => {
  for (let no = 0; no < 300; no++) expect(firstPassword(' A ').toLowerCase()).not.toContain('a');
});

it('draws again when a kind is missing or the account came up', () => {
  const ofOneKind = Array.from({ length: 12 }, () => 0);
  const theAccount = ofOneKind.with(5, 30).with(6, 50);
  const dice = [...ofOneKind, ...theAccount, ...theAccount.with(0, 1)];
  expect(firstPassword('aaaa-ag4', () => dice.shift() ?? 0)).toBe('baaa-aG4a-aaaa');
  expect(dice).toEqual([]);
});
