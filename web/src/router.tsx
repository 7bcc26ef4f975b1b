/** The console's addresses; everything but the desk is loaded when it is opened. */
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { administrationRoutes } from './administration/routes';
import { annualReportRoutes } from './annual-report/routes';
import { assessmentRoutes } from './assessment/routes';
import { chasingRoutes } from './chasing/routes';
import { burdenRoutes } from './burden/routes';
import { courseRoutes } from './course/routes';
import { dispatchRoutes } from './dispatch/routes';
import { matterRoutes } from './matter/routes';
import { webhookRoutes } from './webhook/routes';
import type { ScoreboardSearch } from './board/scoreboard-data';
import { Desk } from './desk/desk';
import { indicatorRoutes } from './indicators/routes';
import { formRoutes } from './forms/routes';
import { inside, number, root, text } from './inside';
import { Loading, Wrong } from './parts/states';
import { keyRoutes } from './keys/routes';
import { ledgerRoutes } from './ledger/routes';
import { lightRoutes } from './lights/routes';
import { registerRoutes } from './enterprise/routes';
import { reviewRoute } from './review/routes';
import { supervisionRoutes } from './supervision/routes';
import { taskRoutes } from './tasks/routes';

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { from?: string } => ({ from: text(search.from) }),
  component: lazyRouteComponent(() => import('./account/sign-in'), 'SignIn'),
});

const desk = createRoute({ getParentRoute: () => inside, path: '/', component: Desk });

export interface BoardSearch {
  unionId?: string;
  year?: number;
  /** The tier of the rows. */
  rows?: 'subdistrict' | 'community';
  /** With what waits for review. */
  pending?: boolean;
  /** The share whose reports are looked at. */
  cell?: string;
}

const board = createRoute({
  getParentRoute: () => inside,
  path: '/board',
  validateSearch: (search): BoardSearch => ({
    unionId: text(search.unionId),
    year: number(search.year),
    rows: search.rows === 'subdistrict' || search.rows === 'community' ? search.rows : undefined,
    pending: search.pending === true || undefined,
    cell: text(search.cell),
  }),
  component: lazyRouteComponent(() => import('./board/board'), 'Board'),
});

const mirror = createRoute({
  getParentRoute: () => inside,
  path: '/mirror',
  validateSearch: (search): { unionId?: string; year?: number; against?: number } => ({
    unionId: text(search.unionId),
    year: number(search.year),
    against: number(search.against),
  }),
  component: lazyRouteComponent(() => import('./mirror/mirror'), 'Mirror'),
});

const scoreboard = createRoute({
  getParentRoute: () => inside,
  path: '/scoreboard',
  validateSearch: (search): ScoreboardSearch => ({
    assessmentId: text(search.assessmentId),
    kind: search.kind === 'final' || search.kind === 'provisional' ? search.kind : undefined,
    classCode: text(search.classCode),
    criterion: text(search.criterion),
    page: number(search.page),
  }),
  component: lazyRouteComponent(() => import('./board/scoreboard'), 'Scoreboard'),
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
    inside.addChildren([
      desk,
      ...taskRoutes,
      ...lightRoutes,
      reviewRoute,
      board,
      mirror,
      scoreboard,
      feed,
      account,
      ...assessmentRoutes,
      ...courseRoutes,
      ...dispatchRoutes,
      ...annualReportRoutes,
      ...matterRoutes,
      ...webhookRoutes,
      ...burdenRoutes,
      ...chasingRoutes,
      ...supervisionRoutes,
      ...registerRoutes,
      ...keyRoutes,
      ...ledgerRoutes,
      ...indicatorRoutes,
      ...formRoutes,
      ...administrationRoutes,
    ]),
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
