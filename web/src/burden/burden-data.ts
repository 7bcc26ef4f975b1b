/** What the burden pages read. */
import { queryOptions } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { type Schemas, api, got } from '../api/client';
import type { UpperTier } from '../api/doors';
import type { BurdenSearch } from './routes';

export const PAGE = 50;
export const thisMonth = (): string => dayjs().format('YYYY-MM');
/** Counts a table shows, in order. */
export const counts = ['asked', 'tasks', 'reports', 'returned', 'urges', 'orders', 'selfScores', 'twice'] as const;

export const listQuery = (door: UpperTier, { month, tier, page = 1 }: BurdenSearch) => {
  const query = { month, page, pageSize: PAGE };
  return queryOptions({
    queryKey: ['burden', door, month, tier, page],
    queryFn: () =>
      door === 'district'
        ? got(api.GET('/api/v1/district/burden', { params: { query: { ...query, tier } } }))
        : got(api.GET('/api/v1/subdistrict/burden', { params: { query } })),
  });
};

export const unionBurdenQuery = (id: string, month: string | undefined) =>
  queryOptions({
    queryKey: ['burden', 'union', id, month],
    queryFn: () => got(api.GET('/api/v1/unions/{id}/burden', { params: { path: { id }, query: { month } } })),
  });

export interface Sought {
  month: string | undefined;
  kind: Schemas['BurdenRequest']['kind'] | undefined;
  twice: boolean;
  page: number;
}

export const requestsQuery = (id: string, { month, kind, twice, page }: Sought) =>
  queryOptions({
    queryKey: ['burden', 'requests', id, month, kind, twice, page],
    queryFn: () =>
      got(
        api.GET('/api/v1/unions/{id}/requests', {
          params: { path: { id }, query: { month, kind, twice: twice || undefined, page, pageSize: PAGE } },
        }),
      ),
  });

export const leaderQuery = queryOptions({
  queryKey: ['desk', 'leader'],
  queryFn: () => got(api.GET('/api/v1/me/leader-desk')),
  staleTime: 60_000,
});
