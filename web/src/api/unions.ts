/** The unions of the district, for names and for those directly below one's own. */
import { queryOptions } from '@tanstack/react-query';
import { type Schemas, api, got } from './client';

const PAGE = 200;

export const unionsQuery = queryOptions({
  queryKey: ['unions'],
  queryFn: async (): Promise<Schemas['UnionView'][]> => {
    const all: Schemas['UnionView'][] = [];
    for (let page = 1; ; page++) {
      const { items, total } = await got(api.GET('/api/v1/unions', { params: { query: { page, pageSize: PAGE } } }));
      all.push(...items);
      if (all.length >= total || items.length === 0) return all;
    }
  },
  staleTime: 10 * 60_000,
});
