/** Saves a scheme upon the version it was typed upon. */
import { api, got } from '../api/client';
import type { UpperTier } from '../api/doors';
import type { Schemas } from '../api/client';
import { scoringDoors } from './doors';
import { type SchemeDraft, definitionOf } from './scheme-draft';

export function saveScheme(
  tier: UpperTier,
  draft: SchemeDraft,
  upon?: { id: string; version: number },
): Promise<Schemas['SchemeView']> {
  const { year, title } = draft;
  const definition = definitionOf(draft) as Schemas['SchemeDefinition'];
  const body = { year: Number(year), title: title.trim(), definition };
  if (upon === undefined) return got(api.POST(scoringDoors[tier].schemes, { body }));
  const header = { 'If-Match': `"${upon.version}"` };
  return got(api.PUT(scoringDoors[tier].scheme, { params: { path: { id: upon.id }, header }, body }));
}
