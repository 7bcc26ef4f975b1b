/** How many messages are unread. */
import { queryOptions } from '@tanstack/react-query';
import { api, got } from '../api/client';

export const messagesKey = ['messages'];

export const unreadQuery = queryOptions({
  queryKey: [...messagesKey, 'unread'],
  queryFn: () => got(api.GET('/api/v1/me/messages/unread-count')),
  refetchInterval: 60_000,
  refetchOnWindowFocus: true,
  staleTime: 10_000,
});
