/** Several cells of a form (指标项代码) in a body. */
import { field } from '../../http/field';
import { isFieldKey } from '../../http/field-key';

const MOST = 100;

export const CellKeys = (): PropertyDecorator =>
  field({
    code: 'cells',
    words: {
      zh: `应为 1 至 ${MOST} 个互不相同的指标项代码。`,
      en: `It should be a list of 1 to ${MOST} different keys of cells.`,
    },
    check: (value) =>
      Array.isArray(value) &&
      value.length > 0 &&
      value.length <= MOST &&
      value.every(isFieldKey) &&
      new Set(value).size === value.length,
    schema: {
      type: 'array',
      items: { type: 'string', maxLength: 40 },
      minItems: 1,
      maxItems: MOST,
      uniqueItems: true,
      example: ['men', 'women'],
    },
  });
