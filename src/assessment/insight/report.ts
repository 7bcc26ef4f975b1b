/** The fairness report from what is stored (公平性分析): rankings, criteria and scorers of one assessment. */
import { Decimal } from 'decimal.js';
import type { Words } from '../../kernel/errors';
import { criteriaOf, type SchemeDefinition } from '../scheme-types';
import { settled, weighted } from '../settle';
import { type ClosePair, closePairs, type Standing } from './close-ranks';
import { binsOf, distributionOf } from './distribution';
import { criterionFairness, type GivenPoints, judgedShare } from './fairness';
import type { ClassDistributionView, ClosePairView, FairnessView } from './fairness.view';
import { APART, ENOUGH, LEAST_SHEETS, type Scoring, scorersOf } from './scorers';

export interface StoredSheet {
  readonly id: string;
  readonly unionId: string;
  readonly unionName: string;
  readonly classCode: string | null;
  readonly points: string;
  readonly bonus: string;
  readonly penalty: string;
  readonly vetoes: readonly string[];
}

export interface StoredPoints {
  readonly sheetId: string;
  readonly criterion: string;
  readonly points: string | null;
  readonly exact: string | null;
}

export type StoredScoring = Omit<Scoring, 'marks'>;

export function fairnessOf(
  definition: SchemeDefinition,
  sheets: readonly StoredSheet[],
  scores: readonly StoredPoints[],
  scorings: readonly StoredScoring[],
): Omit<FairnessView, 'assessmentId' | 'title' | 'year' | 'status'> {
  const fullMarks = new Decimal(definition.fullMarks).toFixed(2);
  const given = pointsByCriterion(definition, scores);
  const marks = new Map(given.map((one) => [one.code, one.marks]));
  const standings = standingsOf(definition, sheets, scores);
  const classes = [
    { code: null, name: null, sheets: [...sheets] },
    ...(definition.classes ?? []).map(({ code, name }) => ({
      code,
      name,
      sheets: sheets.filter(({ classCode }) => classCode === code),
    })),
  ];
  return {
    fullMarks,
    distributions: classes.map(({ code, name, sheets: some }): ClassDistributionView => {
      const points = some.map((sheet) => sheet.points);
      return {
        classCode: code,
        className: name,
        distribution: distributionOf(points),
        bins: binsOf(points, fullMarks),
      };
    }),
    criteria: given.map((one) => {
      const { flags, ...criterion } = criterionFairness(one);
      return { ...criterion, flags: [...flags] };
    }),
    judgement: judgedShare(given),
    scorerRule: RULE,
    scorers: scorersOf(scorings.flatMap((one) => withMarks(one, marks.get(one.criterion)))),
    closePairs: classes.flatMap(({ code, sheets: some }) =>
      closePairs(some.flatMap(({ id }) => standings.get(id) ?? [])).map((pair) => closeView(code, pair)),
    ),
    withoutExact: [...standings.values()].filter(({ exact }) => exact === null).length,
  };
}

const withMarks = (one: StoredScoring, marks: string | undefined): Scoring[] =>
  marks === undefined ? [] : [{ ...one, marks }];

const RULE: Words = {
  zh: `评过至少 ${LEAST_SHEETS} 张评分表的评分人，与他人在同样各项上的平均得分率相差超过 ${APART} 个百分点、且双方各有至少 ${ENOUGH} 次评分的，予以提示。得分率为得分占满分的百分比。提示只说明应当复核，不是结论。`,
  en: `An officer who scored at least ${LEAST_SHEETS} sheets is flagged when the mean share of the marks differs from that of the others on the same criteria by more than ${APART} points of 100, with at least ${ENOUGH} scorings on both sides. A flag asks for a second look; it is no verdict.`,
};

function pointsByCriterion(definition: SchemeDefinition, scores: readonly StoredPoints[]): GivenPoints[] {
  const known = new Map<string, (string | null)[]>();
  for (const { criterion, points } of scores) known.set(criterion, [...(known.get(criterion) ?? []), points]);
  return criteriaOf(definition).map(({ criterion: { code, name, marks, scorer }, weight }) => ({
    code,
    name,
    marks: settled(weighted({ is: 'number', text: marks }, weight)),
    judged: scorer !== 'computed',
    points: known.get(code) ?? [],
  }));
}

/** Each sheet with its points before any criterion was rounded. */
function standingsOf(
  { vetoes = [] }: SchemeDefinition,
  sheets: readonly StoredSheet[],
  scores: readonly StoredPoints[],
): Map<string, Standing> {
  const zero = new Set(vetoes.filter(({ effect }) => effect === 'zero').map(({ code }) => code));
  const bySheet = new Map<string, Decimal | null>();
  for (const { sheetId, points, exact } of scores) {
    const sum = bySheet.get(sheetId);
    if (points === null || sum === null) continue;
    bySheet.set(sheetId, exact === null ? null : new Decimal(sum ?? 0).plus(exact));
  }
  return new Map(
    sheets.map(({ id, unionId, unionName, points, bonus, penalty, vetoes: held }) => {
      const sum = bySheet.get(id);
      const whole = sum && Decimal.max(sum.plus(bonus).minus(penalty), 0).toFixed(10);
      const exact = held.some((code) => zero.has(code)) ? points : (whole ?? null);
      return [id, { unionId, unionName, points, exact }];
    }),
  );
}

function closeView(
  classCode: string | null,
  { ahead, behind, gap, exactGap, moved, closeness }: ClosePair,
): ClosePairView {
  const [one, other] = [ahead.unionName, behind.unionName];
  const words: Record<ClosePair['closeness'], Words> = {
    reversed: {
      zh: `${one}领先 ${gap} 分，但按未取整的得分应为${other}领先。`,
      en: `${one} leads by ${gap}, but by the points before rounding ${other} would lead.`,
    },
    tied: {
      zh: `${one}与${other}同分，只因取整；未取整时${one}领先。`,
      en: `${one} and ${other} are equal by rounding only; before it ${one} leads.`,
    },
    within: {
      zh: `${one}领先${other} ${gap} 分，不大于取整造成的变动。`,
      en: `${one} leads ${other} by ${gap}, no more than what rounding moved.`,
    },
  };
  return {
    classCode,
    aheadId: ahead.unionId,
    ahead: one,
    behindId: behind.unionId,
    behind: other,
    gap,
    exactGap,
    moved,
    closeness,
    words: words[closeness],
  };
}
