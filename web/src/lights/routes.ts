/** The addresses of lights. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside, number } from '../inside';

const lights = createRoute({
  getParentRoute: () => inside,
  path: '/lights',
  validateSearch: (search): { light?: 'red' | 'yellow'; year?: number; page?: number } => ({
    light: search.light === 'red' || search.light === 'yellow' ? search.light : undefined,
    year: number(search.year),
    page: number(search.page),
  }),
  component: lazyRouteComponent(() => import('./lights'), 'Lights'),
});

const rule = createRoute({
  getParentRoute: () => inside,
  path: '/light-rule',
  component: lazyRouteComponent(() => import('./light-rule'), 'LightRule'),
});

export const lightRoutes = [lights, rule] as const;
