/** The addresses of the self-score. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../inside';

const selfScores = createRoute({
  getParentRoute: () => inside,
  path: '/self-scores',
  component: lazyRouteComponent(() => import('./self-scores'), 'SelfScores'),
});

const selfScore = createRoute({
  getParentRoute: () => inside,
  path: '/self-scores/$id',
  component: lazyRouteComponent(() => import('./self-score-page'), 'SelfScorePage'),
});

export const courseRoutes = [selfScores, selfScore] as const;
