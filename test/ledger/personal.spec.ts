/** Personal data (个人信息): numbers that check themselves, masks, and keys that can be replaced. */
import { KeyRing } from '../../src/dispatch/key-ring';
import { masked } from '../../src/ledger/personal/masks';
import { isCreditCode, isIdNumber, isPhone, typed } from '../../src/ledger/personal/numbers';

it.each<[string, boolean]>([
  ['11010519491231002X', true],
  ['440301198001010018', true],
  ['110105194912310021', false],
  ['11010519491231002x', false],
  ['110105199902300029', false],
  ['110105194912310', false],
])('%s is an ID number by GB 11643: %s', (value, right) => {
  expect(isIdNumber(value)).toBe(right);
});

it.each<[string, boolean]>([
  ['91350100M000100Y43', true],
  ['91350100M000100Y44', false],
  ['91350100M000100I43', false],
])('%s is a credit code by GB 32100: %s', (value, right) => {
  expect(isCreditCode(value)).toBe(right);
});

it.each<[string, boolean]>([
  ['13800138000', true],
  ['0755-25200000', true],
  ['12800138000', false],
])('%s is a telephone number: %s', (value, right) => {
  expect(isPhone(value)).toBe(right);
});

it('what people type around a number is taken off', () => {
  expect(typed('+86 138 0013 8000')).toBe('13800138000');
  expect(typed('11010519491231002x')).toBe('11010519491231002X');
});

it('a mask shows the beginning and the end only', () => {
  expect(masked('idNumber', '11010519491231002X')).toBe('110105********002X');
  expect(masked('phone', '13800138000')).toBe('138****8000');
});

it('what an older key sealed still opens and is found; what is sealed for one place opens in no other', () => {
  const [before, after] = [new KeyRing(['first secret here']), new KeyRing(['second secret now', 'first secret here'])];
  const sealed = before.seal('13800138000', 'a/person/phone');
  expect(after.open(sealed, 'a/person/phone')).toBe('13800138000');
  expect(after.digests('13800138000').some((digest) => digest.equals(sealed.digest))).toBe(true);
  expect(after.seal('13800138000', 'a/person/phone').keyId).toBe(after.newest);
  expect(after.newest).not.toBe(before.newest);
  expect(() => after.open(sealed, 'b/person/phone')).toThrow();
  expect(() => new KeyRing(['third secret now']).open(sealed, 'a/person/phone')).toThrow(/SECRETS_KEYS_OLD/);
});

it('a number sealed again never looks the same, and always opens', () => {
  const ring = new KeyRing(['a secret of the house']);
  const sealed = Array.from({ length: 1_000 }, () => ring.seal('13800138000', 'entry/person/phone'));
  expect(new Set(sealed.map((each) => each.sealed.subarray(0, 12).toString('hex'))).size).toBe(1_000);
  expect(new Set(sealed.map((each) => ring.open(each, 'entry/person/phone')))).toEqual(new Set(['13800138000']));
});
