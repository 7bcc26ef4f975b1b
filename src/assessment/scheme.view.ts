/** A scheme (考核方案) as its form shows it. */
import { ApiProperty } from '@nestjs/swagger';
import type { Tier } from '../kernel/actor';
import { SCHEMAS_AT } from './documents/schema-parts';
import type { SchemeDefinition } from './scheme-types';
import type { Scheme } from './scheme.entity';

/** How a definition is described in the API's document. */
export const definitionSchema = { allOf: [{ $ref: `${SCHEMAS_AT}SchemeDefinition` }] };

/** What a scheme was copied from. */
export class SchemeOriginView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  schemeId!: string;
  /** Its version then. @example 3 */
  version!: number;
}

export class SchemeView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** The union that wrote it and scores by it. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  ownerId!: string;
  /** @example 2026 */
  year!: number;
  /** The tier that is scored by it. @example "subdistrict" */
  forTier!: Tier;
  /** @example "2026 年度街道总工会工作考核方案" */
  title!: string;
  /** Full marks, parts and criteria with their marks, rules and scorers. */
  @ApiProperty(definitionSchema)
  definition!: SchemeDefinition;
  /** The assessment that uses it; from then on it stays as it is. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  assessmentId!: string | null;
  copiedFrom!: SchemeOriginView | null;
  /** @example 1 */
  version!: number;
}

export class SchemeList {
  items!: SchemeView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 1 */
  total!: number;
}

export function schemeView(scheme: Scheme, assessmentId: string | null): SchemeView {
  const { id, ownerId, year, forTier, title, definition, copiedFrom, copiedVersion, version } = scheme;
  const origin =
    copiedFrom === null || copiedVersion === null ? null : { schemeId: copiedFrom, version: copiedVersion };
  return { id, ownerId, year, forTier, title, definition, assessmentId, copiedFrom: origin, version };
}
