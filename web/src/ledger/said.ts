/** A value of a ledger in words, as a list or a page shows it. */
import { amount } from '../parts/amount';
import type { Field } from './data';

export function said(field: Field, value: unknown, unions: Readonly<Record<string, string>>): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'object') {
    const parts = new Map(Object.entries(value));
    return ['name', 'creditCode', 'idNumber', 'phone'].flatMap((part) => parts.get(part) ?? []).join(' · ');
  }
  if (typeof value !== 'string') return '';
  if (field.kind === 'choice') return field.choices?.find(({ code }) => code === value)?.name ?? value;
  if (field.kind === 'union') return unions[value] ?? value;
  return ['whole', 'decimal', 'money'].includes(field.kind) ? amount(value) : value;
}
