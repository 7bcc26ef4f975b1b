/** The values of a return (报表填报值), read into their canonical writing and held against the form. Pure. */
import { isQuantity, isText, quantityPattern, toQuantity } from '../../http/field-rules';
import type { FieldError, Words } from '../../kernel/errors';
import { cellOf, decimalsOf, type FormCell, type FormDefinition } from '../definition/definition';

/** Cell → number as decimal text; a cell that is missing is not there, which is not zero. */
export type CellValues = Readonly<Record<string, string>>;
/** Cell or rule → words. */
export type Said = Readonly<Record<string, string>>;

export interface ReturnGiven {
  readonly values: Readonly<Record<string, unknown>>;
  /** Why a required cell is left out, by cell. */
  readonly missing?: Readonly<Record<string, unknown>>;
  /** What is to be said to a rule that asks for a word, by rule. */
  readonly words?: Readonly<Record<string, unknown>>;
}

export interface ReturnRead {
  readonly values: CellValues;
  readonly missing: Said;
  readonly words: Said;
  readonly errors: readonly FieldError[];
}

const LONGEST_WORD = 500;

/** As a draft may be: what is null counts as left out. */
export function readReturn(definition: FormDefinition, given: ReturnGiven): ReturnRead {
  const errors: FieldError[] = [];
  const values: Record<string, string> = {};
  for (const [key, value] of Object.entries(given.values)) {
    const cell = cellOf(definition, key);
    if (value === null && cell !== undefined) continue;
    const read = cell === undefined ? value : toQuantity(value, decimalsOf(cell));
    if (cell === undefined) errors.push({ field: `values.${key}`, code: 'unknownField', words: UNKNOWN_CELL });
    else if (isQuantity(read, decimalsOf(cell), cell.min, cell.max) && typeof read === 'string') values[key] = read;
    else errors.push({ field: `values.${key}`, code: 'quantity', words: expected(cell) });
  }
  const said = (at: 'missing' | 'words', known: (key: string) => boolean): Record<string, string> => {
    const told: Record<string, string> = {};
    for (const [key, text] of Object.entries(given[at] ?? {})) {
      if (text === null) continue;
      const field = `${at}.${key}`;
      if (!known(key)) errors.push({ field, code: 'unknownField', words: UNKNOWN_PLACE[at] });
      else if (typeof text === 'string' && isText(text, 1, LONGEST_WORD, true)) told[key] = text.normalize('NFC');
      else errors.push({ field, code: 'text', words: WORD });
    }
    return told;
  };
  const missing = said('missing', (key) => cellOf(definition, key) !== undefined);
  for (const key of Object.keys(missing))
    if (values[key] !== undefined) errors.push({ field: `missing.${key}`, code: 'form.given', words: GIVEN });
  const words = said('words', (key) => definition.rules.some((rule) => rule.key === key));
  return { values, missing, words, errors };
}

/** The form as JSON Schema (2020-12): the values of a return. */
export function schemaOf({ name, cells }: FormDefinition): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: name,
    type: 'object',
    properties: Object.fromEntries(
      cells.map((cell) => [
        cell.key,
        {
          title: `${cell.name}（${cell.unit}）`,
          type: 'string',
          format: 'decimal',
          pattern: quantityPattern(decimalsOf(cell)),
          ...(cell.min === undefined ? {} : { decimalMinimum: cell.min }),
          ...(cell.max === undefined ? {} : { decimalMaximum: cell.max }),
        },
      ]),
    ),
    additionalProperties: false,
  };
}

function expected(cell: FormCell): Words {
  const { min, max } = cell;
  const decimals = decimalsOf(cell);
  const what =
    decimals === 0
      ? { zh: '应为整数', en: 'It should be a whole number' }
      : { zh: `应为数字，小数不超过 ${decimals} 位`, en: `It should be a number with at most ${decimals} decimals` };
  const least = min === undefined ? { zh: '', en: '' } : { zh: `，不小于 ${min}`, en: `, at least ${min}` };
  const most = max === undefined ? { zh: '', en: '' } : { zh: `，不大于 ${max}`, en: `, at most ${max}` };
  return { zh: `${what.zh}${least.zh}${most.zh}。`, en: `${what.en}${least.en}${most.en}.` };
}

const UNKNOWN_CELL: Words = { zh: '报表中没有这个指标项。', en: 'The form has no such cell.' };
const UNKNOWN_PLACE: Record<'missing' | 'words', Words> = {
  missing: UNKNOWN_CELL,
  words: { zh: '报表中没有这条审核关系。', en: 'The form has no such rule.' },
};
const GIVEN: Words = { zh: '该项已填报，不用说明缺报原因。', en: 'It is given: no reason is asked for.' };
const WORD: Words = {
  zh: `应为 1 至 ${LONGEST_WORD} 个字的文字。`,
  en: `It should be text of 1 to ${LONGEST_WORD} characters.`,
};
