/** Whether a value from outside can be taken in (外部数据校验): whose, for which period, in what unit. Pure. */
import { fits } from '../../kernel/decimal';
import { Conflict, Refused, type Words } from '../../kernel/errors';
import type { Tier } from '../../kernel/actor';
import type { Period } from '../../kernel/period';
import { tierWords } from '../../organization/tier';
import { type Closed, isClosed } from '../closure/closures';
import type { IndicatorDefinition } from '../definition/definition';
import { type KnownIndicator, versionFor } from '../definition/known';
import { externalOf } from '../sources/external-functions';

export interface ExternalGiven {
  /** null: it is taken back. */
  readonly value: string | null;
  readonly unit?: string;
  readonly source: string;
  readonly asOf?: string | null;
}

export interface ExternalPlace {
  readonly tier: Tier;
  /** On the last day of the period. */
  readonly stands: boolean;
}

export interface ExternalTime {
  readonly today: string;
  readonly closed: readonly Closed[];
}

/** The definition by which the period is worked out. Errors: externalValue.computed, .retired, .closed (409), all others (422). */
export function takenBy(
  indicator: KnownIndicator,
  period: Period,
  { tier, stands }: ExternalPlace,
  { value, unit, asOf = null }: ExternalGiven,
  { today, closed }: ExternalTime,
): IndicatorDefinition {
  const definition = fromOutside(indicator, period);
  const { measure, decimals } = definition;
  const tiers = externalOf(indicator.code, definition)?.tiers ?? [];
  if (indicator.retired) throw retired();
  if (period.kind !== definition.periodKind) throw otherKind(definition);
  if (period.from > today) throw refused('future', FUTURE, 'period');
  if (!tiers.includes(tier)) throw otherTier(tiers);
  if (!stands) throw noUnionThen();
  const locked = closed.find((each) => isClosed([each], period));
  if (locked !== undefined) throw periodClosed(locked.name);
  if (unit !== undefined && unit !== measure.unit) throw otherUnit(measure.unit);
  if (value !== null && !fits(value, decimals)) throw tooFine(decimals);
  if (asOf !== null && asOf > today) throw refused('asOf', LATER, 'asOf');
  return definition;
}

/** As it holds in the period, or by its newest version. Errors: externalValue.computed (409), .notYet (422). */
export function fromOutside(indicator: KnownIndicator, period: Period): IndicatorDefinition {
  const { code, versions } = indicator;
  const found = versionFor(indicator, period) ?? versions[0];
  if (found === undefined || externalOf(code, found.definition) === null) throw computed(found?.definition);
  if (found.holdsFrom > period.from) throw refused('notYet', NOT_YET, 'period');
  return found.definition;
}

const refused = (code: string, words: Words, field: string): Refused =>
  new Refused(`externalValue.${code}`, words, field);

function computed(definition: IndicatorDefinition | undefined): Conflict {
  const { numerator = '', denominator = null } = definition ?? {};
  const [text, over] = [numerator.trim(), denominator === null ? '' : ` ÷ ${denominator.trim()}`];
  return new Conflict('externalValue.computed', {
    zh: `该指标由系统内的数据计算（${text}${over}），不从外部写入；请写入其来源，或把外部数据另设为一个指标。`,
    en: `It is worked out of what is in the platform (${text}${over}): feed that, or have an indicator of its own for what comes from outside.`,
  });
}

/** The period has a last day, and the union was not there. */
export const noUnionThen = (): Refused => refused('union', NO_UNION, 'union');

/** What was never given is not taken back. */
export const nothingToTake = (): Refused => refused('nothing', NOTHING, 'value');

const retired = (): Conflict =>
  new Conflict('externalValue.retired', {
    zh: '指标已停用，不再接收数据。',
    en: 'The indicator is retired and takes nothing in.',
  });

const periodClosed = (name: string): Conflict =>
  new Conflict('externalValue.closed', {
    zh: `${name} 已锁定，数值不再改变；确需更正的，由区总工会重新开放该周期。`,
    en: `${name} is closed and its values stand: the district federation would have to open it again.`,
  });

const kinds: Record<IndicatorDefinition['periodKind'], Words> = {
  month: { zh: '月（2026-03）', en: 'months (2026-03)' },
  quarter: { zh: '季度（2026Q1）', en: 'quarters (2026Q1)' },
  half: { zh: '半年（2026H1）', en: 'halves (2026H1)' },
  year: { zh: '年（2026）', en: 'years (2026)' },
};

function otherKind({ periodKind }: IndicatorDefinition): Refused {
  const { zh, en } = kinds[periodKind];
  const words = {
    zh: `应按${zh}报送；更长的周期由其计算。`,
    en: `It is given by ${en}: longer periods are worked out.`,
  };
  return refused('period', words, 'period');
}

function otherTier(tiers: readonly Tier[]): Refused {
  const words = {
    zh: `由${tiers.map((tier) => tierWords[tier].zh).join('、')}报送；其他层级的数值由其计算。`,
    en: `It is given for each ${tiers.map((tier) => tierWords[tier].en).join(' and ')}: others are worked out.`,
  };
  return refused('tier', words, 'union');
}

const otherUnit = (unit: string): Refused =>
  refused('unit', { zh: `计量单位应为“${unit}”。`, en: `The unit should be “${unit}”.` }, 'unit');

const tooFine = (decimals: number): Refused =>
  refused('decimals', { zh: `至多 ${decimals} 位小数。`, en: `At most ${decimals} decimals.` }, 'value');

const NOTHING = { zh: '没有可以撤回的数值。', en: 'There is no value that could be taken back.' };
const FUTURE = { zh: '周期尚未开始。', en: 'The period has not begun yet.' };
const NOT_YET = { zh: '指标在该周期尚未起用。', en: 'The indicator is not yet defined in the period.' };
const NO_UNION = {
  zh: '该工会在周期的最后一天尚未成立或已撤销。',
  en: 'The union was not there on the last day of the period.',
};
const LATER = { zh: '数据日期不能晚于今天。', en: 'The day of the figure is not after today.' };
