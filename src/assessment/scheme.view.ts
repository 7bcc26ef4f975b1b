/** A scheme (考核方案) as its form shows it. */
import { ApiProperty } from '@nestjs/swagger';
import type { Tier } from '../kernel/actor';
import type { SchemeDefinition } from './scheme-types';
import { SCHEME_EXAMPLE } from './scheme-example';
import type { Scheme } from './scheme.entity';

/** How a definition is described in the API's document. */
export const definitionSchema = { type: 'object', additionalProperties: true, example: SCHEME_EXAMPLE } as const;

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
  const { id, ownerId, year, forTier, title, definition, version } = scheme;
  return { id, ownerId, year, forTier, title, definition, assessmentId, version };
}
