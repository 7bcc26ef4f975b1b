/** What the task pages read. */
import { queryOptions } from '@tanstack/react-query';
import { api, got } from '../api/client';
import { isUpper, readDoors, upperDoors } from '../api/doors';
import type { Tier } from '../api/me';

const path = (id: string) => ({ params: { path: { id } } });

export const taskQuery = (tier: Tier, id: string) =>
  queryOptions({ queryKey: ['task', id], queryFn: () => got(api.GET(readDoors[tier].task, path(id))) });

export const reportsQuery = (tier: Tier, id: string) =>
  queryOptions({
    queryKey: ['task', id, 'reports'],
    queryFn: () =>
      got(api.GET(readDoors[tier].taskReports, { params: { path: { id }, query: { page: 1, pageSize: 50 } } })),
  });

export const reportQuery = (tier: Tier, id: string) =>
  queryOptions({ queryKey: ['report', id], queryFn: () => got(api.GET(readDoors[tier].report, path(id))) });

export const sharesQuery = (tier: Tier, id: string) =>
  queryOptions({
    queryKey: ['task', id, 'shares'],
    enabled: isUpper(tier),
    queryFn: () => {
      if (!isUpper(tier)) throw new Error('A community has nobody below.');
      return got(api.GET(upperDoors[tier].shares, path(id)));
    },
  });

/** The own union's tasks as the board shows them, without what lies below. */
export const rowsQuery = (year: number) =>
  queryOptions({
    queryKey: ['board', year, 'rows'],
    queryFn: () => got(api.GET('/api/v1/platform/boards/tasks', { params: { query: { year, below: false } } })),
  });

/** One task within reach as the board shows it, with what lies directly below it. */
export const boardTaskQuery = (id: string) =>
  queryOptions({
    queryKey: ['board', 'task', id],
    queryFn: () => got(api.GET('/api/v1/platform/boards/tasks/{id}', path(id))),
  });

export const boardQuery = (year: number, unionId?: string) =>
  queryOptions({
    queryKey: ['board', year, unionId ?? 'mine'],
    queryFn: () => got(api.GET('/api/v1/platform/boards/tasks', { params: { query: { year, unionId } } })),
  });
