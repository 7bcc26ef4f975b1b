/** What the pages of indicators and targets read. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type Schemas, api, got } from '../api/client';
import { type PeriodKind, endOf, shown, thisYear } from './period';
import type { IndicatorSearch, TargetSearch } from './routes';

export const SIZE = 50;
const FEW = 20;
const key = ['indicators'] as const;

export type Line = Schemas['TargetLineView'];

export const boardQuery = ({ period, unionId }: IndicatorSearch) =>
  queryOptions({
    queryKey: [...key, 'board', period, unionId],
    queryFn: () => got(api.GET('/api/v1/platform/boards/indicators', { params: { query: { period, unionId } } })),
  });

export const indicatorQuery = (id: string) =>
  queryOptions({
    queryKey: [...key, 'one', id],
    queryFn: () => got(api.GET('/api/v1/indicators/{id}', { params: { path: { id } } })),
  });

export const traceQuery = (id: string, { period, unionId }: IndicatorSearch) =>
  queryOptions({
    queryKey: [...key, 'trace', id, period, unionId],
    queryFn: () =>
      got(api.GET('/api/v1/indicators/{id}/trace', { params: { path: { id }, query: { period, unionId } } })),
    retry: false,
  });

export const itemsQuery = (id: string, { period, unionId }: IndicatorSearch, part: number) =>
  infiniteQueryOptions({
    queryKey: [...key, 'items', id, period, unionId, part],
    queryFn: ({ pageParam }) =>
      got(
        api.GET('/api/v1/indicators/{id}/trace/items', {
          params: { path: { id }, query: { period, unionId, part, limit: FEW, after: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export const seriesQuery = (id: string, kind: PeriodKind, { period = thisYear(), unionId }: IndicatorSearch) =>
  queryOptions({
    queryKey: [...key, 'series', id, kind, period, unionId],
    queryFn: () =>
      got(
        api.GET('/api/v1/platform/indicators/{id}/series', {
          params: { path: { id }, query: { kind, until: endOf(period, kind), count: shown[kind], unionId } },
        }),
      ),
  });

export const ranksQuery = (id: string, { period, unionId }: IndicatorSearch) =>
  queryOptions({
    queryKey: [...key, 'ranks', id, period, unionId],
    queryFn: () =>
      got(
        api.GET('/api/v1/platform/indicators/{id}/ranks', {
          params: { path: { id }, query: { period, parentId: unionId } },
        }),
      ),
  });

export const targetsQuery = ({ period, unionId, page = 1 }: TargetSearch) =>
  queryOptions({
    queryKey: ['targets', period, unionId, page],
    queryFn: () => got(api.GET('/api/v1/targets', { params: { query: { period, unionId, page, pageSize: SIZE } } })),
  });
