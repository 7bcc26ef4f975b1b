/** Programs and keys as the console reads them. */
import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { type Schemas, api, got } from '../api/client';

export type Application = Schemas['ApplicationView'];
export type ApiKey = Schemas['ApiKeyView'];
export type Scope = ApiKey['scopes'][number];
export type Role = Application['role'];
const PAGE = 200;

export const applicationsQuery = (q: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['applications', q],
    queryFn: ({ pageParam }) =>
      got(api.GET('/api/v1/applications', { params: { query: { q, page: pageParam, pageSize: PAGE } } })),
    initialPageParam: 1,
    getNextPageParam: ({ page, total }) => (page * PAGE < total ? page + 1 : undefined),
  });

export const applicationQuery = (id: string) =>
  queryOptions({
    queryKey: ['application', id],
    queryFn: () => got(api.GET('/api/v1/applications/{id}', { params: { path: { id } } })),
  });

export const scopesQuery = queryOptions({
  queryKey: ['key-scopes'],
  queryFn: () => got(api.GET('/api/v1/key-scopes')),
  staleTime: Infinity,
});

export function useReadAgain(): () => Promise<unknown> {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['applications'] }),
      client.invalidateQueries({ queryKey: ['application'] }),
    ]);
}

/** One network a line, as people type them. */
export const linesOf = (text: string | undefined): string[] => (text ?? '').split(/[\s,，；;]+/).filter(Boolean);
