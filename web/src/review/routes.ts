/** The address of the queue: which report lies open, and whether what is odd comes first or alone. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside, number, text } from '../inside';

export interface ReviewSearch {
  report?: string;
  odd?: 'first' | 'only';
  page?: number;
}

export const reviewRoute = createRoute({
  getParentRoute: () => inside,
  path: '/review',
  validateSearch: (search): ReviewSearch => ({
    report: text(search.report),
    odd: search.odd === 'first' || search.odd === 'only' ? search.odd : undefined,
    page: number(search.page),
  }),
  component: lazyRouteComponent(() => import('./review'), 'Review'),
});
