/** Writes schemes: a new one, or a further version; every saved state is kept as a version (方案版本). */
import type { EntityManager } from 'typeorm';
import type { Actor, Tier } from '../kernel/actor';
import { NotFound } from '../kernel/errors';
import { newId } from '../kernel/id';
import { tierBelow } from '../organization/tier';
import { audit } from '../outbox/announce';
import { Scheme } from './scheme.entity';
import type { SchemeDefinition } from './scheme-types';
import { SchemeVersion } from './scheme-version.entity';
import { type SchemeView, schemeView } from './scheme.view';

/** A scheme that was checked. */
export interface CheckedScheme {
  readonly year: number;
  readonly title: string;
  readonly definition: SchemeDefinition;
}

/** A new scheme of the actor's own union, for the tier below it. Errors: notFound on the lowest tier. */
export async function addScheme(
  tx: EntityManager,
  actor: Actor,
  checked: CheckedScheme,
  copied?: { readonly from: string; readonly version: number },
): Promise<SchemeView> {
  const { districtId, unionId: ownerId, path, officerId: createdBy } = actor;
  const { year, title, definition } = checked;
  const id = newId();
  const scheme = tx.create(Scheme, {
    year,
    title,
    definition,
    districtId,
    id,
    ownerId,
    path,
    forTier: tierScoredBy(actor),
    version: 1,
    copiedFrom: copied?.from ?? null,
    copiedVersion: copied?.version ?? null,
    createdBy,
  });
  await tx.insert(Scheme, scheme);
  await keepVersion(tx, actor, scheme);
  const view = schemeView(scheme, null);
  await audit(tx, actor, 'scheme.created', id, { after: view });
  return view;
}

/** The state of a scheme as it was just saved. */
export async function keepVersion(tx: EntityManager, actor: Actor, scheme: Scheme): Promise<void> {
  const { districtId, id: schemeId, version, title, year, definition } = scheme;
  const writtenBy = actor.officerId;
  const row = tx.create(SchemeVersion, { districtId, schemeId, version, title, year, definition, writtenBy });
  await tx.insert(SchemeVersion, row);
}

/** The tier directly below: the lowest tier scores nobody. */
function tierScoredBy(actor: Actor): Tier {
  const tier = tierBelow(actor.tier);
  if (tier === null) throw new NotFound();
  return tier;
}
