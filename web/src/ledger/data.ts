/** What the pages of ledgers read. */
import { queryOptions } from '@tanstack/react-query';
import { type Schemas, api, got } from '../api/client';

export type Field = Schemas['LedgerFieldDto'];
export type Definition = Schemas['LedgerDefinitionDto'];
export type Entry = Schemas['LedgerEntryDetail'];
export type Values = Readonly<Record<string, unknown>>;

export const SIZE = 50;
export const ledgerKey = ['ledgers'] as const;

export const statuses = ['draft', 'submitted', 'returned', 'accepted', 'corrected', 'withdrawn'] as const;

export interface EntrySearch {
  /** Of the entries. */
  readonly state?: string | undefined;
  readonly unionId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** The field that is filtered by, what it says or begins with, and up to where. */
  readonly field?: string | undefined;
  readonly value?: string | undefined;
  readonly upTo?: string | undefined;
  /** By which field, with - before it from the top. */
  readonly order?: string | undefined;
  readonly page?: number | undefined;
}

export const ledgersQuery = queryOptions({
  queryKey: [...ledgerKey, 'all'],
  queryFn: () => got(api.GET('/api/v1/ledgers')),
});

export const formQuery = (id: string) =>
  queryOptions({
    queryKey: [...ledgerKey, 'form', id],
    queryFn: () => got(api.GET('/api/v1/ledgers/{id}', { params: { path: { id } } })),
  });

/** How the API is asked: the same for the list and the file. */
export function asked(fields: readonly Field[], search: EntrySearch) {
  const { unionId, from, to, field, value, upTo } = search;
  const status = statuses.find((each) => each === search.state);
  const by = fields.find(({ key }) => key === field);
  const filter = by === undefined ? undefined : filterOf(by, value, upTo);
  return {
    unionId,
    from,
    to,
    ...(status === undefined ? {} : { status: [status] }),
    ...(by === undefined || filter === undefined ? {} : { filters: JSON.stringify({ [by.key]: filter }) }),
  };
}

export const isRange = ({ kind }: Field): boolean => ['whole', 'decimal', 'money', 'day'].includes(kind);

function filterOf(field: Field, value?: string, upTo?: string): unknown {
  if (value === undefined && upTo === undefined) return undefined;
  if (isRange(field))
    return { ...(value === undefined ? {} : { from: value }), ...(upTo === undefined ? {} : { to: upTo }) };
  return field.kind === 'choice' || field.kind === 'union' ? [value] : { begins: value };
}

export const entriesQuery = (id: string, fields: readonly Field[], search: EntrySearch) => {
  const { order: sort, page = 1 } = search;
  const query = { ...asked(fields, search), sort, page, pageSize: SIZE };
  return queryOptions({
    queryKey: [...ledgerKey, 'entries', id, query],
    queryFn: () =>
      got(
        api.GET('/api/v1/ledgers/{id}/entries', {
          params: { path: { id }, query },
          querySerializer: { array: { style: 'form', explode: false } },
        }),
      ),
  });
};

export const entryQuery = (id: string) =>
  queryOptions({
    queryKey: [...ledgerKey, 'entry', id],
    queryFn: () => got(api.GET('/api/v1/ledger-entries/{id}', { params: { path: { id } } })),
  });

export const typesQuery = queryOptions({
  queryKey: [...ledgerKey, 'types'],
  queryFn: () => got(api.GET('/api/v1/district/ledger-types')),
});

export const typeQuery = (id: string) =>
  queryOptions({
    queryKey: [...ledgerKey, 'type', id],
    queryFn: () => got(api.GET('/api/v1/district/ledger-types/{id}', { params: { path: { id } } })),
  });

export const templatesQuery = queryOptions({
  queryKey: [...ledgerKey, 'templates'],
  queryFn: () => got(api.GET('/api/v1/district/ledger-templates')),
});
