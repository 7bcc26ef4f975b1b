/** The addresses of webhooks (接口推送): endpoints with their log, and the hosts that may be called. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside, number, text } from '../inside';

export interface WebhookSearch {
  /** The endpoint whose log is looked at. */
  endpoint?: string | undefined;
  state?: string | undefined;
  type?: string | undefined;
  fromNumber?: number | undefined;
  toNumber?: number | undefined;
  /** The delivery that is looked at. */
  delivery?: string | undefined;
}

const webhooks = createRoute({
  getParentRoute: () => inside,
  path: '/webhooks',
  validateSearch: (search): WebhookSearch => ({
    endpoint: text(search.endpoint),
    state: text(search.state),
    type: text(search.type),
    fromNumber: number(search.fromNumber),
    toNumber: number(search.toNumber),
    delivery: text(search.delivery),
  }),
  component: lazyRouteComponent(() => import('./webhooks'), 'Webhooks'),
});

const hosts = createRoute({
  getParentRoute: () => inside,
  path: '/webhook-hosts',
  component: lazyRouteComponent(() => import('./hosts'), 'WebhookHosts'),
});

export const webhookRoutes = [webhooks, hosts] as const;
