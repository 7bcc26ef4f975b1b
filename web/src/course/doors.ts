/** The doors of the course: whoever stands above somebody conducts and decides, whoever stands below scores himself. */
import type { LowerTier, UpperTier } from '../api/doors';

const district = {
  steps: '/api/v1/district/assessments/{id}/steps',
  reopenings: '/api/v1/district/assessments/{id}/reopenings',
  confirmation: '/api/v1/district/assessments/{id}/reopenings/{reopeningId}/confirmation',
  refusal: '/api/v1/district/assessments/{id}/reopenings/{reopeningId}/refusal',
  offices: '/api/v1/district/assessments/{id}/offices',
  office: '/api/v1/district/assessments/{id}/offices/{office}',
  classes: '/api/v1/district/assessments/{id}/classes',
  review: '/api/v1/district/assessments/{id}/score-sheets/{unionId}/review',
  facts: '/api/v1/district/assessments/{id}/score-sheets/{unionId}/facts',
  entries: '/api/v1/district/assessments/{id}/entries',
  entry: '/api/v1/district/assessments/{id}/entries/{entryId}',
  record: '/api/v1/district/assessments/{id}/score-sheets/{unionId}/entries',
  approval: '/api/v1/district/assessments/{id}/entries/{entryId}/approval',
  entryRefusal: '/api/v1/district/assessments/{id}/entries/{entryId}/refusal',
  evidence: '/api/v1/district/assessments/{id}/entries/{entryId}/evidence/{evidenceId}',
} as const;

const subdistrict = {
  steps: '/api/v1/subdistrict/assessments/{id}/steps',
  reopenings: '/api/v1/subdistrict/assessments/{id}/reopenings',
  confirmation: '/api/v1/subdistrict/assessments/{id}/reopenings/{reopeningId}/confirmation',
  refusal: '/api/v1/subdistrict/assessments/{id}/reopenings/{reopeningId}/refusal',
  offices: '/api/v1/subdistrict/assessments/{id}/offices',
  office: '/api/v1/subdistrict/assessments/{id}/offices/{office}',
  classes: '/api/v1/subdistrict/assessments/{id}/classes',
  review: '/api/v1/subdistrict/assessments/{id}/score-sheets/{unionId}/review',
  facts: '/api/v1/subdistrict/assessments/{id}/score-sheets/{unionId}/facts',
  entries: '/api/v1/subdistrict/assessments/{id}/entries',
  entry: '/api/v1/subdistrict/assessments/{id}/entries/{entryId}',
  record: '/api/v1/subdistrict/assessments/{id}/score-sheets/{unionId}/entries',
  approval: '/api/v1/subdistrict/assessments/{id}/entries/{entryId}/approval',
  entryRefusal: '/api/v1/subdistrict/assessments/{id}/entries/{entryId}/refusal',
  evidence: '/api/v1/subdistrict/assessments/{id}/entries/{entryId}/evidence/{evidenceId}',
} as const;

export const courseDoors = { district, subdistrict } satisfies Record<UpperTier, object>;

const subdistrictSelf = {
  list: '/api/v1/subdistrict/self-scores',
  one: '/api/v1/subdistrict/self-scores/{assessmentId}',
  score: '/api/v1/subdistrict/self-scores/{assessmentId}/scores/{criterion}',
  submission: '/api/v1/subdistrict/self-scores/{assessmentId}/submission',
  entries: '/api/v1/subdistrict/self-scores/{assessmentId}/entries',
  entry: '/api/v1/subdistrict/self-scores/{assessmentId}/entries/{entryId}',
  evidence: '/api/v1/subdistrict/self-scores/{assessmentId}/entries/{entryId}/evidence/{evidenceId}',
} as const;

const communitySelf = {
  list: '/api/v1/community/self-scores',
  one: '/api/v1/community/self-scores/{assessmentId}',
  score: '/api/v1/community/self-scores/{assessmentId}/scores/{criterion}',
  submission: '/api/v1/community/self-scores/{assessmentId}/submission',
  entries: '/api/v1/community/self-scores/{assessmentId}/entries',
  entry: '/api/v1/community/self-scores/{assessmentId}/entries/{entryId}',
  evidence: '/api/v1/community/self-scores/{assessmentId}/entries/{entryId}/evidence/{evidenceId}',
} as const;

export const selfDoors = { subdistrict: subdistrictSelf, community: communitySelf } satisfies Record<LowerTier, object>;
