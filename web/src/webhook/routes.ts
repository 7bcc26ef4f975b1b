/** The addresses of webhooks (接口推送): endpoints with their log, and the hosts that may be called. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside, text } from '../inside';

export interface WebhookSearch {
  /** The endpoint whose log is looked at. */
  endpoint?: string;
  state?: string;
  /** The delivery that is looked at. */
  delivery?: string;
}

const webhooks = createRoute({
  getParentRoute: () => inside,
  path: '/webhooks',
  validateSearch: (search): WebhookSearch => ({
    endpoint: text(search.endpoint),
    state: text(search.state),
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
