/** A target while it is written (目标草稿): what is sent of it, and into which shorter periods it can be divided. */
import type { Schemas } from '../api/client';
import { type PeriodKind, kindOf, kinds, nameOf, partOf, yearOf } from '../indicators/period';

export type Definition = Schemas['TargetDefinitionDto'];

export interface Draft {
  readonly value: string;
  /** Where one starts from: nowhere, the value of an earlier period, or a value with its source. */
  readonly from: 'none' | 'period' | 'stated';
  readonly baselinePeriod: string;
  readonly baselineValue: string;
  readonly baselineSource: string;
  /** By union. */
  readonly unions: Readonly<Record<string, string>>;
  /** Into which periods it is divided. */
  readonly dividedBy: PeriodKind | '';
  /** By the name of the period. */
  readonly periods: Readonly<Record<string, string>>;
  readonly shortfallReason: string;
}

/** Measured against the period of the year before. */
export const blankFor = (period: string): Draft => ({
  value: '',
  from: 'period',
  baselinePeriod: yearBefore(period),
  baselineValue: '',
  baselineSource: '',
  unions: {},
  dividedBy: '',
  periods: {},
  shortfallReason: '',
});

export const yearBefore = (period: string): string => nameOf(String(Number(yearOf(period)) - 1), partOf(period));

type Standing = Pick<
  Schemas['TargetDetail'],
  'value' | 'baseline' | 'unions' | 'periods' | 'shortfallReason' | 'period'
>;

export function draftOf({ value, baseline, unions, periods, shortfallReason, period }: Standing): Draft {
  const [first] = periods;
  return {
    value,
    from: baseline === null ? 'none' : baseline.period === null ? 'stated' : 'period',
    baselinePeriod: baseline?.period ?? yearBefore(period.name),
    baselineValue: baseline !== null && baseline.period === null ? baseline.value : '',
    baselineSource: baseline !== null && baseline.period === null ? baseline.source : '',
    unions: Object.fromEntries(unions.map((part) => [part.unionId, part.value])),
    dividedBy: first === undefined ? '' : kindOf(first.period),
    periods: Object.fromEntries(periods.map((part) => [part.period, part.value])),
    shortfallReason: shortfallReason ?? '',
  };
}

/** As the API takes it; rows left empty have no part. `order`: of the unions on the page. */
export function definitionOf(draft: Draft, period: string, order: readonly string[]): Definition {
  const { value, unions, dividedBy, periods, shortfallReason } = draft;
  const left = Object.keys(unions).filter((id) => !order.includes(id));
  return {
    value: plain(value),
    baseline: baselineOf(draft),
    unions: [...order, ...left].flatMap((unionId) => {
      const part = plain(unions[unionId] ?? '');
      return part === '' ? [] : [{ unionId, value: part }];
    }),
    periods: (dividedBy === '' ? [] : partsIn(period, dividedBy)).flatMap((name) => {
      const part = plain(periods[name] ?? '');
      return part === '' ? [] : [{ period: name, value: part }];
    }),
    shortfallReason: shortfallReason.trim() === '' ? null : shortfallReason,
  };
}

function baselineOf({ from, baselinePeriod, baselineValue, baselineSource }: Draft): Definition['baseline'] {
  if (from === 'none') return null;
  if (from === 'period') return { period: baselinePeriod, value: null, source: null };
  const [value, source] = [plain(baselineValue), baselineSource.trim()];
  return { period: null, value: value === '' ? null : value, source: source === '' ? null : source };
}

/** A number as people type or paste it: 1,200 · １２００. What is none stays as it is, and is refused by the API. */
const plain = (text: string): string => text.normalize('NFKC').replace(/[,\s]/g, '');

const lengths = { month: 1, quarter: 3, half: 6, year: 12 } as const;

/** Into what kinds it can be divided, for an indicator whose shortest period is `shortest`. */
export const divisionsOf = (period: string, shortest: PeriodKind): PeriodKind[] =>
  kinds.slice(kinds.indexOf(shortest), kinds.indexOf(kindOf(period))).toReversed();

/** The shorter periods in one, in the order of time. */
export function partsIn(period: string, kind: PeriodKind): string[] {
  const length = lengths[kindOf(period)];
  const step = lengths[kind];
  const no = Number(partOf(period).replace(/\D/g, '') || '1');
  const start = (no - 1) * length;
  const count = Math.floor(length / step);
  return Array.from({ length: count }, (_, each) => {
    const at = start / step + each + 1;
    const part = { month: String(at).padStart(2, '0'), quarter: `Q${at}`, half: `H${at}`, year: '' }[kind];
    return nameOf(yearOf(period), part);
  });
}
