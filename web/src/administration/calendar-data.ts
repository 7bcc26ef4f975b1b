/** The working calendar as it is read: a year, and its days in runs. */
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { type Schemas, api, got } from '../api/client';

type Day = Schemas['CalendarDayView'];

const key = ['calendar'];

export const yearQuery = (year: number) =>
  queryOptions({
    queryKey: [...key, year],
    queryFn: () => got(api.GET('/api/v1/calendar', { params: { query: { year } } })),
  });

/** After a deed every year is read again. */
export function useReadCalendarAgain(): () => Promise<unknown> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: key });
}

/** Days that follow each other and are alike: a holiday of a week is one line. What a district has set stands by itself. */
export interface Run {
  readonly first: Day;
  readonly last: Day;
  readonly days: number;
}

const next = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

const goesOn = ({ last }: Run, day: Day): boolean =>
  last.source === 'official' &&
  day.source === 'official' &&
  next(last.day) === day.day &&
  last.working === day.working &&
  last.name?.zh === day.name?.zh;

export function runsOf(days: readonly Day[]): Run[] {
  const runs: Run[] = [];
  for (const day of days) {
    const before = runs.at(-1);
    if (before !== undefined && goesOn(before, day))
      runs[runs.length - 1] = { ...before, last: day, days: before.days + 1 };
    else runs.push({ first: day, last: day, days: 1 });
  }
  return runs;
}

/** The runs of each month in which one begins. */
export function monthsOf(days: readonly Day[]): [string, Run[]][] {
  const months = new Map<string, Run[]>();
  for (const run of runsOf(days)) {
    const month = run.first.day.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), run]);
  }
  return [...months];
}
