/** The addresses of cases (诉求件). */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside, number, text } from '../inside';

export interface CaseSearch {
  state?: string | undefined;
  kind?: string | undefined;
  open?: boolean | undefined;
  overdue?: boolean | undefined;
  marked?: boolean | undefined;
  q?: string | undefined;
  page?: number | undefined;
}

const cases = createRoute({
  getParentRoute: () => inside,
  path: '/cases',
  validateSearch: (search): CaseSearch => ({
    state: text(search.state),
    kind: text(search.kind),
    open: search.open === true || undefined,
    overdue: search.overdue === true || undefined,
    marked: search.marked === true || undefined,
    q: text(search.q),
    page: number(search.page),
  }),
  component: lazyRouteComponent(() => import('./case-list'), 'CaseList'),
});

const one = createRoute({
  getParentRoute: () => inside,
  path: '/cases/$id',
  component: lazyRouteComponent(() => import('./case-page'), 'CasePage'),
});

const sources = createRoute({
  getParentRoute: () => inside,
  path: '/case-sources',
  component: lazyRouteComponent(() => import('./sources'), 'CaseSources'),
});

export const matterRoutes = [cases, one, sources] as const;
