/** Codes in a scheme (编号): each names one thing among its like. */
import type { Faults } from './shape';

/** Reads a code nobody has checked yet and keeps it among those seen; undefined when it is not a code. */
export function readCode(faults: Faults, value: unknown, place: string, seen: Set<string>): string | undefined {
  if (typeof value !== 'string' || !/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u.test(value)) {
    faults.add(
      place,
      'notACode',
      '应为 1 至 40 个字母、汉字或数字，其后可用 . _ -，例如 "A1"。',
      'Must be 1 to 40 letters or digits, with . _ - after the first, such as "A1".',
    );
    return undefined;
  }
  const code = value.normalize('NFC');
  if (seen.has(code)) {
    faults.add(place, 'codeTaken', '编号已被使用，应互不相同。', 'This code is taken; every code must be different.');
  }
  seen.add(code);
  return code;
}
