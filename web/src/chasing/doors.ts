/** The doors of each tier to what was told about a task. */
export const chasingDoors = {
  district: { reminders: '/api/v1/district/tasks/{id}/reminders', urges: '/api/v1/district/tasks/{id}/urges' },
  subdistrict: { reminders: '/api/v1/subdistrict/tasks/{id}/reminders', urges: '/api/v1/subdistrict/tasks/{id}/urges' },
  community: { reminders: '/api/v1/community/tasks/{id}/reminders', urges: '/api/v1/community/tasks/{id}/urges' },
} as const;

/** Who urges. */
export const urgeDoors = {
  district: '/api/v1/district/tasks/{id}/urges',
  subdistrict: '/api/v1/subdistrict/tasks/{id}/urges',
} as const;
