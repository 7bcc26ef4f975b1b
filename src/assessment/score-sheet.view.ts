/** A score sheet (评分表) as it is answered, from the stored scores: never computed anew. */
import { ApiProperty } from '@nestjs/swagger';
import { Decimal } from 'decimal.js';
import type { Json } from './rules/rule';
import type { SchemeDefinition } from './scheme-types';
import type { Explanation } from './score-rows';

/** One text in both languages. */
export class WordsView {
  /** @example "完成率 75.00%，得分 = 60 × min(90 ÷ 120, 1) = 45.00。" */
  zh!: string;
  /** @example "Completion 75.00 %, points = 60 × min(90 ÷ 120, 1) = 45.00." */
  en!: string;
}

/** The fewest units of work that bring more points. */
export class NextUnitView {
  /** The task; null where the points follow from no task. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  taskId!: string | null;
  /** @example "1" */
  more!: string;
  /** What it brings. @example "0.50" */
  gain!: string;
  /** The points then. @example "45.50" */
  points!: string;
  words!: WordsView;
}

export class CriterionScoreView {
  /** @example "A1" */
  code!: string;
  /** @example "年度任务完成" */
  name!: string;
  /** The code of its part. @example "A" */
  part!: string;
  /** @example "60.00" */
  marks!: string;
  /** null: not scored yet, which is not zero. @example "45.00" */
  points!: string | null;
  /** computed from accepted reports, or judged by the office. @example "computed" */
  source!: 'computed' | 'judged';
  /** Why an officer gave these points; null where they are computed. @example "职工服务中心全年开放，台账齐全" */
  reason!: string | null;
  explanation!: WordsView;
  /** What the points follow from: targets, accepted values and the ids of their reports. */
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { marks: '60.00', fullAt: '1', completionPercent: '75.00' },
  })
  inputs!: Readonly<Record<string, Json>>;
  nextUnit!: NextUnitView | null;
  /** @example "2026-12-21T02:00:00.000Z" */
  scoredAt!: string;
}

export class PartScoreView {
  /** @example "A" */
  code!: string;
  /** @example "工作任务" */
  name!: string;
  /** @example "80.00" */
  marks!: string;
  /** Σ of what is scored in this part. @example "65.00" */
  points!: string;
}

export class ScoreSheetSummary {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  assessmentId!: string;
  /** @example "2026 年度街道总工会工作考核方案" */
  title!: string;
  /** @example 2026 */
  year!: number;
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  unionId!: string;
  /** @example "海山街道总工会" */
  unionName!: string;
  /** Σ of what is scored. @example "83.50" */
  points!: string;
  /** @example "100.00" */
  fullMarks!: string;
  /** Criteria not scored yet. @example 0 */
  openCriteria!: number;
  /** Equal points share a rank; null until published. @example 1 */
  rank!: number | null;
  /** @example 3 */
  version!: number;
}

export class ScoreSheetView extends ScoreSheetSummary {
  parts!: PartScoreView[];
  criteria!: CriterionScoreView[];
}

export class ScoreSheetList {
  items!: ScoreSheetSummary[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 4 */
  total!: number;
}

/** The own published sheets, each with its criteria. */
export class PublishedSheetList {
  items!: ScoreSheetView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 1 */
  total!: number;
}

/** A stored score with the inputs that led to it. */
export interface StoredScore {
  criterion: string;
  points: string | null;
  source: 'computed' | 'judged';
  reason: string | null;
  explanation: Explanation;
  inputs: Readonly<Record<string, Json>>;
  scoredAt: string;
}

export const twoPlaces = (value: string): string => new Decimal(value).toFixed(2);

export function scoreSheetView(
  summary: ScoreSheetSummary,
  definition: SchemeDefinition,
  scores: readonly StoredScore[],
): ScoreSheetView {
  const known = new Map(scores.map((score) => [score.criterion, score]));
  const criteria = definition.parts.flatMap((part) =>
    part.criteria.flatMap(({ code, name, marks }) => {
      const score = known.get(code);
      if (score === undefined) return [];
      const {
        points,
        source,
        reason,
        explanation: { words, nextUnit },
        inputs,
      } = score;
      const scoredAt = new Date(score.scoredAt).toISOString();
      return [
        {
          code,
          name,
          part: part.code,
          marks: twoPlaces(marks),
          points,
          source,
          reason,
          explanation: words,
          inputs,
          nextUnit,
          scoredAt,
        },
      ];
    }),
  );
  const parts = definition.parts.map(({ code, name, marks }) => {
    const scored = criteria.flatMap(({ part, points }) => (part === code && points !== null ? [points] : []));
    return { code, name, marks: twoPlaces(marks), points: Decimal.sum(0, ...scored).toFixed(2) };
  });
  return { ...summary, parts, criteria };
}
