/** The addresses of messages and ladders. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside, text } from '../inside';

const messages = createRoute({
  getParentRoute: () => inside,
  path: '/messages',
  validateSearch: (search): { unread?: boolean } => ({ unread: search.unread === true || undefined }),
  component: lazyRouteComponent(() => import('./messages'), 'Messages'),
});

const ladders = createRoute({
  getParentRoute: () => inside,
  path: '/ladders',
  validateSearch: (search): { kind?: 'review'; taskId?: string } => ({
    kind: search.kind === 'review' ? 'review' : undefined,
    taskId: text(search.taskId),
  }),
  component: lazyRouteComponent(() => import('./ladders'), 'Ladders'),
});

export const chasingRoutes = [messages, ladders] as const;
