/** What the pages of the enterprise register read. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, got, type Schemas } from '../api/client';
import type { Tier } from '../api/me';
import { readDoors } from './doors';

export const SIZE = 50;
export const registerKey = ['register'] as const;
export const lists = ['withoutUnion', 'notAllMembers', 'withoutCommittees', 'termEnding'] as const;
export type DerivedList = (typeof lists)[number];
export const sorts = ['name', 'creditCode', '-workers', 'termEndsOn', '-updatedAt'] as const;
export const kinds = ['non_public', 'public'] as const;
export const findings = ['nonexistent', 'abnormal', 'normal'] as const;

export interface RegisterSearch {
  readonly q?: string | undefined;
  readonly unionId?: string | undefined;
  readonly kind?: Schemas['EnterpriseView']['kind'] | undefined;
  readonly standing?: 'normal' | 'excluded' | undefined;
  readonly unionized?: boolean | undefined;
  readonly closed?: boolean | undefined;
  readonly list?: DerivedList | undefined;
  readonly by?: (typeof sorts)[number] | undefined;
  readonly page?: number | undefined;
}

export const registerQuery = (tier: Tier, { page = 1, by, ...search }: RegisterSearch) => {
  const query = { ...search, sort: by, page, pageSize: SIZE };
  return queryOptions({
    queryKey: [...registerKey, 'list', tier, query],
    queryFn: () => got(api.GET(readDoors[tier].list, { params: { query } })),
    placeholderData: keepPreviousData,
  });
};

export const derivedQuery = (tier: Tier, on?: string) =>
  queryOptions({
    queryKey: [...registerKey, 'derived', tier, on],
    queryFn: () => got(api.GET(readDoors[tier].derived, { params: { query: { on } } })),
  });

export const enterpriseQuery = (tier: Tier, id: string) =>
  queryOptions({
    queryKey: [...registerKey, 'one', tier, id],
    queryFn: () => got(api.GET(readDoors[tier].one, { params: { path: { id } } })),
  });

export const historyQuery = (tier: Tier, id: string) =>
  queryOptions({
    queryKey: [...registerKey, 'history', tier, id],
    queryFn: () => got(api.GET(readDoors[tier].history, { params: { path: { id } } })),
  });

export interface RatesSearch {
  readonly kind?: Schemas['EnterpriseView']['kind'] | undefined;
  readonly on?: string | undefined;
  readonly unionId?: string | undefined;
}

export const ratesQuery = (tier: Tier, query: RatesSearch) =>
  queryOptions({
    queryKey: [...registerKey, 'rates', tier, query],
    queryFn: () => got(api.GET(readDoors[tier].rates, { params: { query } })),
  });

export type VerificationsOf = 'toDecide' | 'own' | 'all';

export const verificationsQuery = (tier: Tier, of: VerificationsOf, page: number, enterpriseId?: string) => {
  const query = {
    of,
    page,
    pageSize: SIZE,
    enterpriseId,
    ...(of === 'toDecide' ? { status: 'proposed' as const } : {}),
  };
  return queryOptions({
    queryKey: [...registerKey, 'verifications', tier, query],
    queryFn: () => got(api.GET(readDoors[tier].verifications, { params: { query } })),
  });
};
