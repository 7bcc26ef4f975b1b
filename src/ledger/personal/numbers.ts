/** Numbers that check themselves: the ID number (GB 11643), the unified credit code (GB 32100), telephone numbers. Pure. */
import { isDay } from '../../http/field-rules';

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';

/** 居民身份证号码: 17 digits with a day of birth, and the check character by ISO 7064 MOD 11-2. */
export function isIdNumber(value: unknown): value is string {
  if (typeof value !== 'string' || !/^[1-9]\d{16}[\dX]$/.test(value)) return false;
  const born = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(value[i]), 0);
  return (isDay(born) || isOldDay(born)) && ID_CHECKS[sum % 11] === value[17];
}

/** Some were born before 1949. */
const isOldDay = (day: string): boolean => /^19[0-4]/.test(day) && isDay(`20${day.slice(2)}`);

const CREDIT_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** 统一社会信用代码: 17 signs of 31, and the check character by MOD 31. */
export function isCreditCode(value: unknown): value is string {
  if (typeof value !== 'string' || !/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(value)) return false;
  const sum = CREDIT_WEIGHTS.reduce((total, weight, i) => total + weight * CREDIT_SIGNS.indexOf(value[i] ?? ''), 0);
  return CREDIT_SIGNS[(31 - (sum % 31)) % 31] === value[17];
}

/** A mobile number, or a landline with its area code. */
export const isPhone = (value: unknown): value is string =>
  typeof value === 'string' && /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/.test(value);

/** As people type them: spaces out, letters large; the country code of a mobile number out. */
export const typed = (text: string): string =>
  text
    .replaceAll(/[\s\u00a0]/gu, '')
    .toUpperCase()
    .replace(/^(\+?86-?)(?=1[3-9]\d{9}$)/, '');
