/** Takes personal data out of an entry's values (个人信息分离): masks stay, the clear text goes under seal. Pure. */
import type { LedgerDefinition, PersonalPart } from '../type/definition';
import type { Values } from '../entry/values';
import { isMasked, masked } from './masks';

export interface Secret {
  readonly field: string;
  readonly what: PersonalPart;
  /** null: what was stored before stays. */
  readonly clear: string | null;
}

export interface Concealed {
  readonly values: Values;
  readonly secrets: readonly Secret[];
  /** Masks that stand where nothing was stored before. */
  readonly unfounded: readonly string[];
}

/** `before`: the values as they are stored, masks and all. */
export function concealed({ fields }: LedgerDefinition, given: Values, before: Values): Concealed {
  const values: Record<string, unknown> = { ...given };
  const secrets: Secret[] = [];
  const unfounded: string[] = [];
  for (const { key, kind, asks = [] } of fields) {
    const person = values[key];
    if (kind !== 'person' || !isPerson(person)) continue;
    const stored = before[key];
    const kept: Record<string, unknown> = { ...person };
    for (const what of asks) {
      const text = person[what];
      if (text === undefined) continue;
      const keeps = isMasked(text);
      if (keeps && !(isPerson(stored) && stored[what] === text)) unfounded.push(`values.${key}.${what}`);
      secrets.push({ field: key, what, clear: keeps ? null : text });
      kept[what] = keeps ? text : masked(what, text);
    }
    values[key] = kept;
  }
  return { values, secrets, unfounded };
}

const isPerson = (value: unknown): value is Record<string, string | undefined> =>
  typeof value === 'object' && value !== null && 'name' in value;
