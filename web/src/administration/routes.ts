/** The addresses of administration (系统管理); what is filtered stands in them. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside, text } from '../inside';

const unions = createRoute({
  getParentRoute: () => inside,
  path: '/unions',
  validateSearch: (search): { asOf?: string; union?: string } => ({
    asOf: text(search.asOf),
    union: text(search.union),
  }),
  component: lazyRouteComponent(() => import('./unions'), 'Unions'),
});

export interface OfficerSearch {
  q?: string;
  role?: string;
  active?: string;
  unionId?: string;
}

const officers = createRoute({
  getParentRoute: () => inside,
  path: '/officers',
  validateSearch: (search): OfficerSearch => ({
    q: text(search.q),
    role: text(search.role),
    active: text(search.active),
    unionId: text(search.unionId),
  }),
  component: lazyRouteComponent(() => import('./officers'), 'Officers'),
});

const officer = createRoute({
  getParentRoute: () => inside,
  path: '/officers/$id',
  component: lazyRouteComponent(() => import('./officer-page'), 'OfficerPage'),
});

const newOfficer = createRoute({
  getParentRoute: () => inside,
  path: '/new-officer',
  validateSearch: (search): { unionId?: string } => ({ unionId: text(search.unionId) }),
  component: lazyRouteComponent(() => import('./new-officer'), 'NewOfficer'),
});

const sessions = createRoute({
  getParentRoute: () => inside,
  path: '/sessions',
  validateSearch: (search): { unionId?: string } => ({ unionId: text(search.unionId) }),
  component: lazyRouteComponent(() => import('./sessions'), 'Sessions'),
});

export interface AuditSearch {
  deed?: string;
  account?: string;
  from?: string;
  to?: string;
  subjectId?: string;
  entry?: string;
}

const audit = createRoute({
  getParentRoute: () => inside,
  path: '/audit',
  validateSearch: (search): AuditSearch => ({
    deed: text(search.deed),
    account: text(search.account),
    from: text(search.from),
    to: text(search.to),
    subjectId: text(search.subjectId),
    entry: text(search.entry),
  }),
  component: lazyRouteComponent(() => import('./audit'), 'Audit'),
});

const calendar = createRoute({
  getParentRoute: () => inside,
  path: '/calendar',
  validateSearch: (search): { year?: number } => {
    const year = Number(search.year);
    return { year: Number.isInteger(year) && year >= 1949 && year <= 2200 ? year : undefined };
  },
  component: lazyRouteComponent(() => import('./calendar'), 'Calendar'),
});

const queue = createRoute({
  getParentRoute: () => inside,
  path: '/queue',
  component: lazyRouteComponent(() => import('./queue'), 'QueueRoom'),
});

export const administrationRoutes = [unions, officers, officer, newOfficer, sessions, calendar, audit, queue] as const;
