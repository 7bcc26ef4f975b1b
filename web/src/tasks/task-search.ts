/** What the list of tasks is filtered by, as it stands in the address. */
export const statuses = ['assigned', 'signed', 'withdrawn'] as const;
export const lights = ['red', 'yellow', 'green'] as const;
export const orders = ['dueOn', '-dueOn', 'weight', '-weight', 'light'] as const;

export interface TaskSearch {
  year?: number;
  programme?: string;
  status?: (typeof statuses)[number];
  light?: (typeof lights)[number];
  q?: string;
  sort?: (typeof orders)[number];
  page?: number;
}
