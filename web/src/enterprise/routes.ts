/** The addresses of the enterprise register. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside, number, text } from '../inside';
import { kinds, lists, type RatesSearch, type RegisterSearch, sorts, type VerificationsOf } from './data';

const among = <T extends string>(values: readonly T[], value: unknown): T | undefined =>
  values.find((one) => one === value);
const flag = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);

const register = createRoute({
  getParentRoute: () => inside,
  path: '/enterprises',
  validateSearch: (search): RegisterSearch => ({
    q: text(search.q),
    unionId: text(search.unionId),
    kind: among(kinds, search.kind),
    standing: among(['normal', 'excluded'], search.standing),
    unionized: flag(search.unionized),
    closed: search.closed === true || undefined,
    list: among(lists, search.list),
    by: among(sorts, search.by),
    page: number(search.page),
  }),
  component: lazyRouteComponent(() => import('./register'), 'Register'),
});

const fresh = createRoute({
  getParentRoute: () => inside,
  path: '/enterprises/new',
  component: lazyRouteComponent(() => import('./new-enterprise'), 'NewEnterprise'),
});

const intake = createRoute({
  getParentRoute: () => inside,
  path: '/enterprises/import',
  validateSearch: (search): { intake?: string | undefined; page?: number | undefined } => ({
    intake: text(search.intake),
    page: number(search.page),
  }),
  component: lazyRouteComponent(() => import('./intake'), 'IntakePage'),
});

const rates = createRoute({
  getParentRoute: () => inside,
  path: '/enterprises/rates',
  validateSearch: (search): RatesSearch => ({
    on: text(search.on),
    unionId: text(search.unionId),
    kind: among(kinds, search.kind),
  }),
  component: lazyRouteComponent(() => import('./rates'), 'RatesPage'),
});

const verifications = createRoute({
  getParentRoute: () => inside,
  path: '/verifications',
  validateSearch: (search): { of?: VerificationsOf | undefined; page?: number | undefined } => ({
    of: among(['toDecide', 'own', 'all'], search.of),
    page: number(search.page),
  }),
  component: lazyRouteComponent(() => import('./verifications'), 'Verifications'),
});

const one = createRoute({
  getParentRoute: () => inside,
  path: '/enterprises/$id',
  component: lazyRouteComponent(() => import('./enterprise-page'), 'EnterprisePage'),
});

export const registerRoutes = [register, fresh, intake, rates, verifications, one] as const;
