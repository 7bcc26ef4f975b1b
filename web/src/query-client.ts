/** What was read from the API; an ended session leads back to the sign-in page from wherever one is. */
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { Problem } from './api/client';
import { meQuery } from './api/me';

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError(error) {
      if (error instanceof Problem && error.status === 401) queryClient.setQueryData(meQuery.queryKey, null);
    },
  }),
  defaultOptions: {
    queries: {
      retry: (times, error) => !(error instanceof Problem && error.status < 500) && times < 2,
    },
  },
});
