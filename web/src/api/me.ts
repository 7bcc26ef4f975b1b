/** Who is signed in, and what his role may do: the API says it, the console only asks. */
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { type Schemas, Problem, api, got } from './client';

export type Me = Schemas['MeView'];
export type Tier = 'district' | 'subdistrict' | 'community';

const KNOWN = 'sanji.signedIn';

/** Whether this computer has a session to ask about: the first visit asks nothing that would be refused. */
export function remember(signedIn: boolean): void {
  if (signedIn) localStorage.setItem(KNOWN, 'yes');
  else localStorage.removeItem(KNOWN);
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async (): Promise<Me | null> => {
    if (localStorage.getItem(KNOWN) === null) return null;
    try {
      return await got(api.GET('/api/v1/me'));
    } catch (error) {
      if (error instanceof Problem && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
});

export function useMe(): Me {
  const { data } = useSuspenseQuery(meQuery);
  if (data === null) throw new Problem(401, 'unauthenticated', '');
  return data;
}

export function useTier(): Tier {
  return useMe().union.tier;
}

export function useMay(): (right: string) => boolean {
  const { rights } = useMe();
  return (right) => rights.includes(right);
}
