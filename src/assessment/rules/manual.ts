/** Points a scorer gives within limits, with a reason (主观评分). */
import type { Decimal } from 'decimal.js';
import { Refused } from '../../kernel/errors';
import type { FieldError, Words } from '../../kernel/errors';
import { number, written } from '../expression';
import type { CriterionFacts, Judgement } from '../facts';
import { settled, weighted } from '../settle';
import { at, Faults, readDecimal, readObject } from '../shape';
import type { Rule, Scored } from './rule';

export interface ManualParams {
  readonly kind: 'manual';
  /** The least a scorer may give; 0 when left out. */
  readonly min?: string;
  /** The most a scorer may give: the full marks, also when left out. */
  readonly max?: string;
}

/** The points are the judgement, from min to max with at most two places; without a judgement not scored yet. */
export const manual: Rule<ManualParams> = {
  kind: 'manual',
  judged: true,
  food: 'judgement',
  compares: false,
  grounds: () => [],
  validate,
  describe,
  value: () => null,
  score,
};

function validate(params: unknown, marks: Decimal | undefined, place: string): FieldError[] {
  const faults = new Faults();
  const read = readObject(faults, params, place, ['kind', 'min', 'max']);
  if (read?.['max'] !== undefined) {
    const max = readDecimal(faults, read['max'], at(place, 'max'), { places: 2 });
    if (max !== undefined && marks !== undefined && !max.eq(marks)) {
      const full = marks.toFixed();
      faults.add(
        at(place, 'max'),
        'notFullMarks',
        `最高可评分应等于本项满分 ${full}，也可以不填。`,
        `The most a scorer may give must be the full marks, ${full}, or be left out.`,
      );
    }
  }
  if (read?.['min'] !== undefined) {
    const min = readDecimal(faults, read['min'], at(place, 'min'), { places: 2, atLeast: '0' });
    if (min !== undefined && marks !== undefined && min.gte(marks)) {
      const full = marks.toFixed();
      faults.add(
        at(place, 'min'),
        'outOfRange',
        `应小于本项满分 ${full}。`,
        `Must be less than the full marks, ${full}.`,
      );
    }
  }
  return faults.list;
}

function score(params: ManualParams, marks: Decimal, { judgement, weight }: CriterionFacts): Scored {
  const [min, max] = [params.min ?? '0', marks.toFixed()];
  const limits = { marks: marks.toFixed(2), min, max };
  if (judgement === undefined) {
    const explanation = {
      zh: `尚未评分：由评分人在 ${min} 至 ${max} 分之间评定并说明理由。`,
      en: `Not scored yet: the scorer gives ${min} to ${max} points with a reason.`,
    };
    return { points: null, arithmetic: null, explanation, inputs: limits, nextUnit: null };
  }
  const given = checked(judgement, min, max);
  const arithmetic = weighted(number(given), weight);
  const points = settled(arithmetic);
  const counted =
    points === given
      ? { zh: '', en: '' }
      : {
          zh: `，按权重计 ${written(arithmetic)} = ${points} 分`,
          en: `, by weight ${written(arithmetic)} = ${points}`,
        };
  const { reason, by, at: moment } = judgement;
  return {
    points,
    arithmetic,
    explanation: {
      zh: `评分人评定 ${given} 分（限 ${min} 至 ${max} 分）${counted.zh}。理由：${reason}`,
      en: `The scorer gave ${given} points (limits ${min} to ${max})${counted.en}. Reason: ${reason}`,
    },
    inputs: { ...limits, judgement: { points: given, reason, by, at: moment } },
    nextUnit: null,
  };
}

function checked({ points, reason }: Judgement, min: string, max: string): string {
  const faults = new Faults();
  const given = readDecimal(faults, points, 'points', { places: 2, atLeast: min, atMost: max });
  if (given === undefined) {
    const words = {
      zh: `应评 ${min} 至 ${max} 分，最多两位小数。`,
      en: `Give ${min} to ${max} points with at most two decimals.`,
    };
    throw new Refused('pointsOutsideLimits', words, 'points');
  }
  if (typeof reason !== 'string' || reason.trim() === '') {
    const words = { zh: '评分应说明理由。', en: 'A judgement needs a reason.' };
    throw new Refused('reasonMissing', words, 'reason');
  }
  return given.toFixed(2);
}

function describe({ min = '0' }: ManualParams, marks: Decimal): Words {
  return {
    zh: `由评分人在 ${min} 至 ${marks.toFixed()} 分之间评定并说明理由。`,
    en: `The scorer gives ${min} to ${marks.toFixed()} points with a reason.`,
  };
}
