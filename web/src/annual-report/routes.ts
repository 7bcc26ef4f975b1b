/** The address of the annual report. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside, number, text } from '../inside';

export interface AnnualSearch {
  year?: number;
  /** Code of the figure that is looked at. */
  figure?: string;
}

/** The words around the figures, written with those of a year. */
const words = createRoute({
  getParentRoute: () => inside,
  path: '/annual-report/words',
  validateSearch: (search): { year?: number } => ({ year: number(search.year) }),
  component: lazyRouteComponent(() => import('./words'), 'Words'),
});

/** Every time a report was submitted, and what became of it. */
const submissions = createRoute({
  getParentRoute: () => inside,
  path: '/annual-report/submissions',
  validateSearch: (search): { year?: number; page?: number } => ({
    year: number(search.year),
    page: number(search.page),
  }),
  component: lazyRouteComponent(() => import('./submissions'), 'Submissions'),
});

const report = createRoute({
  getParentRoute: () => inside,
  path: '/annual-report',
  validateSearch: (search): AnnualSearch => ({ year: number(search.year), figure: text(search.figure) }),
  component: lazyRouteComponent(() => import('./annual-report'), 'AnnualReport'),
});

export const annualReportRoutes = [report, words, submissions] as const;
