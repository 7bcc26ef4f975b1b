/** What the pages of supervision read. */
import { queryOptions } from '@tanstack/react-query';
import { api, got } from '../api/client';
import type { Tier } from '../api/me';
import { readDoors } from './doors';

export const SIZE = 50;
export const supervisionKey = ['supervision'] as const;

export type ExtensionsOf = 'toDecide' | 'own' | 'all';

export const extensionsQuery = (tier: Tier, of: ExtensionsOf, page: number) => {
  const query = { of, page, pageSize: SIZE, ...(of === 'toDecide' ? { status: 'requested' as const } : {}) };
  return queryOptions({
    queryKey: [...supervisionKey, 'extensions', tier, query],
    queryFn: () => got(api.GET(readDoors[tier].extensions, { params: { query } })),
  });
};

export interface OrderSearch {
  readonly open?: boolean | undefined;
  readonly degree?: 'blue' | 'orange' | 'red' | undefined;
  readonly page?: number | undefined;
}

export const ordersQuery = (tier: Tier, { open, degree, page = 1 }: OrderSearch) => {
  const query = { open, degree, page, pageSize: SIZE };
  return queryOptions({
    queryKey: [...supervisionKey, 'orders', tier, query],
    queryFn: () => got(api.GET(readDoors[tier].orders, { params: { query } })),
  });
};

export const orderQuery = (tier: Tier, id: string) =>
  queryOptions({
    queryKey: [...supervisionKey, 'order', tier, id],
    queryFn: () => got(api.GET(readDoors[tier].order, { params: { path: { id } } })),
  });

export const interviewsQuery = (tier: Tier, page: number) =>
  queryOptions({
    queryKey: [...supervisionKey, 'interviews', tier, page],
    queryFn: () => got(api.GET(readDoors[tier].interviews, { params: { query: { page, pageSize: SIZE } } })),
  });

export const taskSupervisionQuery = (tier: Tier, id: string) =>
  queryOptions({
    queryKey: [...supervisionKey, 'task', tier, id],
    queryFn: () => got(api.GET(readDoors[tier].task, { params: { path: { id } } })),
  });
