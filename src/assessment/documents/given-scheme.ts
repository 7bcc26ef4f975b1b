/** A scheme that was handed in as a document, and what is wrong with it (导入前检查). */
import type { FieldError } from '../../kernel/errors';
import { validateScheme } from '../scheme-definition';

/** Nobody has checked it yet. */
export interface GivenScheme {
  readonly title: unknown;
  readonly year: unknown;
  readonly definition: unknown;
  /** What could not be read at all. */
  readonly errors?: readonly FieldError[];
  /** Gives an error its place in the document it came in. */
  readonly locate?: (error: FieldError) => FieldError;
}

/** Every error, those of the reading first; a place is named once. None: it may be taken in. */
export function errorsOf({
  title,
  year,
  definition,
  errors = [],
  locate = (error) => error,
}: GivenScheme): FieldError[] {
  const read = new Set(errors.map(({ field }) => field));
  const found = [...coverErrors(title, year), ...validateScheme(definition, 'definition')].map(locate);
  return [...errors, ...found.filter(({ field }) => !read.has(field))];
}

function coverErrors(title: unknown, year: unknown): FieldError[] {
  const errors: FieldError[] = [];
  if (typeof title !== 'string' || title.trim() === '' || Array.from(title).length > 200 || /\n/u.test(title)) {
    const words = { zh: '方案名称应为 1 至 200 个字。', en: 'The title must have 1 to 200 characters.' };
    errors.push({ field: 'title', code: 'text', words });
  }
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 1949 || year > 2200) {
    const words = { zh: '年度应为 1949 至 2200 的整数。', en: 'The year must be a whole number from 1949 to 2200.' };
    errors.push({ field: 'year', code: 'wholeNumber', words });
  }
  return errors;
}
