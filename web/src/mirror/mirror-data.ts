/** What the mirror reads: outcomes and months, and the pictures of accepted reports. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type Schemas, api, got } from '../api/client';
import { readDoors } from '../api/doors';
import type { Tier } from '../api/me';

export type MirrorView = Schemas['MirrorView'];
export type MirrorTask = Schemas['MirrorTask'];
export type Picture = Schemas['PictureView'];

/** On a wall screen for hours: read anew now and then, and not with every change. */
const AGAIN_MS = 20_000;
const PICTURES = 24;

export const mirrorQuery = (query: { unionId?: string; year?: number; against?: number }) =>
  queryOptions({
    queryKey: ['mirror', query],
    queryFn: () => got(api.GET('/api/v1/platform/mirror', { params: { query } })),
    refetchInterval: AGAIN_MS,
  });

export const picturesQuery = (tier: Tier, year: number) =>
  infiniteQueryOptions({
    queryKey: ['pictures', tier, year],
    queryFn: ({ pageParam }) =>
      got(api.GET(readDoors[tier].pictures, { params: { query: { year, limit: PICTURES, after: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export const latestQuery = (unionId: string | undefined) =>
  queryOptions({
    queryKey: ['feed', 'latest', unionId ?? 'mine'],
    queryFn: () => got(api.GET('/api/v1/platform/feed', { params: { query: { unionId, limit: 12 } } })),
  });

export const evidenceOf = (tier: Tier, { reportId, evidenceId }: Pick<Picture, 'reportId' | 'evidenceId'>): string =>
  `${readDoors[tier].report.replace('{id}', reportId)}/evidence/${evidenceId}`;
