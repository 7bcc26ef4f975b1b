/** The addresses of what an assessment says about itself. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside, number } from '../../inside';

const explanation = createRoute({
  getParentRoute: () => inside,
  path: '/assessments/$id/sheets/$unionId/explanation',
  component: lazyRouteComponent(() => import('./explanation-page'), 'ExplanationPage'),
});

const simulation = createRoute({
  getParentRoute: () => inside,
  path: '/assessments/$id/sheets/$unionId/simulation',
  component: lazyRouteComponent(() => import('./simulation-page'), 'SimulationPage'),
});

const ownExplanation = createRoute({
  getParentRoute: () => inside,
  path: '/results/$assessmentId',
  component: lazyRouteComponent(() => import('./explanation-page'), 'OwnExplanationPage'),
});

const ownSimulation = createRoute({
  getParentRoute: () => inside,
  path: '/results/$assessmentId/simulation',
  component: lazyRouteComponent(() => import('./simulation-page'), 'OwnSimulationPage'),
});

const fairness = createRoute({
  getParentRoute: () => inside,
  path: '/assessments/$id/fairness',
  component: lazyRouteComponent(() => import('./fairness-page'), 'FairnessPage'),
});

const trial = createRoute({
  getParentRoute: () => inside,
  path: '/schemes/$id/trial',
  validateSearch: (search): { year?: number } => ({ year: number(search.year) }),
  component: lazyRouteComponent(() => import('./trial-page'), 'TrialPage'),
});

export const insightRoutes = [explanation, simulation, ownExplanation, ownSimulation, fairness, trial] as const;
