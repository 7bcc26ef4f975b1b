/** Officers as administration reads them. */
import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { type Schemas, api, got } from '../api/client';

export type Officer = Schemas['OfficerView'];
export type Role = Officer['role'];
const PAGE = 200;

export const everyRole: readonly Role[] = ['administrator', 'reporter', 'reviewer', 'viewer'];
/** They exist in the district office only, and are kept apart from its work (三员分立). */
export const districtRoles: readonly Role[] = ['system_administrator', 'security_administrator', 'audit_administrator'];

export interface OfficersSought {
  q?: string;
  role?: Role;
  active?: boolean;
  unionId?: string;
}

export const officersQuery = (sought: OfficersSought) =>
  infiniteQueryOptions({
    queryKey: ['officers', sought],
    queryFn: ({ pageParam }) =>
      got(api.GET('/api/v1/officers', { params: { query: { ...sought, page: pageParam, pageSize: PAGE } } })),
    initialPageParam: 1,
    getNextPageParam: ({ page, total }) => (page * PAGE < total ? page + 1 : undefined),
  });

export const officerQuery = (id: string) =>
  queryOptions({
    queryKey: ['officer', id],
    queryFn: () => got(api.GET('/api/v1/officers/{id}', { params: { path: { id } } })),
  });

export function useReadOfficersAgain(): () => Promise<unknown> {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['officers'] }),
      client.invalidateQueries({ queryKey: ['officer'] }),
    ]);
}
