/** Each tier has doors of its own in the API; what lies behind them is the same. */
import type { Tier } from './me';

const district = {
  tasks: '/api/v1/district/tasks',
  task: '/api/v1/district/tasks/{id}',
  shares: '/api/v1/district/tasks/{id}/shares',
  share: '/api/v1/district/tasks/{id}/shares/{shareId}',
  shareWithdrawal: '/api/v1/district/tasks/{id}/shares/{shareId}/withdrawal',
  taskReports: '/api/v1/district/tasks/{id}/reports',
  reports: '/api/v1/district/reports',
  report: '/api/v1/district/reports/{id}',
  pictures: '/api/v1/district/pictures',
  acceptance: '/api/v1/district/reports/{id}/acceptance',
  return: '/api/v1/district/reports/{id}/return',
} as const;

const subdistrict = {
  tasks: '/api/v1/subdistrict/tasks',
  task: '/api/v1/subdistrict/tasks/{id}',
  signature: '/api/v1/subdistrict/tasks/{id}/signature',
  shares: '/api/v1/subdistrict/tasks/{id}/shares',
  share: '/api/v1/subdistrict/tasks/{id}/shares/{shareId}',
  shareWithdrawal: '/api/v1/subdistrict/tasks/{id}/shares/{shareId}/withdrawal',
  taskReports: '/api/v1/subdistrict/tasks/{id}/reports',
  reports: '/api/v1/subdistrict/reports',
  report: '/api/v1/subdistrict/reports/{id}',
  reusable: '/api/v1/subdistrict/tasks/{id}/reusable',
  source: '/api/v1/subdistrict/reports/{id}/source',
  minutes: '/api/v1/subdistrict/reports/{id}/minutes',
  pictures: '/api/v1/subdistrict/pictures',
  submission: '/api/v1/subdistrict/reports/{id}/submission',
  acceptance: '/api/v1/subdistrict/reports/{id}/acceptance',
  return: '/api/v1/subdistrict/reports/{id}/return',
} as const;

const community = {
  tasks: '/api/v1/community/tasks',
  task: '/api/v1/community/tasks/{id}',
  signature: '/api/v1/community/tasks/{id}/signature',
  taskReports: '/api/v1/community/tasks/{id}/reports',
  report: '/api/v1/community/reports/{id}',
  reusable: '/api/v1/community/tasks/{id}/reusable',
  source: '/api/v1/community/reports/{id}/source',
  minutes: '/api/v1/community/reports/{id}/minutes',
  pictures: '/api/v1/community/pictures',
  submission: '/api/v1/community/reports/{id}/submission',
} as const;

export const readDoors = { district, subdistrict, community };
/** Who divides and reviews. */
export const upperDoors = { district, subdistrict };
/** Who signs for and reports. */
export const lowerDoors = { subdistrict, community };

export type UpperTier = keyof typeof upperDoors;
export type LowerTier = keyof typeof lowerDoors;

export const isUpper = (tier: Tier): tier is UpperTier => tier !== 'community';
export const isLower = (tier: Tier): tier is LowerTier => tier !== 'district';
