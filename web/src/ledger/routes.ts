/** The addresses of ledgers. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside, number, text } from '../inside';
import type { EntrySearch } from './data';

const ledgers = createRoute({
  getParentRoute: () => inside,
  path: '/ledgers',
  component: lazyRouteComponent(() => import('./ledger-list'), 'LedgerList'),
});

const entries = createRoute({
  getParentRoute: () => inside,
  path: '/ledgers/$id',
  validateSearch: (search): EntrySearch => ({
    state: text(search.state),
    unionId: text(search.unionId),
    from: text(search.from),
    to: text(search.to),
    field: text(search.field),
    value: text(search.value),
    upTo: text(search.upTo),
    order: text(search.order),
    page: number(search.page),
  }),
  component: lazyRouteComponent(() => import('./entry-list'), 'EntryList'),
});

const intake = createRoute({
  getParentRoute: () => inside,
  path: '/ledgers/$id/import',
  validateSearch: (search): { intake?: string | undefined; page?: number | undefined } => ({
    intake: text(search.intake),
    page: number(search.page),
  }),
  component: lazyRouteComponent(() => import('./entry-intake'), 'EntryIntake'),
});

const newEntry = createRoute({
  getParentRoute: () => inside,
  path: '/ledgers/$id/new',
  component: lazyRouteComponent(() => import('./entry-new'), 'EntryNew'),
});

const entry = createRoute({
  getParentRoute: () => inside,
  path: '/ledger-entries/$id',
  component: lazyRouteComponent(() => import('./entry-page'), 'EntryPage'),
});

const types = createRoute({
  getParentRoute: () => inside,
  path: '/ledger-types',
  component: lazyRouteComponent(() => import('./type-list'), 'TypeList'),
});

const newType = createRoute({
  getParentRoute: () => inside,
  path: '/ledger-types/new',
  validateSearch: (search): { template?: string | undefined } => ({ template: text(search.template) }),
  component: lazyRouteComponent(() => import('./type-new'), 'TypeNew'),
});

const type = createRoute({
  getParentRoute: () => inside,
  path: '/ledger-types/$id',
  component: lazyRouteComponent(() => import('./type-page'), 'TypePage'),
});

export const ledgerRoutes = [ledgers, entries, intake, newEntry, entry, types, newType, type] as const;
