/** What a scheme says (考核方案), as the API keeps it; its document calls it no more than an object. */
export interface Band {
  readonly atLeast: string;
  readonly points: string;
}

export type Over = 'completion' | 'punctuality';

export type Rule =
  | { readonly kind: 'proportional'; readonly fullAt?: string }
  | { readonly kind: 'bands'; readonly over?: Over; readonly bands: readonly Band[] }
  | { readonly kind: 'manual'; readonly min?: string; readonly max?: string };

export type Selection = 'all' | { readonly programmes: readonly string[] } | { readonly codes: readonly string[] };

export interface Criterion {
  readonly code: string;
  readonly name: string;
  readonly marks: string;
  readonly rule: Rule;
  readonly tasks?: Selection;
  readonly scorer: 'computed' | 'office';
}

export interface Part {
  readonly code: string;
  readonly name: string;
  readonly marks: string;
  readonly criteria: readonly Criterion[];
}

export interface Definition {
  readonly fullMarks: string;
  readonly parts: readonly Part[];
}

/** The API checked it before it stored it. */
export const definitionIn = (from: { definition: unknown }): Definition => from.definition as Definition;
