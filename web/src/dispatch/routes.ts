/** The addresses of what goes out (外发): the log, the robots, the words. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside, text } from '../inside';

export interface LogSearch {
  result?: string;
  channel?: string;
  taskId?: string;
  /** The message that is looked at. */
  message?: string;
}

const log = createRoute({
  getParentRoute: () => inside,
  path: '/dispatches',
  validateSearch: (search): LogSearch => ({
    result: text(search.result),
    channel: text(search.channel),
    taskId: text(search.taskId),
    message: text(search.message),
  }),
  component: lazyRouteComponent(() => import('./log'), 'DispatchLog'),
});

const robots = createRoute({
  getParentRoute: () => inside,
  path: '/robots',
  component: lazyRouteComponent(() => import('./robots'), 'Robots'),
});

const templates = createRoute({
  getParentRoute: () => inside,
  path: '/message-templates',
  validateSearch: (search): { key?: string } => ({ key: text(search.key) }),
  component: lazyRouteComponent(() => import('./templates'), 'MessageTemplates'),
});

export const dispatchRoutes = [log, robots, templates] as const;
