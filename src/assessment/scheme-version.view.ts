/** The versions of a scheme (方案版本) as they are answered. */
import { ApiProperty } from '@nestjs/swagger';
import type { SchemeDefinition } from './scheme-types';
import { definitionSchema } from './scheme.view';
import { WordsView } from './score-sheet.view';

export class SchemeVersionSummary {
  /** @example 2 */
  version!: number;
  /** @example "2026 年度街道总工会工作考核方案" */
  title!: string;
  /** @example 2026 */
  year!: number;
  /** Who saved it. @example "王芳" */
  writtenBy!: string;
  /** @example "2026-03-02T02:00:00.000Z" */
  writtenAt!: string;
}

export class SchemeVersionList {
  items!: SchemeVersionSummary[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 2 */
  total!: number;
}

/** One version as it was saved, with what changed since another. */
export class SchemeVersionView extends SchemeVersionSummary {
  @ApiProperty(definitionSchema)
  definition!: SchemeDefinition;
  /** The version it is compared with: the one before it, or the one asked for; null for the first. @example 1 */
  comparedWith!: number | null;
  /** What changed since then, one sentence each, in the order of the document. */
  changes!: WordsView[];
}
