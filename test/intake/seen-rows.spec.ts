/** A key that came before is known again, however many there are, and no other is taken for it. */
import { SeenRows } from '../../src/intake/seen-rows';

it('each of fifty thousand keys is known by the row that bore it first', () => {
  const seen = new SeenRows();
  const keyOf = (no: number): string => `编码 ${no}`;
  for (let no = 1; no <= 50_000; no++) if (seen.firstOf(keyOf(no), no) !== undefined) throw new Error(`${no} is new`);
  for (let no = 1; no <= 50_000; no++) if (seen.firstOf(keyOf(no), 90_000) !== no) throw new Error(`${no} is known`);
  expect(seen.firstOf('编码 0', 90_000)).toBeUndefined();
  expect(seen.firstOf('编码 0', 90_001)).toBe(90_000);
});

it('keys that begin alike are two', () => {
  const seen = new SeenRows();
  expect(['', ' ', 'a', 'A', 'aa'].map((key, no) => seen.firstOf(key, no + 1))).toEqual(Array(5).fill(undefined));
});
