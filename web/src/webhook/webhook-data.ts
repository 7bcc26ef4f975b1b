/** Endpoints and their deliveries, as they are read. */
import { infiniteQueryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Schemas, api, got } from '../api/client';
import { eventWords } from './event-words';
import type { WebhookSearch } from './routes';

export type Endpoint = Schemas['WebhookEndpointView'];
export type Delivery = Schemas['WebhookDeliveryView'];
export const states = ['waiting', 'delivered', 'skipped', 'failed'] as const;
export const webhooksKey = ['webhooks'];
const PAGE = 50;
const SOON_MS = 5_000;

export function useReadWebhooksAgain(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: webhooksKey });
}

export const endpointsQuery = {
  queryKey: [...webhooksKey, 'endpoints'],
  queryFn: () => got(api.GET('/api/v1/webhook-endpoints')),
  refetchInterval: SOON_MS,
};

export const eventsQuery = {
  queryKey: ['webhook-events'],
  queryFn: () => got(api.GET('/api/v1/webhook-events')),
  staleTime: Number.POSITIVE_INFINITY,
};

export const deliveriesQuery = (id: string, asked: WebhookSearch) => {
  const { type, fromNumber, toNumber } = asked;
  const state = states.find((each) => each === asked.state);
  return infiniteQueryOptions({
    queryKey: [...webhooksKey, 'log', id, state, type, fromNumber, toNumber],
    queryFn: ({ pageParam }) =>
      got(
        api.GET('/api/v1/webhook-endpoints/{id}/deliveries', {
          params: {
            path: { id },
            query: {
              limit: PAGE,
              ...{ state, type, fromNumber, toNumber },
              ...(pageParam === '' ? {} : { after: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchInterval: SOON_MS,
  });
};

/** What an event is called. */
export function useEventWords(): (type: string) => string {
  const { i18n, t } = useTranslation();
  const language = i18n.language.startsWith('zh') ? 'zh' : 'en';
  const events = useQuery(eventsQuery);
  return (type) => eventWords(type, { listed: events.data?.items ?? [], language, test: t('webhook.test') });
}
