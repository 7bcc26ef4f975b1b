/** The addresses of supervision. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside, number, text } from '../inside';
import type { ExtensionsOf, OrderSearch } from './data';

const among = <T extends string>(values: readonly T[], value: unknown): T | undefined =>
  values.find((one) => one === value);

const extensions = createRoute({
  getParentRoute: () => inside,
  path: '/extensions',
  validateSearch: (search): { of?: ExtensionsOf | undefined; page?: number | undefined } => ({
    of: among(['toDecide', 'own', 'all'], search.of),
    page: number(search.page),
  }),
  component: lazyRouteComponent(() => import('./extension-list'), 'ExtensionList'),
});

const apply = createRoute({
  getParentRoute: () => inside,
  path: '/extensions/new',
  component: lazyRouteComponent(() => import('./extension-apply'), 'ExtensionApply'),
});

const orders = createRoute({
  getParentRoute: () => inside,
  path: '/orders',
  validateSearch: (search): OrderSearch => ({
    open: search.open === true || undefined,
    degree: among(['blue', 'orange', 'red'], search.degree),
    page: number(search.page),
  }),
  component: lazyRouteComponent(() => import('./order-list'), 'OrderList'),
});

const newOrder = createRoute({
  getParentRoute: () => inside,
  path: '/orders/new',
  validateSearch: (search): { unionId?: string | undefined; taskId?: string | undefined } => ({
    unionId: text(search.unionId),
    taskId: text(search.taskId),
  }),
  component: lazyRouteComponent(() => import('./order-new'), 'NewOrder'),
});

const order = createRoute({
  getParentRoute: () => inside,
  path: '/orders/$id',
  component: lazyRouteComponent(() => import('./order-page'), 'OrderPage'),
});

const interviews = createRoute({
  getParentRoute: () => inside,
  path: '/interviews',
  validateSearch: (search): { page?: number | undefined } => ({ page: number(search.page) }),
  component: lazyRouteComponent(() => import('./interview-list'), 'InterviewList'),
});

export const supervisionRoutes = [extensions, apply, orders, newOrder, order, interviews] as const;
