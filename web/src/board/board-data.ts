/** What the board reads: unions × tasks, and the ranks of a week ago beside today's. */
import { queryOptions } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { type Schemas, api, got } from '../api/client';

export type Rows = 'subdistrict' | 'community';
export type Matrix = Schemas['MatrixView'];
export type Cell = Schemas['MatrixCell'];
export const measures = ['completion', 'punctuality', 'score'] as const;
export type Measure = (typeof measures)[number];

/** Ranks are held against those of so many days ago. */
export const AGO_DAYS = 7;

export const matrixQuery = (query: { unionId?: string; year: number; tier?: Rows }) =>
  queryOptions({
    queryKey: ['board', 'matrix', query],
    queryFn: () => got(api.GET('/api/v1/platform/boards/matrix', { params: { query } })),
  });

export const standingsQuery = (of: { tier: Rows; parentId?: string; year: number; by: Measure }) => {
  const since = dayjs().subtract(AGO_DAYS, 'day').format('YYYY-MM-DD');
  const query = { ...of, since, page: 1, pageSize: 200 };
  return queryOptions({
    queryKey: ['standings', query],
    queryFn: () => got(api.GET('/api/v1/platform/standings', { params: { query } })),
  });
};
