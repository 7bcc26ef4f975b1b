/** The log of what went out, as it is read, page after page. */
import { infiniteQueryOptions } from '@tanstack/react-query';
import { type Schemas, api, got } from '../api/client';
import type { LogSearch } from './routes';

export type Message = Schemas['DispatchView'];
export const statuses = ['waiting', 'failed', 'sent', 'given_up', 'withdrawn'] as const;
export const channels = ['email', 'robot'] as const;
export const logKey = ['dispatches'];
export const SOON_MS = 2_000;
const PAGE = 100;

const known = <T extends string>(values: readonly T[], value: string | undefined): T | undefined =>
  values.find((each) => each === value);

export const logQuery = ({ result, channel, taskId }: LogSearch) => {
  const sought = { status: known(statuses, result), channel: known(channels, channel), taskId };
  return infiniteQueryOptions({
    queryKey: [...logKey, sought],
    queryFn: ({ pageParam }) =>
      got(
        api.GET('/api/v1/dispatches', {
          params: { query: { ...sought, limit: PAGE, ...(pageParam === '' ? {} : { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    // what waits is gone in a moment
    refetchInterval: ({ state }) =>
      state.data?.pages[0]?.items.some(({ status: stands }) => stands === 'waiting') === true ? SOON_MS : 30_000,
  });
};
