/** The addresses of the burden meter and of the leader's desk. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside, number, text } from '../inside';

export interface BurdenSearch {
  unionId?: string;
  month?: string;
  tier?: 'subdistrict' | 'community';
  page?: number;
}

const burden = createRoute({
  getParentRoute: () => inside,
  path: '/burden',
  validateSearch: (search): BurdenSearch => ({
    unionId: text(search.unionId),
    month: text(search.month),
    tier: search.tier === 'subdistrict' || search.tier === 'community' ? search.tier : undefined,
    page: number(search.page),
  }),
  component: lazyRouteComponent(() => import('./burden'), 'Burden'),
});

const today = createRoute({
  getParentRoute: () => inside,
  path: '/today',
  component: lazyRouteComponent(() => import('./today'), 'Today'),
});

export const burdenRoutes = [burden, today] as const;
