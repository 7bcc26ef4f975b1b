/** The address of the annual report. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside, number, text } from '../inside';

export interface AnnualSearch {
  year?: number;
  /** Code of the figure that is looked at. */
  figure?: string;
}

export const annualReportRoute = createRoute({
  getParentRoute: () => inside,
  path: '/annual-report',
  validateSearch: (search): AnnualSearch => ({ year: number(search.year), figure: text(search.figure) }),
  component: lazyRouteComponent(() => import('./annual-report'), 'AnnualReport'),
});
