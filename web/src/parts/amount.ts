/** Numbers and times as people write them; decimals stay strings, nothing is rounded on the way. */
import dayjs from 'dayjs';

/** `70692.5` → `70,692.5`; no value is a dash, zero is 0. */
export function amount(value: string | number | null | undefined): string {
  if (value === null || value === undefined || value === '') return '—';
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

export const percent = (value: string | null | undefined): string =>
  value === null || value === undefined ? '—' : `${value}%`;

/** Whole days from one business day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

const civil = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

/** The civil day of a moment where the unions are: due days are counted from it. */
export const dayOf = (at: string): string => civil.format(new Date(at));

export const exact = (at: string): string => dayjs(at).format('YYYY-MM-DD HH:mm:ss');
export const shortTime = (at: string): string =>
  dayjs(at).isSame(dayjs(), 'day') ? dayjs(at).format('HH:mm') : dayjs(at).format('YYYY-MM-DD HH:mm');
