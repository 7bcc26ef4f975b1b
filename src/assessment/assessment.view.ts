/** An assessment (量化考核) as it is answered: what is scored, and how far the scoring is. */
import { ApiProperty } from '@nestjs/swagger';
import type { Step } from '../events/events';
import type { Tier } from '../kernel/actor';
import type { Assessment } from './assessment.entity';
import type { SchemeDefinition } from './scheme-types';
import { definitionSchema } from './scheme.view';
import { twoPlaces } from './score-sheet.view';

export class AssessmentView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** The scheme it was opened by. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  schemeId!: string;
  /** The version of the scheme it was opened by. @example 3 */
  schemeVersion!: number;
  /** The union that scores. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  ownerId!: string;
  /** @example 2026 */
  year!: number;
  /** The tier that is scored. @example "subdistrict" */
  forTier!: Tier;
  /** @example "2026 年度街道总工会工作考核方案" */
  title!: string;
  /** @example "100.00" */
  fullMarks!: string;
  /** open: being scored; published (公示): frozen. @example "published" */
  status!: 'open' | 'published';
  /** Where its course (考核流程) stands. @example "published" */
  step!: Step;
  /** The last day of the present step; null: open-ended. @example null */
  stepDue!: string | null;
  /** When the first step begins, of one that was opened ahead. @example null */
  beginOn!: string | null;
  /** The last day on which results may be appealed; null: not at all. @example "2027-01-06" */
  appealUntil!: string | null;
  /** How often it was published, corrections counted. @example 1 */
  publication!: number;
  /** @example "2026-12-20T02:00:00.000Z" */
  openedAt!: string;
  /** null until published. @example "2026-12-28T08:00:00.000Z" */
  publishedAt!: string | null;
  /** Unions that are scored. @example 4 */
  sheets!: number;
  /** Sheets on which something is not scored yet. @example 0 */
  openSheets!: number;
  /** Criteria not scored yet, over all sheets. @example 0 */
  openCriteria!: number;
  /** @example 1 */
  version!: number;
}

export class AssessmentList {
  items!: AssessmentView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 1 */
  total!: number;
}

/** An assessment with the scheme as it stood when it was opened. */
export class AssessmentDetail extends AssessmentView {
  /** Full marks, parts and criteria with their marks, rules and scorers. */
  @ApiProperty(definitionSchema)
  definition!: SchemeDefinition;
}

/** How far the scoring is. */
export type Tally = Pick<AssessmentView, 'sheets' | 'openSheets' | 'openCriteria'>;

export function assessmentView(assessment: Assessment, { sheets, openSheets, openCriteria }: Tally): AssessmentView {
  const { id, schemeId, schemeVersion, ownerId, year, forTier, title, definition } = assessment;
  const { status, step, stepDue, beginOn, appealUntil, publication, openedAt, publishedAt, version } = assessment;
  return {
    id,
    schemeId,
    schemeVersion,
    ownerId,
    year,
    forTier,
    title,
    fullMarks: twoPlaces(definition.fullMarks),
    status,
    step,
    stepDue,
    beginOn,
    appealUntil,
    publication,
    openedAt: openedAt.toISOString(),
    publishedAt: publishedAt?.toISOString() ?? null,
    sheets,
    openSheets,
    openCriteria,
    version,
  };
}
