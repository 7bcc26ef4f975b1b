/** The addresses of programs and their keys (接口密钥). */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside, text } from '../inside';

const list = createRoute({
  getParentRoute: () => inside,
  path: '/applications',
  validateSearch: (search): { q?: string } => ({ q: text(search.q) }),
  component: lazyRouteComponent(() => import('./application-list'), 'ApplicationList'),
});

const one = createRoute({
  getParentRoute: () => inside,
  path: '/applications/$id',
  component: lazyRouteComponent(() => import('./application-page'), 'ApplicationPage'),
});

const register = createRoute({
  getParentRoute: () => inside,
  path: '/new-application',
  component: lazyRouteComponent(() => import('./new-application'), 'NewApplication'),
});

export const keyRoutes = [list, one, register] as const;
