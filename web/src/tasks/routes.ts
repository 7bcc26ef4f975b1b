/** The addresses of tasks. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside, number, text } from '../inside';
import { type TaskSearch, lights, orders, statuses } from './task-search';

const among = <T extends string>(values: readonly T[], value: unknown): T | undefined =>
  values.find((one) => one === value);

const list = createRoute({
  getParentRoute: () => inside,
  path: '/tasks',
  validateSearch: (search): TaskSearch => ({
    year: number(search.year),
    programme: text(search.programme),
    status: among(statuses, search.status),
    light: among(lights, search.light),
    q: text(typeof search.q === 'number' ? String(search.q) : search.q),
    sort: among(orders, search.sort),
    page: number(search.page),
  }),
  component: lazyRouteComponent(() => import('./task-list'), 'TaskList'),
});

const task = createRoute({
  getParentRoute: () => inside,
  path: '/tasks/$id',
  component: lazyRouteComponent(() => import('./task-page'), 'TaskPage'),
});

const newTask = createRoute({
  getParentRoute: () => inside,
  path: '/new-task',
  component: lazyRouteComponent(() => import('./new-task'), 'NewTask'),
});

export const taskRoutes = [list, task, newTask] as const;
