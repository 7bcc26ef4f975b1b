/** The published scheme of a town (镇工会工作考核细则) in the shape in which its facts were noted. */
import published from './town-union.json';

interface TownItem {
  readonly name: string;
  readonly marks: number;
  readonly rule: string;
  readonly deductions?: readonly { readonly ground: string; readonly points: number }[];
  readonly bands?: readonly { readonly atLeast: number; readonly points: number }[];
  /** Sub-items, with the rule `sum`. */
  readonly of?: readonly TownItem[];
  readonly note?: string;
}

export interface TownScheme {
  readonly title: string;
  readonly fullMarks: number;
  readonly parts: readonly {
    readonly name: string;
    readonly marks: number;
    readonly criteria: readonly (TownItem & { readonly no: number })[];
  }[];
}

export type { TownItem };

export const TOWN_SCHEME: TownScheme = published;
