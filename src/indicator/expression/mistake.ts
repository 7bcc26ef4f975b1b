/** A mistake in an expression (算式有误): what is wrong and where. */
import type { FieldError, Place, Words } from '../../kernel/errors';

export class Mistake extends Error {
  constructor(
    readonly code: string,
    readonly words: Words,
    readonly place: Place,
  ) {
    super(words.en);
  }

  /** As the fault of the field that holds the expression. */
  in(field: string): FieldError {
    const { code, words, place } = this;
    return { field, code: `expression.${code}`, words, place };
  }
}
