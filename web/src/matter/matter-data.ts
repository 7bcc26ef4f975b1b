/** Cases and where they come from, as they are read. */
import { queryOptions } from '@tanstack/react-query';
import { type Schemas, api, got } from '../api/client';
import { supervisionKey } from '../supervision/data';
import type { CaseSearch } from './routes';

export type CaseRow = Schemas['CaseView'];
export type CaseOne = Schemas['CaseDetail'];
export type CaseSourceOne = Schemas['CaseSourceView'];

export const SIZE = 50;
export const statuses = ['received', 'assigned', 'answered', 'returned', 'closed'] as const;
export const kinds = [
  'wages',
  'insurance',
  'contract',
  'injury',
  'hours',
  'safety',
  'women',
  'aid',
  'organizing',
  'other',
] as const;

/** Below that of supervision, whose deeds these are made with. */
const key = [...supervisionKey, 'cases'];
export const sourcesKey = ['case-sources'];

export const casesQuery = ({ state, kind, open, overdue, marked, q, page = 1 }: CaseSearch) => {
  const query = {
    ...{ open, overdue, marked, q, page, pageSize: SIZE },
    status: statuses.find((each) => each === state),
    kind: kinds.find((each) => each === kind),
  };
  return queryOptions({
    queryKey: [...key, 'list', query],
    queryFn: () => got(api.GET('/api/v1/cases', { params: { query } })),
  });
};

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: [...key, 'one', id],
    queryFn: () => got(api.GET('/api/v1/cases/{id}', { params: { path: { id } } })),
  });

export const sourcesQuery = queryOptions({
  queryKey: sourcesKey,
  queryFn: () => got(api.GET('/api/v1/case-sources')),
});
