/** Checks an expression (算式) for what it refers to, its types and its units, and makes a formula of it. Pure. */
import { isShorter, type PeriodKind } from '../../kernel/period';
import type { IndicatorDefinition } from '../definition/definition';
import { EXTERNAL } from '../sources/external-functions';
import { functions } from '../sources/functions';
import { requireArguments, textOf } from './arguments';
import type { Formula, Reading } from './formula';
import { Mistake } from './mistake';
import { parse } from './parse';
import type { Call, Node } from './syntax';
import { quotientUnit, productUnit, sumUnit, type Unit } from './units';
import type { World } from './world';

export interface Checked {
  readonly formula: Formula;
  /** null: it fits any. */
  readonly unit: Unit;
  readonly readings: readonly Reading[];
}

export interface Setting {
  readonly world: World;
  /** What of its own: whether readings stand or happen, and its period. */
  readonly overTime: IndicatorDefinition['overTime'];
  readonly periodKind: PeriodKind;
  /** In which it counts. */
  readonly unit: string;
  /** Codes it is within: the indicator itself, and those that refer to one another. */
  readonly within: readonly string[];
}

/** So many calculations in all that is referred to. */
const LARGEST = 500;

interface Part {
  readonly formula: Formula;
  readonly unit: Unit;
}

/** Errors: Mistake, with its place. */
export function check(source: string, setting: Setting): Checked {
  const readings = new Map<string, Reading>();
  const { formula, unit } = new Checking(readings).whole(parse(source), setting);
  return { formula, unit, readings: [...readings.values()] };
}

class Checking {
  private size = 0;

  constructor(private readonly readings: Map<string, Reading>) {}

  /** What is given from outside stands alone; others refer to its indicator. */
  whole(node: Node, setting: Setting): Part {
    return node.kind === 'call' && node.name === EXTERNAL ? this.read(node, setting) : this.of(node, setting);
  }

  of(node: Node, setting: Setting): Part {
    if (++this.size > LARGEST) throw new Mistake('large', LARGE, node.place);
    switch (node.kind) {
      case 'number':
        return { formula: { kind: 'number', value: node.value }, unit: null };
      case 'negative': {
        const { formula, unit } = this.of(node.of, setting);
        return { formula: { kind: 'negative', of: formula }, unit };
      }
      case 'binary': {
        const { operator, place } = node;
        const [left, right] = [this.of(node.left, setting), this.of(node.right, setting)];
        const joined = operator === '*' ? productUnit : operator === '/' ? quotientUnit : sumUnit;
        const unit = joined(left.unit, right.unit, place);
        return { formula: { kind: 'binary', operator, left: left.formula, right: right.formula }, unit };
      }
      case 'call':
        return this.call(node, setting);
      default:
        throw new Mistake('number', NUMBER, node.place);
    }
  }

  private call(call: Call, setting: Setting): Part {
    const own = ownFunctions.get(call.name);
    if (own !== undefined) requireArguments(call, own, own);
    const [first, second] = call.args;
    if (own !== undefined && first !== undefined) {
      if (call.name === 'indicator') return this.indicator(textOf(first), call, setting);
      const { formula, unit } = this.of(first, setting);
      if (second !== undefined) return { formula, unit: textOf(second) };
      return { formula: { kind: 'orZero', of: formula }, unit };
    }
    if (call.name === EXTERNAL) throw new Mistake('external', ALONE, call.place);
    return this.read(call, setting);
  }

  private read(call: Call, { world, periodKind, overTime, unit: counted, within }: Setting): Part {
    const reader = functions.get(call.name);
    if (reader === undefined) throw new Mistake('function', unknownFunction(), call.place);
    const { asked, unit } = reader(call, world, { periodKind, unit: counted, code: within.at(-1) ?? '' });
    const stock = overTime === 'last';
    const key = JSON.stringify([asked, stock]);
    this.readings.set(key, { key, asked, stock, text: call.text, unit });
    return { formula: { kind: 'reading', key }, unit };
  }

  /** Another indicator's value as it is worked out, at the same level and for the same period. */
  private indicator(code: string, { place }: Call, { world, periodKind, within }: Setting): Part {
    const found = world.indicators.get(code);
    if (within.includes(code)) throw new Mistake('circle', CIRCLE, place);
    if (found === undefined) throw new Mistake('unknownIndicator', UNKNOWN, place);
    if (found.overUnions !== 'sum' || found.overTime === 'mean') throw new Mistake('notSummed', NOT_SUMMED, place);
    if (isShorter(periodKind, found.periodKind) || (found.overTime === 'none' && found.periodKind !== periodKind))
      throw new Mistake('period', PERIOD, place);
    const { overTime, factor, measure } = found;
    const setting = {
      ...{ world, overTime, periodKind: found.periodKind, unit: measure.unit },
      within: [...within, code],
    };
    const part = (source: string): Formula => this.referred(source, setting, place);
    const numerator = part(found.numerator);
    const over: Formula =
      found.denominator === null
        ? numerator
        : { kind: 'binary', operator: '/', left: numerator, right: part(found.denominator) };
    const formula: Formula = { kind: 'binary', operator: '*', left: { kind: 'number', value: factor }, right: over };
    return { formula, unit: measure.unit };
  }

  /** What is wrong in there is told where it is referred to. */
  private referred(source: string, setting: Setting, place: Call['place']): Formula {
    try {
      return this.whole(parse(source), setting).formula;
    } catch (error) {
      if (error instanceof Mistake) throw new Mistake(error.code, error.words, place);
      throw error;
    }
  }
}

/** How many arguments those take that are no source: another indicator, zero where nothing is said, another unit. */
const ownFunctions: ReadonlyMap<string, number> = new Map([
  ['indicator', 1],
  ['orZero', 1],
  ['as', 2],
]);

const unknownFunction = (): { zh: string; en: string } => {
  const names = [...functions.keys(), ...ownFunctions.keys()];
  return {
    zh: `没有这个函数；可用：${names.join('、')}。`,
    en: `There is no such function; there are: ${names.join(', ')}.`,
  };
};
const NUMBER = { zh: '此处应为数字或取数函数。', en: 'A number or a function should stand here.' };
const LARGE = { zh: '算式连同所引用的指标过于庞大。', en: 'The expression with all that it refers to is too large.' };
const ALONE = {
  zh: '外部数据应单独成为一个指标，其他算式用 indicator() 引用它。',
  en: 'What comes from outside is an indicator of its own: other expressions refer to it by indicator().',
};
const CIRCLE = { zh: '指标之间循环引用。', en: 'Indicators refer to one another in a circle.' };
const UNKNOWN = {
  zh: '没有这个代码的指标，或在该周期尚未生效。',
  en: 'There is no indicator of this code in the period.',
};
const NOT_SUMMED = {
  zh: '只能引用按工会汇总、且不按时间平均的指标。',
  en: 'Only an indicator that adds up over unions and is no mean over time can be referred to.',
};
const PERIOD = {
  zh: '所引用指标的周期比本指标长，或没有更长周期的值。',
  en: 'The indicator has no value for periods as short, or as long, as this one.',
};
