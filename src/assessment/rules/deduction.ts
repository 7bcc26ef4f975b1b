/** Deduction per occurrence (按次扣分): full marks when nothing happened, so much off each time, down to a floor. */
import type { Decimal } from 'decimal.js';
import { plain } from '../../kernel/decimal';
import type { FieldError, Words } from '../../kernel/errors';
import {
  type Expression,
  least,
  minus as less,
  most as greatest,
  number,
  times as product,
  written,
} from '../expression';
import type { CriterionFacts } from '../facts';
import { checkFloor, describeFloor } from '../floor';
import { checkGrounds } from '../ground-check';
import { at, Faults, readObject } from '../shape';
import { countingWords, type SelfCounting } from '../countable';
import { settled, weighted } from '../settle';
import { NOT_STATED, tallyOf } from '../tally';
import type { Rule, Scored } from './rule';
import { sentences } from './rule';

export interface DeductionGround extends SelfCounting {
  readonly code: string;
  readonly name: string;
  /** Off for each time. */
  readonly points: string;
  /** The most this ground can cost; without a limit when left out. */
  readonly most?: string;
}

export interface DeductionParams {
  readonly kind: 'deduction';
  readonly grounds: readonly DeductionGround[];
  /** What is left at least; 0 when left out. */
  readonly floor?: string;
}

/** points = max(marks − Σ times × points of the ground, floor). */
export const deduction: Rule<DeductionParams> = {
  kind: 'deduction',
  judged: false,
  food: 'occurrences',
  compares: false,
  grounds: ({ grounds }) => grounds.map(({ code, name }) => ({ code, name })),
  validate,
  describe,
  value: () => null,
  score,
};

function validate(params: unknown, marks: Decimal | undefined, place: string): FieldError[] {
  const faults = new Faults();
  const read = readObject(faults, params, place, ['kind', 'grounds', 'floor']);
  if (read === undefined) return faults.list;
  checkGrounds(faults, read['grounds'], at(place, 'grounds'), marks, 'most');
  checkFloor(faults, read['floor'], at(place, 'floor'), marks);
  return faults.list;
}

function score({ grounds, floor = '0' }: DeductionParams, marks: Decimal, facts: CriterionFacts): Scored {
  const tally = tallyOf(grounds, facts);
  const { counts } = tally;
  const listed = grounds.map((ground) => ({ ...ground }));
  const inputs = { marks: marks.toFixed(2), floor, grounds: listed, ...tally.inputs };
  if (counts === null) return { points: null, arithmetic: null, explanation: NOT_STATED, inputs, nextUnit: null };
  const happened = grounds.filter(({ code }) => (counts.get(code) ?? 0) > 0);
  const taken = happened.map((ground) => cost(ground, counts.get(ground.code) ?? 0));
  const left = taken.length === 0 ? number(marks) : greatest(less(number(marks), ...taken), number(floor));
  const arithmetic = weighted(left, facts.weight);
  const points = settled(arithmetic);
  const sum = `${written(arithmetic)} = ${points}`;
  const list = happened.map(({ code, name }) => `“${name}” ${counts.get(code)}`);
  const said =
    happened.length === 0
      ? { zh: `没有扣分情形，得分 = ${sum}。`, en: `Nothing to take off: points = ${sum}.` }
      : {
          zh: `${list.map((one) => `${one} 次`).join('，')}，得分 = ${sum}。`,
          en: `${list.join(', ')}: points = ${sum}.`,
        };
  return { points, arithmetic, explanation: sentences(said, ...tally.notes), inputs, nextUnit: null };
}

function cost({ points, most }: DeductionGround, count: number): Expression {
  const all = product(number(count), number(points));
  return most === undefined ? all : least(all, number(most));
}

function describe({ grounds, floor }: DeductionParams, marks: Decimal): Words {
  const zh = ({ name, points, most, ...counting }: DeductionGround) =>
    `${name}${countingWords(counting).zh}，每次扣 ${plain(points)} 分${most === undefined ? '' : `（最多扣 ${plain(most)} 分）`}`;
  const en = ({ name, points, most, ...counting }: DeductionGround) =>
    `${name}${countingWords(counting).en}, ${plain(points)} off each time${most === undefined ? '' : ` (at most ${plain(most)})`}`;
  const words = {
    zh: `满分 ${marks.toFixed()} 分，按次扣分：${grounds.map(zh).join('；')}。`,
    en: `Full marks ${marks.toFixed()}, less: ${grounds.map(en).join('; ')}.`,
  };
  return sentences(words, describeFloor(floor));
}
