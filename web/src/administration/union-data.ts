/** Unions as administration reads them: the tree of a day, one as it stands now, and their names. */
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Schemas, api, got } from '../api/client';
import { unionsQuery } from '../api/unions';

export type Union = Schemas['UnionView'];
const PAGE = 200;

export const treeQuery = (asOf: string | undefined) =>
  queryOptions({
    queryKey: [...unionsQuery.queryKey, asOf ?? 'today'],
    queryFn: async (): Promise<Union[]> => {
      const all: Union[] = [];
      for (let page = 1; ; page++) {
        const query = { page, pageSize: PAGE, asOf };
        const { items, total } = await got(api.GET('/api/v1/unions', { params: { query } }));
        all.push(...items);
        if (all.length >= total || items.length === 0) return all;
      }
    },
  });

export const unionQuery = (id: string) =>
  queryOptions({
    queryKey: ['union', id],
    queryFn: () => got(api.GET('/api/v1/unions/{id}', { params: { path: { id } } })),
  });

/** The name of a union that is open today. */
export function useUnionName(): (id: string) => string | undefined {
  const { data = [] } = useQuery(unionsQuery);
  const names = new Map(data.map(({ id, name }) => [id, name]));
  return (id) => names.get(id);
}

/** After a deed: every tree and every union is read again. */
export function useReadUnionsAgain(): () => Promise<unknown> {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: unionsQuery.queryKey }),
      client.invalidateQueries({ queryKey: ['union'] }),
    ]);
}
