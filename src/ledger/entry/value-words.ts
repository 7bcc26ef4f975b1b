/** What would be right in a field of a ledger, in words. Pure. */
import type { Words } from '../../kernel/errors';
import { decimalsOf, type LedgerField } from '../type/definition';
import { LONGEST_TEXT } from '../type/slots';

export const MISSING: Words = { zh: '必填。', en: 'This is required.' };
export const UNKNOWN: Words = { zh: '台账中没有这个字段。', en: 'The ledger has no such field.' };
export const SHAPE: Words = { zh: '应为对象。', en: 'It should be an object.' };

export function expected(field: LedgerField, part?: string): Words {
  const { kind, maxLength = LONGEST_TEXT, choices = [], min, max } = field;
  const decimals = decimalsOf(field);
  if (decimals !== null) {
    const range = rangeOf(min, max);
    return decimals === 0
      ? { zh: `应为整数${range.zh}。`, en: `It should be a whole number${range.en}.` }
      : {
          zh: `应为数字，小数不超过 ${decimals} 位${range.zh}。`,
          en: `It should be a number with at most ${decimals} decimals${range.en}.`,
        };
  }
  if (part !== undefined) return partWords[part] ?? partWords['name']!;
  if (kind === 'day')
    return { zh: '应为真实存在的日期，格式 YYYY-MM-DD。', en: 'It should be a day that exists, as YYYY-MM-DD.' };
  if (kind === 'choice') {
    const names = choices.map(({ code, name }) => `${name}（${code}）`).join('、');
    return {
      zh: `应为以下之一：${names}。`,
      en: `It should be one of: ${choices.map(({ code }) => code).join(', ')}.`,
    };
  }
  if (kind === 'union')
    return { zh: '应为本级或下级工会的编号。', en: 'It should be the id of your union or of one below.' };
  if (kind === 'enterprise') return { zh: '应填写企业名称（name）。', en: 'It should be an object with the name.' };
  if (kind === 'person') return { zh: '应填写姓名（name）。', en: 'It should be an object with the name.' };
  return { zh: `应为 1 至 ${maxLength} 个字的文字。`, en: `It should be text of 1 to ${maxLength} characters.` };
}

const partWords: Record<string, Words> = {
  name: {
    zh: `应为 1 至 ${LONGEST_TEXT} 个字的单行文字。`,
    en: `It should be one line of 1 to ${LONGEST_TEXT} characters.`,
  },
  creditCode: {
    zh: '应为 18 位统一社会信用代码，且校验位正确。',
    en: 'It should be a unified credit code of 18 characters with the right check character.',
  },
  idNumber: {
    zh: '应为 18 位居民身份证号码，出生日期真实存在，且校验码正确。',
    en: 'It should be an ID number of 18 digits with a real day of birth and the right check digit.',
  },
  phone: {
    zh: '应为 11 位手机号码，或带区号的固定电话。',
    en: 'It should be a mobile number, or a landline with its area code.',
  },
};

function rangeOf(min?: string, max?: string): Words {
  if (min !== undefined && max !== undefined)
    return { zh: `，介于 ${min} 与 ${max} 之间`, en: ` between ${min} and ${max}` };
  if (min !== undefined) return { zh: `，不小于 ${min}`, en: `, at least ${min}` };
  return max === undefined ? { zh: '', en: '' } : { zh: `，不大于 ${max}`, en: `, at most ${max}` };
}
