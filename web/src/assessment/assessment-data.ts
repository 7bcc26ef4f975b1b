/** What the assessment pages read. */
import { queryOptions } from '@tanstack/react-query';
import { type Schemas, api, got } from '../api/client';
import type { LowerTier, UpperTier } from '../api/doors';
import { resultDoors, scoringDoors } from './doors';

const PAGE = 200;
const path = (id: string) => ({ params: { path: { id } } });

interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
}

/** All pages of a list that a person looks at as a whole. */
async function whole<T>(read: (page: number) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = [];
  for (let page = 1; ; page++) {
    const { items, total } = await read(page);
    all.push(...items);
    if (all.length >= total || items.length === 0) return all;
  }
}

export const schemesQuery = (tier: UpperTier) =>
  queryOptions({
    queryKey: ['schemes', tier],
    queryFn: () =>
      whole<Schemas['SchemeView']>((page) =>
        got(api.GET(scoringDoors[tier].schemes, { params: { query: { page, pageSize: PAGE } } })),
      ),
  });

export const schemeQuery = (tier: UpperTier, id: string) =>
  queryOptions({ queryKey: ['schemes', tier, id], queryFn: () => got(api.GET(scoringDoors[tier].scheme, path(id))) });

export const assessmentsQuery = (tier: UpperTier, ownerId?: string) =>
  queryOptions({
    queryKey: ['assessments', ownerId ?? 'mine'],
    queryFn: () =>
      whole<Schemas['AssessmentView']>((page) =>
        got(api.GET(scoringDoors[tier].assessments, { params: { query: { page, pageSize: PAGE, ownerId } } })),
      ),
  });

export const assessmentQuery = (tier: UpperTier, id: string) =>
  queryOptions({
    queryKey: ['assessment', id],
    queryFn: () => got(api.GET(scoringDoors[tier].assessment, path(id))),
  });

export const sheetsQuery = (tier: UpperTier, id: string) =>
  queryOptions({
    queryKey: ['assessment', id, 'sheets'],
    queryFn: () =>
      whole<Schemas['ScoreSheetSummary']>((page) =>
        got(api.GET(scoringDoors[tier].sheets, { params: { path: { id }, query: { page, pageSize: PAGE } } })),
      ),
  });

export const sheetQuery = (tier: UpperTier, id: string, unionId: string) =>
  queryOptions({
    queryKey: ['assessment', id, 'sheet', unionId],
    queryFn: () => got(api.GET(scoringDoors[tier].sheet, { params: { path: { id, unionId } } })),
  });

/** Each carries everything it rests on. */
export const RESULTS_AT_ONCE = 5;

export const resultsQuery = (tier: LowerTier, page: number, year?: number) =>
  queryOptions({
    queryKey: ['results', page, year],
    queryFn: () => got(api.GET(resultDoors[tier], { params: { query: { year, page, pageSize: RESULTS_AT_ONCE } } })),
  });
