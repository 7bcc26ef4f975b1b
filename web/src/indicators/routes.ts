/** The addresses of indicators and targets. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside, number, text } from '../inside';
import { type PeriodKind, asPeriod, kinds } from './period';

export interface IndicatorSearch {
  period?: string;
  unionId?: string;
}

export interface ListSearch extends IndicatorSearch {
  programme?: string;
  words?: string;
}

export interface PageSearch extends IndicatorSearch {
  /** The periods its course is shown in. */
  by?: PeriodKind;
}

export interface TargetSearch extends IndicatorSearch {
  page?: number;
  /** Those given up among them. */
  withdrawn?: boolean;
}

const list = createRoute({
  getParentRoute: () => inside,
  path: '/indicators',
  validateSearch: (search): ListSearch => ({
    period: asPeriod(search.period),
    unionId: text(search.unionId),
    programme: text(search.programme),
    words: text(search.words),
  }),
  component: lazyRouteComponent(() => import('./indicator-list'), 'IndicatorList'),
});

const page = createRoute({
  getParentRoute: () => inside,
  path: '/indicators/$id',
  validateSearch: (search): PageSearch => ({
    period: asPeriod(search.period),
    unionId: text(search.unionId),
    by: kinds.find((kind) => kind === search.by),
  }),
  component: lazyRouteComponent(() => import('./indicator-page'), 'IndicatorPage'),
});

const fresh = createRoute({
  getParentRoute: () => inside,
  path: '/indicators/new',
  validateSearch: (search): { template?: string | undefined } => ({ template: text(search.template) }),
  component: lazyRouteComponent(() => import('./indicator-new'), 'IndicatorNew'),
});

const edit = createRoute({
  getParentRoute: () => inside,
  path: '/indicators/$id/edit',
  component: lazyRouteComponent(() => import('./indicator-edit'), 'IndicatorEdit'),
});

const definitions = createRoute({
  getParentRoute: () => inside,
  path: '/indicator-definitions',
  validateSearch: (search): { page?: number | undefined } => ({ page: number(search.page) }),
  component: lazyRouteComponent(() => import('./definition-list'), 'DefinitionList'),
});

const closures = createRoute({
  getParentRoute: () => inside,
  path: '/indicator-closures',
  component: lazyRouteComponent(() => import('./closures'), 'Closures'),
});

const targets = createRoute({
  getParentRoute: () => inside,
  path: '/targets',
  validateSearch: (search): TargetSearch => ({
    period: asPeriod(search.period),
    unionId: text(search.unionId),
    page: number(search.page),
    withdrawn: search.withdrawn === true ? true : undefined,
  }),
  component: lazyRouteComponent(() => import('./target-list'), 'TargetList'),
});

const newTarget = createRoute({
  getParentRoute: () => inside,
  path: '/targets/new',
  validateSearch: (search): IndicatorSearch & { indicatorId?: string } => ({
    indicatorId: text(search.indicatorId),
    period: asPeriod(search.period),
    unionId: text(search.unionId),
  }),
  component: lazyRouteComponent(() => import('../targets/target-new'), 'TargetNew'),
});

const target = createRoute({
  getParentRoute: () => inside,
  path: '/targets/$id',
  component: lazyRouteComponent(() => import('../targets/target-page'), 'TargetPage'),
});

const changeTarget = createRoute({
  getParentRoute: () => inside,
  path: '/targets/$id/change',
  component: lazyRouteComponent(() => import('../targets/target-change'), 'TargetChange'),
});

const indicators = [list, page, fresh, edit, definitions, closures] as const;
export const indicatorRoutes = [...indicators, targets, newTarget, target, changeTarget] as const;
