/** What the pages of the course read. */
import { queryOptions } from '@tanstack/react-query';
import { type Schemas, api, got } from '../api/client';
import type { LowerTier, UpperTier } from '../api/doors';
import { courseDoors, selfDoors } from './doors';

const path = (id: string) => ({ params: { path: { id } } });

export const courseQuery = (tier: UpperTier, id: string) =>
  queryOptions({
    queryKey: ['assessment', id, 'course'],
    queryFn: () => got(api.GET(courseDoors[tier].steps, path(id))),
  });

export const reopeningsQuery = (tier: UpperTier, id: string) =>
  queryOptions({
    queryKey: ['assessment', id, 'reopenings'],
    queryFn: () => got(api.GET(courseDoors[tier].reopenings, path(id))),
  });

export const officesQuery = (tier: UpperTier, id: string) =>
  queryOptions({
    queryKey: ['assessment', id, 'offices'],
    queryFn: () => got(api.GET(courseDoors[tier].offices, path(id))),
  });

export const factsQuery = (tier: UpperTier, id: string, unionId: string) =>
  queryOptions({
    queryKey: ['assessment', id, 'facts', unionId],
    queryFn: () => got(api.GET(courseDoors[tier].facts, { params: { path: { id, unionId } } })),
  });

export const ENTRIES_AT_ONCE = 20;
export type EntryStatus = Schemas['EntryView']['status'];

interface Asked {
  readonly unionId?: string | undefined;
  readonly status?: EntryStatus | undefined;
  readonly page: number;
}

export const entriesQuery = (tier: UpperTier, id: string, asked: Asked) =>
  queryOptions({
    queryKey: ['assessment', id, 'entries', asked],
    queryFn: () =>
      got(
        api.GET(courseDoors[tier].entries, {
          params: { path: { id }, query: { ...asked, pageSize: ENTRIES_AT_ONCE } },
        }),
      ),
  });

export const selfScoresQuery = (tier: LowerTier) =>
  queryOptions({
    queryKey: ['self-scores'],
    queryFn: () => got(api.GET(selfDoors[tier].list, { params: { query: { pageSize: 200 } } })),
  });

export const selfScoreQuery = (tier: LowerTier, assessmentId: string) =>
  queryOptions({
    queryKey: ['self-scores', assessmentId],
    queryFn: () => got(api.GET(selfDoors[tier].one, { params: { path: { assessmentId } } })),
  });
