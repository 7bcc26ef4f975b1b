/** The console's addresses; everything but the desk is loaded when it is opened. */
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { assessmentRoutes } from './assessment/routes';
import { Desk } from './desk/desk';
import { inside, number, root, text } from './inside';
import { Loading, Wrong } from './parts/states';

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { from?: string } => ({ from: text(search.from) }),
  component: lazyRouteComponent(() => import('./account/sign-in'), 'SignIn'),
});

const desk = createRoute({ getParentRoute: () => inside, path: '/', component: Desk });

export interface TaskSearch {
  year?: number;
  programme?: string;
  status?: string;
  page?: number;
}

const tasks = createRoute({
  getParentRoute: () => inside,
  path: '/tasks',
  validateSearch: (search): TaskSearch => ({
    year: number(search.year),
    programme: text(search.programme),
    status: text(search.status),
    page: number(search.page),
  }),
  component: lazyRouteComponent(() => import('./tasks/task-list'), 'TaskList'),
});

const task = createRoute({
  getParentRoute: () => inside,
  path: '/tasks/$id',
  component: lazyRouteComponent(() => import('./tasks/task-page'), 'TaskPage'),
});

const newTask = createRoute({
  getParentRoute: () => inside,
  path: '/new-task',
  component: lazyRouteComponent(() => import('./tasks/new-task'), 'NewTask'),
});

const review = createRoute({
  getParentRoute: () => inside,
  path: '/review',
  validateSearch: (search): { report?: string } => ({ report: text(search.report) }),
  component: lazyRouteComponent(() => import('./review/review'), 'Review'),
});

const board = createRoute({
  getParentRoute: () => inside,
  path: '/board',
  validateSearch: (search): { unionId?: string; year?: number } => ({
    unionId: text(search.unionId),
    year: number(search.year),
  }),
  component: lazyRouteComponent(() => import('./board/board'), 'Board'),
});

const feed = createRoute({
  getParentRoute: () => inside,
  path: '/feed',
  component: lazyRouteComponent(() => import('./board/feed'), 'Feed'),
});

const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
  component: lazyRouteComponent(() => import('./account/account'), 'Account'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    inside.addChildren([desk, tasks, task, newTask, review, board, feed, account, ...assessmentRoutes]),
  ]),
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultErrorComponent: Wrong,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
