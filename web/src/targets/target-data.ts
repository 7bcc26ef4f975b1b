/** What the pages of one target read. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Schemas, api, got } from '../api/client';

export type Target = Schemas['TargetDetail'];
export type Change = Schemas['TargetChangeView'];
export type Trial = Schemas['TargetTrialDto'];

/** As the list of targets has it. */
export const targetKey = ['targets'] as const;
const key = targetKey;
export const FEW = 20;
/** As many as are read at a time of what the district has. */
const PAGE = 200;

export const targetQuery = (id: string) =>
  queryOptions({
    queryKey: [...key, 'one', id],
    queryFn: () => got(api.GET('/api/v1/targets/{id}', { params: { path: { id } } })),
  });

export const versionsQuery = (id: string, page: number) =>
  queryOptions({
    queryKey: [...key, 'versions', id, page],
    queryFn: () =>
      got(api.GET('/api/v1/targets/{id}/versions', { params: { path: { id }, query: { page, pageSize: FEW } } })),
    placeholderData: keepPreviousData,
  });

export const changesQuery = (id: string, page: number) =>
  queryOptions({
    queryKey: [...key, 'changes', id, page],
    queryFn: () =>
      got(api.GET('/api/v1/targets/{id}/changes', { params: { path: { id }, query: { page, pageSize: FEW } } })),
    placeholderData: keepPreviousData,
  });

/** Those that wait for a decision. */
export const waitingQuery = queryOptions({
  queryKey: [...key, 'waiting'],
  queryFn: () => got(api.GET('/api/v1/target-changes', { params: { query: { status: 'proposed', pageSize: FEW } } })),
});

export const trialQuery = (trial: Trial) =>
  queryOptions({
    queryKey: [...key, 'trial', trial],
    queryFn: () => got(api.POST('/api/v1/target-trials', { body: trial })),
    retry: false,
    gcTime: 60_000,
    placeholderData: keepPreviousData,
  });

export const allIndicatorsQuery = queryOptions({
  queryKey: ['indicators', 'all'],
  queryFn: async (): Promise<Schemas['IndicatorView'][]> => {
    const all: Schemas['IndicatorView'][] = [];
    for (let page = 1; ; page++) {
      const { items, total } = await got(
        api.GET('/api/v1/indicators', { params: { query: { page, pageSize: PAGE } } }),
      );
      all.push(...items);
      if (all.length >= total || items.length === 0) return all;
    }
  },
});
