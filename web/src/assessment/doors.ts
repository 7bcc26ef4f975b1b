/** The doors of assessment: whoever stands above somebody scores, whoever stands below somebody has results. */
import type { LowerTier, UpperTier } from '../api/doors';

const district = {
  schemes: '/api/v1/district/schemes',
  scheme: '/api/v1/district/schemes/{id}',
  assessments: '/api/v1/district/assessments',
  assessment: '/api/v1/district/assessments/{id}',
  computation: '/api/v1/district/assessments/{id}/computation',
  publication: '/api/v1/district/assessments/{id}/publication',
  sheets: '/api/v1/district/assessments/{id}/score-sheets',
  sheet: '/api/v1/district/assessments/{id}/score-sheets/{unionId}',
  score: '/api/v1/district/assessments/{id}/score-sheets/{unionId}/scores/{criterion}',
} as const;

const subdistrict = {
  schemes: '/api/v1/subdistrict/schemes',
  scheme: '/api/v1/subdistrict/schemes/{id}',
  assessments: '/api/v1/subdistrict/assessments',
  assessment: '/api/v1/subdistrict/assessments/{id}',
  computation: '/api/v1/subdistrict/assessments/{id}/computation',
  publication: '/api/v1/subdistrict/assessments/{id}/publication',
  sheets: '/api/v1/subdistrict/assessments/{id}/score-sheets',
  sheet: '/api/v1/subdistrict/assessments/{id}/score-sheets/{unionId}',
  score: '/api/v1/subdistrict/assessments/{id}/score-sheets/{unionId}/scores/{criterion}',
} as const;

export const scoringDoors = { district, subdistrict } satisfies Record<UpperTier, object>;

export const resultDoors = {
  subdistrict: '/api/v1/subdistrict/score-sheets',
  community: '/api/v1/community/score-sheets',
} as const satisfies Record<LowerTier, string>;
