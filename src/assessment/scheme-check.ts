/** Whether a scheme somebody gives may be taken in (方案检查): what is wrong is named, all at once. */
import { DomainError, type FieldError } from '../kernel/errors';
import { validateScheme } from './scheme-definition';
import type { SchemeDefinition } from './scheme-types';

/** Errors: scheme.invalid (422) with every wrong place. */
export function checkedDefinition(definition: unknown): SchemeDefinition {
  requireRight(validateScheme(definition, 'definition'));
  return definition as SchemeDefinition;
}

/** Errors: scheme.invalid (422) with these. */
export function requireRight(errors: readonly FieldError[]): void {
  if (errors.length === 0) return;
  const words = {
    zh: '考核方案不符合要求，请按提示修改。',
    en: 'The scheme is not right yet: correct the places named.',
  };
  throw new DomainError('refused', 'scheme.invalid', words, errors);
}
