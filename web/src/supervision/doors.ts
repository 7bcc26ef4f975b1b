/** The doors of supervision for each tier. */
const district = {
  extensions: '/api/v1/district/extensions',
  decisions: '/api/v1/district/extensions/decisions',
  orders: '/api/v1/district/orders',
  order: '/api/v1/district/orders/{id}',
  review: '/api/v1/district/orders/{id}/review',
  degree: '/api/v1/district/orders/{id}/degree',
  withdrawal: '/api/v1/district/orders/{id}/withdrawal',
  interviews: '/api/v1/district/interviews',
  task: '/api/v1/district/tasks/{id}/supervision',
  shareParking: '/api/v1/district/tasks/{id}/shares/{shareId}/parking',
  sendBackDecision: '/api/v1/district/tasks/{id}/shares/{shareId}/send-back/decision',
} as const;

const subdistrict = {
  extensions: '/api/v1/subdistrict/extensions',
  extension: '/api/v1/subdistrict/extensions/{id}',
  decisions: '/api/v1/subdistrict/extensions/decisions',
  orders: '/api/v1/subdistrict/orders',
  order: '/api/v1/subdistrict/orders/{id}',
  review: '/api/v1/subdistrict/orders/{id}/review',
  degree: '/api/v1/subdistrict/orders/{id}/degree',
  withdrawal: '/api/v1/subdistrict/orders/{id}/withdrawal',
  signature: '/api/v1/subdistrict/orders/{id}/signature',
  answer: '/api/v1/subdistrict/orders/{id}/answer',
  file: '/api/v1/subdistrict/orders/{id}/evidence/{evidenceId}',
  interviews: '/api/v1/subdistrict/interviews',
  task: '/api/v1/subdistrict/tasks/{id}/supervision',
  shareParking: '/api/v1/subdistrict/tasks/{id}/shares/{shareId}/parking',
  sendBackDecision: '/api/v1/subdistrict/tasks/{id}/shares/{shareId}/send-back/decision',
  sendBacks: '/api/v1/subdistrict/tasks/{id}/send-backs',
} as const;

const community = {
  extensions: '/api/v1/community/extensions',
  extension: '/api/v1/community/extensions/{id}',
  orders: '/api/v1/community/orders',
  order: '/api/v1/community/orders/{id}',
  signature: '/api/v1/community/orders/{id}/signature',
  answer: '/api/v1/community/orders/{id}/answer',
  file: '/api/v1/community/orders/{id}/evidence/{evidenceId}',
  interviews: '/api/v1/community/interviews',
  task: '/api/v1/community/tasks/{id}/supervision',
  sendBacks: '/api/v1/community/tasks/{id}/send-backs',
} as const;

export const readDoors = { district, subdistrict, community };
/** Who answers, issues and parks. */
export const upperDoors = { district, subdistrict };
/** Who applies, signs for and answers. */
export const lowerDoors = { subdistrict, community };
