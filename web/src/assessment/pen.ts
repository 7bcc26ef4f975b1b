/** How a scheme's draft is changed. */
import type { SchemeDraft } from './scheme-draft';

export type Change = (draft: SchemeDraft) => SchemeDraft;

/** Stays the same while one types, so that only what is typed upon is drawn anew. */
export interface Pen {
  readonly write: (change: Change) => void;
  /** Takes something out that can be brought back. */
  readonly takeOut: (change: Change, name: string) => void;
}

/** Into the name of what was just added, once it is there. */
export function focusName(id: string): void {
  requestAnimationFrame(() => document.getElementById(`${id}.name`)?.focus());
}
