/** Points by percentage band (分档得分): 70 % and above gives 3, 60 % gives 2, below the lowest band nothing. */
import { Decimal } from 'decimal.js';
import { plain } from '../../kernel/decimal';
import type { FieldError, Words } from '../../kernel/errors';
import type { Band } from '../band-ladder';
import { checkBands, descending, reached } from '../band-ladder';
import { completionOf } from '../completion';
import { type Expression, ladder as rungs, number, over, sum, times as product, written } from '../expression';
import type { CriterionFacts, TaskFact } from '../facts';
import type { Fraction } from '../fraction';
import { compare, dividedBy, fraction, HUNDRED, times, twoPlaces } from '../fraction';
import type { NextUnit } from '../next-unit';
import { nextUnit } from '../next-unit';
import { punctualityOf } from '../punctuality';
import { at, Faults, readObject } from '../shape';
import type { Json, Rule, Scored } from './rule';
import { sentences, taskInputs } from './rule';
import { settled, weighted } from '../settle';

export interface BandsParams {
  readonly kind: 'bands';
  /** What the percentage is of: completion when left out. */
  readonly over?: 'completion' | 'punctuality';
  /** In any order. */
  readonly bands: readonly Band[];
}

/** points = those of the highest band reached, 0 below the lowest; a percentage without value gives no points. */
export const bands: Rule<BandsParams> = {
  kind: 'bands',
  judged: false,
  food: 'rate',
  compares: false,
  grounds: () => [],
  validate,
  describe,
  value: () => null,
  score,
};

function validate(params: unknown, marks: Decimal | undefined, place: string): FieldError[] {
  const faults = new Faults();
  const read = readObject(faults, params, place, ['kind', 'over', 'bands']);
  if (read === undefined) return faults.list;
  const over = read['over'];
  if (over !== undefined && over !== 'completion' && over !== 'punctuality') {
    const known = 'completion, punctuality';
    faults.add(at(place, 'over'), 'unknownKind', `应为以下之一：${known}。`, `Must be one of: ${known}.`);
  }
  // Nobody can be more than wholly on time; work may go beyond its target.
  const highest = over === 'punctuality' ? '100' : '200';
  checkBands(faults, read['bands'], at(place, 'bands'), marks, highest);
  return faults.list;
}

/** A percentage with what it is made of. */
interface Measured {
  readonly name: Words;
  readonly rate: Fraction | null;
  readonly arithmetic: Expression | null;
  readonly formula: string;
  readonly notes: readonly Words[];
  readonly inputs: Readonly<Record<string, Json>>;
  /** What work would lift the rate to `wanted`. */
  next(wanted: Fraction, pointsAt: (rate: Fraction) => string): NextUnit | null;
}

function score(params: BandsParams, marks: Decimal, facts: CriterionFacts): Scored {
  const ladder = descending(params.bands);
  const over = params.over ?? 'completion';
  const measured = over === 'punctuality' ? punctuality(facts.tasks) : completion(facts.tasks, ladder);
  const { rate, name, notes } = measured;
  const stated = ladder.map(({ atLeast, points }) => ({ atLeast, points }));
  const inputs = { marks: marks.toFixed(2), over, bands: stated, ...measured.inputs };
  if (rate === null || measured.arithmetic === null) {
    const none = {
      zh: `没有${name.zh}，尚不得分。`,
      en: `There is no ${name.en}, so no points yet.`,
    };
    return { points: null, arithmetic: null, explanation: sentences(none, ...notes), inputs, nextUnit: null };
  }
  const bandAt = (then: Fraction) => reached(ladder, times(then, HUNDRED));
  const weight = fraction(facts.weight ?? '1');
  const pointsAt = (then: Fraction) => twoPlaces(times(fraction(bandAt(then)?.points ?? '0'), weight));
  const arithmetic = weighted(rungs(product(measured.arithmetic, number('100')), ladder), facts.weight);
  const points = settled(arithmetic);
  const now = fraction(bandAt(rate)?.points ?? '0');
  const better = ladder.findLast((band) => compare(fraction(band.points), now) > 0);
  const percent = percentText(ladder, times(rate, HUNDRED));
  return {
    points,
    arithmetic,
    explanation: sentences(said(measured, percent, bandAt(rate)), ...notes),
    inputs: { ...inputs, percent },
    nextUnit: better ? measured.next(dividedBy(fraction(better.atLeast), HUNDRED), pointsAt) : null,
  };
}

function completion(tasks: readonly TaskFact[], ladder: readonly Band[]): Measured {
  // Each task counts up to the highest band, or several together could never reach it.
  const whole = completionOf(tasks, new Decimal(ladder[0]?.atLeast ?? '0').div(100).toFixed());
  return {
    ...whole,
    name: { zh: '完成率', en: 'completion' },
    inputs: { tasks: taskInputs(whole.counted) },
    next: (wanted, pointsAt) => nextUnit(whole, wanted, pointsAt),
  };
}

function punctuality(tasks: readonly TaskFact[]): Measured {
  const { onTime, late, missing, rate } = punctualityOf(tasks);
  const none = { zh: '尚无到期的任务。', en: 'No task is due yet.' };
  const arithmetic = rate === null ? null : over(number(onTime), sum(number(onTime), number(late), number(missing)));
  return {
    rate,
    name: { zh: '按时率', en: 'punctuality' },
    arithmetic,
    formula: arithmetic === null ? '' : written(arithmetic),
    notes: rate === null ? [none] : [],
    inputs: { onTime, late, missing, tasks: dueTasks(tasks) },
    next: () => null,
  };
}

/** The tasks that are due, each with how it was met and the reports accepted for it. */
function dueTasks(tasks: readonly TaskFact[]): Json {
  return tasks
    .filter(({ timeliness }) => timeliness !== null)
    .map(({ taskId, title, timeliness, reportIds }) => ({ taskId, title, timeliness, reportIds }));
}

/** Rounded to be read, but never across the edge of a band: 69.996 % is not shown as 70 %. */
function percentText(ladder: readonly Band[], percent: Fraction): string {
  const rounded = twoPlaces(percent);
  const honest = reached(ladder, fraction(rounded)) === reached(ladder, percent);
  return honest ? rounded : twoPlaces(percent, 'down');
}

function said({ name, formula }: Measured, percent: string, band: Band | undefined): Words {
  const share = `${formula} = ${percent}%`;
  if (band === undefined) {
    return {
      zh: `${name.zh} ${share}，未达最低一档，得 0 分。`,
      en: `The ${name.en} is ${share}, below the lowest band: 0 points.`,
    };
  }
  const [from, points] = [plain(band.atLeast), plain(band.points)];
  return {
    zh: `${name.zh} ${share}，达到 ${from}% 一档，得 ${points} 分。`,
    en: `The ${name.en} is ${share}, at least ${from} %: ${points} points.`,
  };
}

function describe({ over = 'completion', bands: steps }: BandsParams): Words {
  const ladder = descending(steps);
  const name = over === 'punctuality' ? { zh: '按时率', en: 'punctuality' } : { zh: '完成率', en: 'completion' };
  return {
    zh: `按${name.zh}分档计分：${ladder.map(({ atLeast, points }) => `${plain(atLeast)}% 及以上得 ${plain(points)} 分`).join('；')}；其余不得分。`,
    en: `By bands of ${name.en}: ${ladder.map(({ atLeast, points }) => `${plain(atLeast)} % and above gives ${plain(points)}`).join('; ')}; below that nothing.`,
  };
}
