/** What the API says about a field is put beside it; what was typed stays. */
import type { FormInstance } from 'antd';
import { Problem } from '../api/client';

/** Returns whether every word of the refusal found its field. */
export function besideFields<T>(form: FormInstance<T>, error: unknown): boolean {
  if (!(error instanceof Problem) || error.errors.length === 0) return false;
  const known = new Set(Object.keys(form.getFieldsValue() as object));
  const found = error.errors.filter(({ field }) => known.has(field));
  form.setFields(found.map(({ field, message }) => ({ name: field as never, errors: [message] })));
  return found.length === error.errors.length;
}
