/** 统一社会信用代码: 18 characters, the last one checks the others. Pure. Source: GB 32100-2015, 附录 (C18 = 31 − Σ Ci·Wi mod 31). */

/** No I, O, S, V, Z: they look like digits. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** 3 to the power of the place, modulo 31. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const FORM = /^[1-9A-HJ-NPQRTUWXY][0-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** The check character of the first 17; undefined where one of them belongs to no code. */
export function checkCharacterOf(first: string): string | undefined {
  let sum = 0;
  for (const [place, weight] of WEIGHTS.entries()) {
    const value = ALPHABET.indexOf(first[place] ?? ' ');
    if (value < 0) return undefined;
    sum += value * weight;
  }
  return ALPHABET[(31 - (sum % 31)) % 31];
}

/** What is wrong with a code in capital letters: its form, or its check character; null where nothing is. */
export function faultOfCode(code: string): 'form' | 'check' | null {
  if (!FORM.test(code)) return 'form';
  return checkCharacterOf(code.slice(0, 17)) === code[17] ? null : 'check';
}
