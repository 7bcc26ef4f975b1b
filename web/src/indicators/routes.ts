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

const targets = createRoute({
  getParentRoute: () => inside,
  path: '/targets',
  validateSearch: (search): TargetSearch => ({
    period: asPeriod(search.period),
    unionId: text(search.unionId),
    page: number(search.page),
  }),
  component: lazyRouteComponent(() => import('./target-list'), 'TargetList'),
});

export const indicatorRoutes = [list, page, targets] as const;
