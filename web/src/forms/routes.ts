/** The addresses of statistical forms. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside, number, text } from '../inside';
import { type PeriodSearch, standings } from './form-search';

const forms = createRoute({
  getParentRoute: () => inside,
  path: '/forms',
  component: lazyRouteComponent(() => import('./form-list'), 'FormList'),
});

const period = createRoute({
  getParentRoute: () => inside,
  path: '/forms/$id/$period',
  validateSearch: (search): PeriodSearch => ({
    unionId: text(search.unionId),
    standing: standings.find((each) => each === search.standing),
    look: text(search.look),
    page: number(search.page),
  }),
  component: lazyRouteComponent(() => import('./period-page'), 'PeriodPage'),
});

const newForm = createRoute({
  getParentRoute: () => inside,
  path: '/forms/new',
  component: lazyRouteComponent(() => import('./form-new'), 'FormNew'),
});

const definition = createRoute({
  getParentRoute: () => inside,
  path: '/forms/$id/definition',
  component: lazyRouteComponent(() => import('./definition-page'), 'DefinitionPage'),
});

export const formRoutes = [forms, newForm, definition, period] as const;
