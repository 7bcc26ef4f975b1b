/** The doors of what an assessment says about itself: from the side that scores, and from the side that is scored. */
import type { LowerTier, UpperTier } from '../../api/doors';

const district = {
  explanation: '/api/v1/district/assessments/{id}/score-sheets/{unionId}/explanation',
  simulation: '/api/v1/district/assessments/{id}/score-sheets/{unionId}/simulation',
  fairness: '/api/v1/district/assessments/{id}/fairness',
  trial: '/api/v1/district/schemes/{id}/trial',
} as const;

const subdistrict = {
  explanation: '/api/v1/subdistrict/assessments/{id}/score-sheets/{unionId}/explanation',
  simulation: '/api/v1/subdistrict/assessments/{id}/score-sheets/{unionId}/simulation',
  fairness: '/api/v1/subdistrict/assessments/{id}/fairness',
  trial: '/api/v1/subdistrict/schemes/{id}/trial',
} as const;

export const insightDoors = { district, subdistrict } satisfies Record<UpperTier, object>;

export const ownInsightDoors = {
  subdistrict: {
    explanation: '/api/v1/subdistrict/score-sheets/{assessmentId}/explanation',
    simulation: '/api/v1/subdistrict/score-sheets/{assessmentId}/simulation',
  },
  community: {
    explanation: '/api/v1/community/score-sheets/{assessmentId}/explanation',
    simulation: '/api/v1/community/score-sheets/{assessmentId}/simulation',
  },
} as const satisfies Record<LowerTier, object>;
