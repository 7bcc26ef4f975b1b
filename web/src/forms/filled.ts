/** What is typed into a return and not yet kept at the server: on this computer, of one officer, form and period. */
import { kept } from '../parts/kept';
import type { FormReturn } from './form-data';

export type Texts = Readonly<Record<string, string>>;

export interface Filled {
  readonly values: Texts;
  readonly missing: Texts;
  readonly words: Texts;
}

/** With the return and the version it was typed upon. */
export interface KeptFilled {
  readonly filled: Filled;
  /** null: none had been begun. */
  readonly of: string | null;
  readonly version: number;
}

export const filledKey = (officerId: string, formId: string, period: string): string =>
  `sanji.form.${officerId}.${formId}.${period}`;

export const filledOf = (entry: FormReturn | undefined): Filled => ({
  values: entry?.values ?? {},
  missing: entry?.missing ?? {},
  words: entry?.words ?? {},
});

/** Nothing of another return of the period; what was typed before one was begun belongs to whichever was begun since. */
export function keptFilled(key: string, entry: Pick<FormReturn, 'id'> | undefined): KeptFilled | null {
  const found = kept(key) as KeptFilled | null;
  return found !== null && (found.of === null || found.of === entry?.id) ? found : null;
}
