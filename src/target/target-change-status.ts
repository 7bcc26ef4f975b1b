/** Where a proposed change of a target stands (目标调整状态). */
export const targetChangeStatuses = ['proposed', 'approved', 'refused', 'withdrawn'] as const;
export type TargetChangeStatus = (typeof targetChangeStatuses)[number];
