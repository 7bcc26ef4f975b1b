/** The doors of the enterprise register for each tier. */
const district = {
  list: '/api/v1/district/enterprises',
  rates: '/api/v1/district/enterprises/rates',
  derived: '/api/v1/district/enterprises/derived-lists',
  sheet: '/api/v1/district/enterprises/spreadsheet',
  one: '/api/v1/district/enterprises/{id}',
  history: '/api/v1/district/enterprises/{id}/history',
  headcount: '/api/v1/district/enterprises/{id}/headcount',
  placement: '/api/v1/district/enterprises/{id}/placement',
  closure: '/api/v1/district/enterprises/{id}/closure',
  verifications: '/api/v1/district/verifications',
  verification: '/api/v1/district/verifications/{id}',
  file: '/api/v1/district/verifications/{id}/evidence/{evidenceId}',
  decisions: '/api/v1/district/verifications/decisions',
} as const;

const subdistrict = {
  list: '/api/v1/subdistrict/enterprises',
  rates: '/api/v1/subdistrict/enterprises/rates',
  derived: '/api/v1/subdistrict/enterprises/derived-lists',
  sheet: '/api/v1/subdistrict/enterprises/spreadsheet',
  one: '/api/v1/subdistrict/enterprises/{id}',
  history: '/api/v1/subdistrict/enterprises/{id}/history',
  headcount: '/api/v1/subdistrict/enterprises/{id}/headcount',
  placement: '/api/v1/subdistrict/enterprises/{id}/placement',
  closure: '/api/v1/subdistrict/enterprises/{id}/closure',
  verifications: '/api/v1/subdistrict/verifications',
  verification: '/api/v1/subdistrict/verifications/{id}',
  file: '/api/v1/subdistrict/verifications/{id}/evidence/{evidenceId}',
  decisions: '/api/v1/subdistrict/verifications/decisions',
} as const;

const community = {
  list: '/api/v1/community/enterprises',
  rates: '/api/v1/community/enterprises/rates',
  derived: '/api/v1/community/enterprises/derived-lists',
  sheet: '/api/v1/community/enterprises/spreadsheet',
  one: '/api/v1/community/enterprises/{id}',
  history: '/api/v1/community/enterprises/{id}/history',
  headcount: '/api/v1/community/enterprises/{id}/headcount',
  placement: '/api/v1/community/enterprises/{id}/placement',
  closure: '/api/v1/community/enterprises/{id}/closure',
  verifications: '/api/v1/community/verifications',
  verification: '/api/v1/community/verifications/{id}',
  file: '/api/v1/community/verifications/{id}/evidence/{evidenceId}',
} as const;

export const readDoors = { district, subdistrict, community };
export const upperDoors = { district, subdistrict };
export const lowerDoors = { subdistrict, community };
