/** The doors of what was published and of appeals against it: one tier publishes and answers, the other reads and appeals. */
import type { LowerTier, UpperTier } from '../api/doors';

const district = {
  publications: '/api/v1/district/assessments/{id}/publications',
  publication: '/api/v1/district/assessments/{id}/publications/{no}',
  verification: '/api/v1/district/assessments/{id}/publications/{no}/verification',
  closing: '/api/v1/district/assessments/{id}/closing',
  appeals: '/api/v1/district/assessments/{id}/appeals',
  appeal: '/api/v1/district/assessments/{id}/appeals/{appealId}',
  decision: '/api/v1/district/assessments/{id}/appeals/{appealId}/decision',
} as const;

const subdistrict = {
  publications: '/api/v1/subdistrict/assessments/{id}/publications',
  publication: '/api/v1/subdistrict/assessments/{id}/publications/{no}',
  verification: '/api/v1/subdistrict/assessments/{id}/publications/{no}/verification',
  closing: '/api/v1/subdistrict/assessments/{id}/closing',
  appeals: '/api/v1/subdistrict/assessments/{id}/appeals',
  appeal: '/api/v1/subdistrict/assessments/{id}/appeals/{appealId}',
  decision: '/api/v1/subdistrict/assessments/{id}/appeals/{appealId}/decision',
} as const;

export const publishedDoors = { district, subdistrict } satisfies Record<UpperTier, object>;

const ownSubdistrict = {
  results: '/api/v1/subdistrict/publications',
  result: '/api/v1/subdistrict/publications/{id}',
  appeals: '/api/v1/subdistrict/appeals',
  appeal: '/api/v1/subdistrict/appeals/{id}',
  file: '/api/v1/subdistrict/appeals/{id}/evidence/{evidenceId}',
} as const;

const ownCommunity = {
  results: '/api/v1/community/publications',
  result: '/api/v1/community/publications/{id}',
  appeals: '/api/v1/community/appeals',
  appeal: '/api/v1/community/appeals/{id}',
  file: '/api/v1/community/appeals/{id}/evidence/{evidenceId}',
} as const;

export const ownDoors = { subdistrict: ownSubdistrict, community: ownCommunity } satisfies Record<LowerTier, object>;
