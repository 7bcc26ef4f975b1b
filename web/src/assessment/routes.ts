/** The addresses of assessment. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside, number, text } from '../inside';
import { insightRoutes } from './insight/routes';

const schemes = createRoute({
  getParentRoute: () => inside,
  path: '/schemes',
  component: lazyRouteComponent(() => import('./scheme-list'), 'SchemeList'),
});

const newScheme = createRoute({
  getParentRoute: () => inside,
  path: '/schemes/new',
  validateSearch: (search): { from?: string } => ({ from: text(search.from) }),
  component: lazyRouteComponent(() => import('./new-scheme'), 'NewScheme'),
});

const schemeLibrary = createRoute({
  getParentRoute: () => inside,
  path: '/schemes/templates',
  component: lazyRouteComponent(() => import('./scheme-library'), 'SchemeLibrary'),
});

const schemeImport = createRoute({
  getParentRoute: () => inside,
  path: '/schemes/import',
  component: lazyRouteComponent(() => import('./scheme-import'), 'SchemeImport'),
});

const schemeVersions = createRoute({
  getParentRoute: () => inside,
  path: '/schemes/$id/versions',
  component: lazyRouteComponent(() => import('./scheme-versions'), 'SchemeVersions'),
});

const scheme = createRoute({
  getParentRoute: () => inside,
  path: '/schemes/$id',
  component: lazyRouteComponent(() => import('./scheme-page'), 'SchemePage'),
});

const editScheme = createRoute({
  getParentRoute: () => inside,
  path: '/schemes/$id/edit',
  component: lazyRouteComponent(() => import('./edit-scheme'), 'EditScheme'),
});

const assessments = createRoute({
  getParentRoute: () => inside,
  path: '/assessments',
  validateSearch: (search): { ownerId?: string } => ({ ownerId: text(search.ownerId) }),
  component: lazyRouteComponent(() => import('./assessment-list'), 'AssessmentList'),
});

const assessment = createRoute({
  getParentRoute: () => inside,
  path: '/assessments/$id',
  component: lazyRouteComponent(() => import('./assessment-page'), 'AssessmentPage'),
});

/** The desk leads here: to the first sheet on which the office has still to score. */
const scoring = createRoute({
  getParentRoute: () => inside,
  path: '/assessments/$id/scoring',
  component: lazyRouteComponent(() => import('./scoring'), 'Scoring'),
});

const sheet = createRoute({
  getParentRoute: () => inside,
  path: '/assessments/$id/sheets/$unionId',
  component: lazyRouteComponent(() => import('./sheet-page'), 'SheetPage'),
});

const results = createRoute({
  getParentRoute: () => inside,
  path: '/results',
  validateSearch: (search): { year?: number; page?: number } => ({
    year: number(search.year),
    page: number(search.page),
  }),
  component: lazyRouteComponent(() => import('./results'), 'Results'),
});

const publication = createRoute({
  getParentRoute: () => inside,
  path: '/assessments/$id/publication',
  validateSearch: (search): { no?: number } => ({ no: number(search.no) }),
  component: lazyRouteComponent(() => import('./publication-page'), 'PublicationPage'),
});

const appeal = createRoute({
  getParentRoute: () => inside,
  path: '/assessments/$id/appeals/$appealId',
  component: lazyRouteComponent(() => import('./appeal-page'), 'AppealPage'),
});

const newAppeal = createRoute({
  getParentRoute: () => inside,
  path: '/results/$id/appeal',
  component: lazyRouteComponent(() => import('./appeal-form'), 'AppealForm'),
});

const ownAppeal = createRoute({
  getParentRoute: () => inside,
  path: '/results/appeals/$appealId',
  component: lazyRouteComponent(() => import('./appeal-own'), 'OwnAppeal'),
});

export const assessmentRoutes = [
  schemes,
  newScheme,
  schemeLibrary,
  schemeImport,
  scheme,
  schemeVersions,
  editScheme,
  assessments,
  assessment,
  scoring,
  sheet,
  results,
  publication,
  appeal,
  newAppeal,
  ownAppeal,
  ...insightRoutes,
] as const;
