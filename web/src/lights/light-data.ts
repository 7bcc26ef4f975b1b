/** Lights and their rule as they are read and set. */
import { queryOptions } from '@tanstack/react-query';
import { type Schemas, api, got } from '../api/client';

export type Rule = Schemas['LightRuleView'];

export const taskLightQuery = (id: string) =>
  queryOptions({
    queryKey: ['task', id, 'light'],
    queryFn: () => got(api.GET('/api/v1/tasks/{id}/light', { params: { path: { id } } })),
  });

export interface LightSearch {
  readonly light?: 'red' | 'yellow';
  readonly year: number;
  readonly page?: number;
}

export const SIZE = 50;

export const lightsQuery = ({ light, year, page = 1 }: LightSearch) =>
  queryOptions({
    queryKey: ['lights', year, light ?? 'all', page],
    queryFn: () => got(api.GET('/api/v1/lights', { params: { query: { light, year, page, pageSize: SIZE } } })),
    placeholderData: (before) => before,
  });

export const ruleQuery = queryOptions({
  queryKey: ['light-rule'],
  queryFn: () => got(api.GET('/api/v1/light-rule')),
});

export const versionsQuery = queryOptions({
  queryKey: ['light-rule', 'versions'],
  queryFn: () => got(api.GET('/api/v1/light-rule/versions')),
});

/** Upon the version it was typed upon. */
export const setRule = (version: number, body: Schemas['LightRuleDto']) =>
  got(api.PUT('/api/v1/district/light-rule', { params: { header: { 'If-Match': `"${version}"` } }, body }));
