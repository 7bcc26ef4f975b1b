/** Who gave nothing that is read (未报单位): how many, and the first of them by name and period. Pure. */
export interface Lacking {
  readonly many: number;
  readonly names: readonly { readonly unionName: string; readonly period: string }[];
}

export const MOST_NAMES = 20;

export const NOBODY: Lacking = { many: 0, names: [] };
