/** An indicator while it is written (指标草稿): every field as text, and what is sent of it. */
import type { Schemas } from '../api/client';

export type Definition = Schemas['IndicatorDefinitionDto'];

export interface Draft extends Omit<Definition, 'denominator' | 'decimals' | 'by' | 'limits' | 'measure'> {
  readonly measureName: string;
  readonly unit: string;
  /** Worked out as a rate. */
  readonly isRate: boolean;
  readonly denominator: string;
  readonly decimals: string;
  readonly by: string;
  readonly notAbove: string;
  readonly change: string;
}

export const blank: Draft = {
  name: '',
  programme: '',
  about: '',
  measureName: '',
  unit: '',
  numerator: '',
  isRate: false,
  denominator: '',
  factor: '1',
  decimals: '0',
  direction: 'higher',
  periodKind: 'month',
  overTime: 'sum',
  overUnions: 'sum',
  qualifier: 'exact',
  by: '',
  notAbove: '',
  change: '',
};

export function draftOf({ measure, denominator, decimals, by, limits, ...same }: Definition): Draft {
  return {
    ...same,
    measureName: measure.name,
    unit: measure.unit,
    isRate: denominator !== null,
    denominator: denominator ?? '',
    decimals: String(decimals),
    by: by ?? '',
    notAbove: limits.notAbove ?? '',
    change: limits.change ?? '',
  };
}

export function definitionOf(draft: Draft): Definition {
  const { measureName, unit, isRate, denominator, decimals, by, notAbove, change, ...same } = draft;
  return {
    ...same,
    // what is counted is most often what the indicator is called
    measure: { name: measureName.trim() === '' ? draft.name : measureName, unit },
    denominator: isRate ? denominator : null,
    decimals: wholeOf(decimals),
    by: orNull(by),
    limits: { notAbove: orNull(notAbove), change: orNull(change) },
  };
}

/** What turns from a count to a rate is in percent with one decimal, and back. */
export function turned(draft: Draft, isRate: boolean): Draft {
  const plain = !isRate && draft.factor === '100' && draft.unit === '%';
  if (plain) return { ...draft, isRate, factor: '1', unit: '', decimals: '0' };
  const untouched = isRate && draft.factor === '1' && draft.unit.trim() === '';
  return untouched ? { ...draft, isRate, factor: '100', unit: '%', decimals: '1' } : { ...draft, isRate };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
/** What is no whole number is refused by the API, and not here. */
const wholeOf = (text: string): number => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : -1);
