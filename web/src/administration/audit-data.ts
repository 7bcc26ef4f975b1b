/** The audit trail as it is read, page after page, and its deeds in words. */
import { infiniteQueryOptions } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { isKnown } from './deeds';
import type { AuditSearch } from './routes';

export type Entry = Schemas['AuditView'];
const PAGE = 200;

export const trailQuery = ({ deed, account, from, to, subjectId }: AuditSearch) => {
  const sought = { deed, account, from, to, subjectId };
  return infiniteQueryOptions({
    queryKey: ['audit', sought],
    queryFn: ({ pageParam }) =>
      got(api.GET('/api/v1/audit-entries', { params: { query: { ...sought, page: pageParam, pageSize: PAGE } } })),
    initialPageParam: 1,
    getNextPageParam: ({ page, total }) => (page * PAGE < total ? page + 1 : undefined),
  });
};

/** A deed nobody has words for yet keeps its code. */
export function useDeedWords(): (deed: string) => string {
  const { t } = useTranslation();
  return (deed) => (isKnown(deed) ? t(`administration.deed.${deed}`) : deed);
}
