/** What an entry is given (填报), read and checked: against the form, the tree of unions and the calendar. */
import type { EntityManager } from 'typeorm';
import { isDay } from '../../http/field-rules';
import type { Actor } from '../../kernel/actor';
import type { FieldError } from '../../kernel/errors';
import { concealed, type Secret } from '../personal/concealed';
import { fieldOf, type LedgerDefinition } from '../type/definition';
import { dayFromField, strangeUnion, unfoundedMask, wrongValues } from './entry-refusals';
import { readValues, type Values } from './values';

export interface EntryGiven {
  readonly day?: string;
  readonly values: Values;
}

export interface EntryRead {
  readonly values: Values;
  readonly day: string | null;
  readonly secrets: readonly Secret[];
}

/** As a draft may be. Errors: ledgerEntry.values, ledgerEntry.dayFromField (422). */
export async function readEntry(
  tx: EntityManager,
  actor: Actor,
  definition: LedgerDefinition,
  { day, values: given }: EntryGiven,
  before: Values = {},
): Promise<EntryRead> {
  const { whenField } = definition;
  const when = whenField === null ? undefined : fieldOf(definition, whenField);
  if (when !== undefined && day !== undefined) throw dayFromField(when.name);
  const { values: read, errors } = readValues(definition, given, { draft: true });
  if (errors.length > 0) throw wrongValues(errors);
  const { values, secrets, unfounded } = concealed(definition, read, before);
  const wrong = [...unfounded.map(unfoundedMask), ...(await strangeUnions(tx, actor, definition, values))];
  if (wrong.length > 0) throw wrongValues(wrong);
  const told = whenField === null ? day : values[whenField];
  return { values, secrets, day: isDay(told) ? told : null };
}

/** A union that is named lies within the actor's reach. */
async function strangeUnions(
  tx: EntityManager,
  { districtId, path }: Actor,
  { fields }: LedgerDefinition,
  values: Values,
): Promise<FieldError[]> {
  const named = fields.filter(({ key, kind }) => kind === 'union' && values[key] !== undefined);
  if (named.length === 0) return [];
  const found: { id: string }[] = await tx.query(
    'select id from trade_union where district_id = $1 and id = any($2) and path <@ $3',
    [districtId, named.map(({ key }) => values[key]), path],
  );
  const known = new Set(found.map(({ id }) => id));
  return named.filter(({ key }) => !known.has(String(values[key]))).map(({ key }) => strangeUnion(key));
}
