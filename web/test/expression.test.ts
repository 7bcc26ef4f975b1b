/** Writing an expression: where a mistake lies, and how what is chosen is put into the text. */
import { expect, it } from 'vitest';
import { ledgersIn, offsetOf, partedAt, withCall, withCondition } from '../src/indicators/expression';

it('a place of the API is found in the text, on every line and at the end', () => {
  const text = '(1 + 2)\r\n + 三 %';
  expect(text[offsetOf(text, { line: 1, column: 4 })]).toBe('+');
  expect(text[offsetOf(text, { line: 2, column: 4 })]).toBe('三');
  expect(offsetOf(text, { line: 2, column: 99 })).toBe(text.length);
  expect(offsetOf(text, { line: 9, column: 1 })).toBe(text.length);
  expect(partedAt(text, { line: 2, column: 4 })).toEqual({ before: ' + ', at: '三', after: ' %' });
  expect(partedAt('1 +', { line: 1, column: 4 })).toEqual({ before: '1 +', at: '', after: '' });
});

it('a call takes the place of what is chosen, is added to what stands before it, and can be narrowed at once', () => {
  const sum = "ledger.sum('visits', 'people')";
  expect(withCall('', 0, 0, sum)).toEqual({ text: sum, caret: sum.length - 1 });
  expect(withCall('2 * x', 4, 5, sum).text).toBe(`2 * ${sum}`);
  expect(withCall('indicator("a")', 14, 14, sum).text).toBe(`indicator("a") + ${sum}`);
  expect(withCall('2 * ', 4, 4, sum).text).toBe(`2 * ${sum}`);
});

it('a condition comes into braces of its own, and a second one beside the first', () => {
  const one = withCondition("ledger.count('visits')", 21, "kind: 'visit'");
  expect(one.text).toBe("ledger.count('visits', {kind: 'visit'})");
  const two = withCondition(one.text, one.caret, "free: 'yes'");
  expect(two.text).toBe("ledger.count('visits', {kind: 'visit', free: 'yes'})");
  expect(withCondition("ledger.count('visits', )", 23, 'a: 1').text).toBe("ledger.count('visits',{a: 1})");
  const missing = withCondition("ledger.count('visits')", 21, 'on: {missing: false}');
  expect(withCondition(missing.text, missing.caret, "kind: 'visit'").text).toBe(
    "ledger.count('visits', {on: {missing: false}, kind: 'visit'})",
  );
});

it('the ledgers an expression reads are known by their codes', () => {
  expect([...ledgersIn("ledger.count('a') + ledger.sum( \"b-c\", 'x')", "register.count('preset', 'gross')")]).toEqual([
    'a',
    'b-c',
  ]);
});
