/** What the annual report reads. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type Schemas, api, got } from '../api/client';

export type Report = Schemas['AnnualReportView'];
export type Figure = Schemas['AnnualFigureView'];
export type Target = Schemas['AnnualTargetView'];

const SIZE = 50;
export const annualKey = ['annual-report'] as const;
export const documentOf = (year: number): string => `/api/v1/district/annual-report/document?year=${year}`;

export const reportQuery = (year: number | undefined) =>
  queryOptions({
    queryKey: [...annualKey, 'report', year],
    queryFn: () => got(api.GET('/api/v1/district/annual-report', { params: { query: { year } } })),
  });

export const traceQuery = (id: string, year: number) =>
  queryOptions({
    queryKey: [...annualKey, 'trace', id, year],
    queryFn: () =>
      got(api.GET('/api/v1/indicators/{id}/trace', { params: { path: { id }, query: { period: String(year) } } })),
  });

export const itemsQuery = (id: string, year: number, part: number) =>
  infiniteQueryOptions({
    queryKey: [...annualKey, 'items', id, year, part],
    queryFn: ({ pageParam: after }) =>
      got(
        api.GET('/api/v1/indicators/{id}/trace/items', {
          params: { path: { id }, query: { period: String(year), part, after, limit: SIZE } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
