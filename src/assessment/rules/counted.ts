/** Points per counted thing (按件计分): so much for each of a kind, up to the cap of the kind and the full marks. */
import { Decimal } from 'decimal.js';
import { plain } from '../../kernel/decimal';
import type { FieldError, Words } from '../../kernel/errors';
import { nextCounted, type CountedKind, worth } from '../counted-sum';
import { least, number, sum as add, written } from '../expression';
import type { CriterionFacts } from '../facts';
import { checkGrounds } from '../ground-check';
import { at, Faults, readObject } from '../shape';
import { countingWords } from '../countable';
import { settled, weighted } from '../settle';
import { NOT_STATED, tallyOf } from '../tally';
import type { Rule, Scored } from './rule';
import { sentences } from './rule';

export interface CountedParams {
  readonly kind: 'counted';
  readonly kinds: readonly CountedKind[];
}

/** points = min(Σ number × points of the kind, marks). */
export const counted: Rule<CountedParams> = {
  kind: 'counted',
  judged: false,
  food: 'occurrences',
  compares: false,
  grounds: ({ kinds }) => kinds.map(({ code, name }) => ({ code, name })),
  validate,
  describe,
  value: () => null,
  score,
};

function validate(params: unknown, marks: Decimal | undefined, place: string): FieldError[] {
  const faults = new Faults();
  const read = readObject(faults, params, place, ['kind', 'kinds']);
  if (read === undefined) return faults.list;
  const list = at(place, 'kinds');
  const kinds = checkGrounds(faults, read['kinds'], list, marks, 'cap');
  if (marks === undefined || faults.list.length > 0) return faults.list;
  const caps = kinds.map(({ most }) => most);
  // A kind without a cap of its own can always fill the marks.
  const reach = caps.reduce<Decimal | undefined>(
    (total, cap) => (cap && total ? total.plus(cap) : undefined),
    new Decimal(0),
  );
  if (reach?.lt(marks)) {
    const [all, full] = [reach.toFixed(), marks.toFixed()];
    const en = `The caps add up to ${all}; nobody could reach the full marks, ${full}.`;
    faults.add(list, 'notFullMarks', `各类上限合计 ${all} 分，无法得到满分 ${full}。`, en);
  }
  return faults.list;
}

function score({ kinds }: CountedParams, marks: Decimal, facts: CriterionFacts): Scored {
  const tally = tallyOf(kinds, facts);
  const { counts } = tally;
  const inputs = { marks: marks.toFixed(2), kinds: kinds.map((kind) => ({ ...kind })), ...tally.inputs };
  if (counts === null) return { points: null, arithmetic: null, explanation: NOT_STATED, inputs, nextUnit: null };
  const there = kinds.filter(({ code }) => (counts.get(code) ?? 0) > 0);
  const summands = there.map((kind) => worth(kind, counts.get(kind.code) ?? 0));
  const all = summands.length === 0 ? number('0') : least(add(...summands), number(marks));
  const arithmetic = weighted(all, facts.weight);
  const points = settled(arithmetic);
  const sum = `${written(arithmetic)} = ${points}`;
  const list = there.map(({ code, name }) => `“${name}” ${counts.get(code)}`);
  const said =
    there.length === 0
      ? { zh: `没有可计分的事项，得分 = ${sum}。`, en: `Nothing was counted: points = ${sum}.` }
      : { zh: `${list.join('，')}，得分 = ${sum}。`, en: `${list.join(', ')}: points = ${sum}.` };
  const explanation = sentences(said, ...tally.notes);
  return { points, arithmetic, explanation, inputs, nextUnit: nextCounted(kinds, counts, marks, facts.weight ?? '1') };
}

function describe({ kinds }: CountedParams, marks: Decimal): Words {
  const zh = ({ name, points, cap, ...counting }: CountedKind) =>
    `${name}${countingWords(counting).zh}每项 ${plain(points)} 分${cap === undefined ? '' : `（最多 ${plain(cap)} 分）`}`;
  const en = ({ name, points, cap, ...counting }: CountedKind) =>
    `${name}${countingWords(counting).en}, ${plain(points)} each${cap === undefined ? '' : ` (at most ${plain(cap)})`}`;
  return {
    zh: `按件计分：${kinds.map(zh).join('；')}；合计最多 ${marks.toFixed()} 分。`,
    en: `For each counted: ${kinds.map(en).join('; ')}; at most ${marks.toFixed()} in all.`,
  };
}
