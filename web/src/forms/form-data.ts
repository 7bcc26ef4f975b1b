/** What the pages of statistical forms read. */
import { queryOptions } from '@tanstack/react-query';
import { type Schemas, api, got } from '../api/client';
import type { PeriodSearch } from './form-search';

export type FormReturn = Schemas['FormReturnDetail'];
export type Definition = Schemas['FormDefinitionDto'];
export type Cell = Schemas['FormCellDto'];
export type Period = Schemas['FormPeriodDetail'];

export const SIZE = 50;
export const formKey = ['forms'] as const;

export const formsQuery = queryOptions({
  queryKey: [...formKey, 'all'],
  queryFn: () => got(api.GET('/api/v1/forms')),
});

export const formQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: [...formKey, 'version', id, version],
    queryFn: () =>
      got(api.GET('/api/v1/forms/{id}/versions/{version}', { params: { path: { id, version: String(version) } } })),
  });

/** As it was published last. */
export const definitionQuery = (id: string) =>
  queryOptions({
    queryKey: [...formKey, 'definition', id],
    queryFn: () => got(api.GET('/api/v1/district/forms/{id}', { params: { path: { id } } })),
  });

/** With those no longer in use. */
export const definitionsQuery = queryOptions({
  queryKey: [...formKey, 'definitions'],
  queryFn: () => got(api.GET('/api/v1/district/forms', { params: { query: { retired: true } } })),
});

export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: [...formKey, 'versions', id],
    queryFn: () =>
      got(api.GET('/api/v1/district/forms/{id}/versions', { params: { path: { id }, query: { pageSize: SIZE } } })),
  });

export const periodsQuery = (id: string, pageSize: number) =>
  queryOptions({
    queryKey: [...formKey, 'periods', id, pageSize],
    queryFn: () => got(api.GET('/api/v1/forms/{id}/periods', { params: { path: { id }, query: { pageSize } } })),
  });

export const periodQuery = (id: string, period: string) =>
  queryOptions({
    queryKey: [...formKey, 'period', id, period],
    queryFn: () => got(api.GET('/api/v1/forms/{id}/periods/{period}', { params: { path: { id, period } } })),
  });

export const countsQuery = (id: string, period: string, unionId?: string) =>
  queryOptions({
    queryKey: [...formKey, 'counts', id, period, unionId],
    queryFn: () =>
      got(
        api.GET('/api/v1/forms/{id}/periods/{period}/counts', { params: { path: { id, period }, query: { unionId } } }),
      ),
  });

export const totalsQuery = (id: string, period: string, unionId?: string) =>
  queryOptions({
    queryKey: [...formKey, 'totals', id, period, unionId],
    queryFn: () =>
      got(
        api.GET('/api/v1/forms/{id}/periods/{period}/totals', { params: { path: { id, period }, query: { unionId } } }),
      ),
  });

export const unionsQuery = (id: string, period: string, { unionId, standing, page = 1 }: PeriodSearch) =>
  queryOptions({
    queryKey: [...formKey, 'unions', id, period, unionId, standing, page],
    queryFn: () =>
      got(
        api.GET('/api/v1/forms/{id}/periods/{period}/unions', {
          params: {
            path: { id, period },
            query: { unionId, page, pageSize: SIZE, ...(standing === undefined ? {} : { standing: [standing] }) },
          },
        }),
      ),
  });

export const returnQuery = (id: string) =>
  queryOptions({
    queryKey: [...formKey, 'return', id],
    queryFn: () => got(api.GET('/api/v1/form-returns/{id}', { params: { path: { id } } })),
  });

export const submissionsQuery = (id: string) =>
  queryOptions({
    queryKey: [...formKey, 'submissions', id],
    queryFn: () => got(api.GET('/api/v1/form-returns/{id}/submissions', { params: { path: { id } } })),
  });

/** Exceptions for the own union and those below it. */
export const exceptionsQuery = (formId: string, period: string) =>
  queryOptions({
    queryKey: [...formKey, 'exceptions', formId, period],
    queryFn: () => got(api.GET('/api/v1/form-exceptions', { params: { query: { formId, period, pageSize: SIZE } } })),
  });
