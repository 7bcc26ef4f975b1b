/** The official calendar (国务院办公厅节假日安排): holidays and swapped weekends, as far as they have been announced. Pure. */
import announced from 'chinese-days/dist/chinese-days.json';
import type { Words } from '../kernel/errors';

/** Where a day differs from what its weekday says, or is a holiday in any case. */
export interface OfficialDay {
  readonly working: boolean;
  readonly name: Words;
}

/** "National Day,国庆节,3": the name in both languages and the days off by law. */
function nameOf(said: string): Words {
  const [en = said, zh = said] = said.split(',');
  return { zh, en };
}

const official = new Map<string, OfficialDay>([
  ...Object.entries<string>(announced.holidays).map(
    ([day, said]) => [day, { working: false, name: nameOf(said) }] as const,
  ),
  ...Object.entries<string>(announced.workdays).map(
    ([day, said]) => [day, { working: true, name: nameOf(said) }] as const,
  ),
]);

/** What the calendar says of a day; undefined: as its weekday is. */
export const officialDay = (day: string): OfficialDay | undefined => official.get(day);

/** The announced days of a year, in order. */
export const officialDaysOf = (year: number): [string, OfficialDay][] =>
  [...official].filter(([day]) => day.startsWith(`${year}-`)).sort(([one], [other]) => (one < other ? -1 : 1));

/** A year is known once its National Day is: its first days may stand in the calendar of the year before. */
export const isYearKnown = (year: number): boolean => official.has(`${year}-10-01`);

/** The last year whose calendar is known; after it only weekends are. */
export const lastKnownYear: number = Math.max(
  ...[...official.keys()].map((day) => Number(day.slice(0, 4))).filter(isYearKnown),
);
