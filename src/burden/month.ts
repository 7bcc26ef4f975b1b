/** Civil months (月), written `YYYY-MM`. Pure. */
/** The month of a civil day, `YYYY-MM-DD`. */
export const monthOf = (day: string): string => day.slice(0, 7);

export const firstDayOf = (month: string): string => `${month}-01`;

/** So many months later; earlier where `by` is below 0. */
export function monthsLater(month: string, by: number): string {
  const [year = 0, no = 1] = month.split('-').map(Number);
  const months = year * 12 + no - 1 + by;
  const of = (value: number, digits: number): string => String(value).padStart(digits, '0');
  return `${of(Math.floor(months / 12), 4)}-${of((months % 12) + 1, 2)}`;
}

/** The day after the last one. */
export const dayAfter = (month: string): string => firstDayOf(monthsLater(month, 1));

/** How many months two days touch, both counted; 1 where they lie in the same one. */
export function monthsTouched(from: string, to: string): number {
  const [a, b] = [from, to].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))) as [number, number];
  return Math.max(1, b - a + 1);
}

/** So many months, this one the last. */
export const monthsUpTo = (month: string, count: number): string[] =>
  Array.from({ length: count }, (_, no) => monthsLater(month, no - count + 1));
