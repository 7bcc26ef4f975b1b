/** The key of a field or a cell (字段代码): stands in JSON, in filters and in spreadsheets, so it is a plain word. */
import { field } from './field';

const PATTERN = '^[a-z][A-Za-z0-9]{0,39}$';
const KEY = new RegExp(PATTERN);
/** Words that every JavaScript object has of itself. */
const taken = new Set(['constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', 'toLocaleString']);

export const isFieldKey = (value: unknown): value is string =>
  typeof value === 'string' && KEY.test(value) && !taken.has(value);

export const FieldKey = (): PropertyDecorator =>
  field({
    code: 'fieldKey',
    words: {
      zh: '应以小写字母开头，只含字母和数字，不超过 40 位。',
      en: 'It should start with a small letter and hold letters and digits only, 40 at most.',
    },
    check: isFieldKey,
    schema: { type: 'string', pattern: PATTERN, maxLength: 40, example: 'people' },
  });
