/** What the pages of indicators and targets read. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { Problem, type Schemas, api, got } from '../api/client';
import { type PeriodKind, endOf, shown, thisYear } from './period';
import type { IndicatorSearch, TargetSearch } from './routes';

export const SIZE = 50;
export const FEW = 20;
export const indicatorKey = ['indicators'] as const;
const key = indicatorKey;

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

type Items = Schemas['TraceItems'];

const itemsBy = (asked: readonly unknown[], read: (after: string | undefined) => Promise<Items>) =>
  infiniteQueryOptions({
    queryKey: [...key, 'items', ...asked] as readonly unknown[],
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export const itemsQuery = (id: string, { period, unionId }: IndicatorSearch, part: number) =>
  itemsBy([id, period, unionId, part], (after) =>
    got(
      api.GET('/api/v1/indicators/{id}/trace/items', {
        params: { path: { id }, query: { period, unionId, part, limit: FEW, after } },
      }),
    ),
  );

export type Trial = Schemas['IndicatorTrialDto'];

/** What is being written, as it would be worked out now. */
export const trialQuery = (trial: Trial) =>
  queryOptions({
    queryKey: [...key, 'trial', trial],
    queryFn: () => got(api.POST('/api/v1/indicator-trials', { body: trial })),
    retry: false,
    gcTime: 60_000,
  });

export const trialItemsQuery = (trial: Trial, part: number) =>
  itemsBy(['trial', trial, part], (after) =>
    got(
      api.POST('/api/v1/indicator-trials/items', {
        body: { ...trial, part, limit: FEW, ...(after === undefined ? {} : { after }) },
      }),
    ),
  );

export const offersQuery = (period: string, programme: string) =>
  queryOptions({
    queryKey: [...key, 'offers', period, programme],
    queryFn: () =>
      got(
        api.GET('/api/v1/indicator-offers', {
          params: { query: { period, ...(isCode(programme) ? { programme } : {}) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** What is no code yet asks for nothing. */
const isCode = (text: string): boolean => /^[A-Za-z0-9][\w.-]{0,63}$/.test(text);

export const definitionsQuery = (page: number) =>
  queryOptions({
    queryKey: [...key, 'definitions', page],
    queryFn: () => got(api.GET('/api/v1/district/indicators', { params: { query: { page, pageSize: SIZE } } })),
    placeholderData: keepPreviousData,
  });

export const templatesQuery = queryOptions({
  queryKey: [...key, 'templates'],
  queryFn: () => got(api.GET('/api/v1/district/indicator-templates')),
});

export const versionsQuery = (id: string, page: number) =>
  queryOptions({
    queryKey: [...key, 'versions', id, page],
    queryFn: () =>
      got(api.GET('/api/v1/indicators/{id}/versions', { params: { path: { id }, query: { page, pageSize: FEW } } })),
    placeholderData: keepPreviousData,
  });

export const closuresQuery = (page: number) =>
  queryOptions({
    queryKey: [...key, 'closures', page],
    queryFn: () => got(api.GET('/api/v1/indicator-closures', { params: { query: { page, pageSize: FEW } } })),
    placeholderData: keepPreviousData,
  });

/** The platform hears of a new indicator a moment after it was published. */
const soon = {
  retry: (times: number, error: Error) => error instanceof Problem && error.status === 404 && times < 8,
  retryDelay: 700,
};

export const seriesQuery = (id: string, kind: PeriodKind, { period = thisYear(), unionId }: IndicatorSearch) =>
  queryOptions({
    ...soon,
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
    ...soon,
    queryKey: [...key, 'ranks', id, period, unionId],
    queryFn: () =>
      got(
        api.GET('/api/v1/platform/indicators/{id}/ranks', {
          params: { path: { id }, query: { period, parentId: unionId } },
        }),
      ),
  });

export const targetsQuery = ({ period, unionId, withdrawn, page = 1 }: TargetSearch) =>
  queryOptions({
    queryKey: ['targets', 'list', period, unionId, withdrawn, page],
    queryFn: () =>
      got(api.GET('/api/v1/targets', { params: { query: { period, unionId, withdrawn, page, pageSize: SIZE } } })),
  });
