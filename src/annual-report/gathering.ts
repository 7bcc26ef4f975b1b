/** Gathers what the annual report of a year says (汇集数据): a fixed number of statements, whatever it says. */
import type { EntityManager } from 'typeorm';
import type { IndicatorDefinition } from '../indicator/definition/definition';
import { type Known, knownIn, versionFor } from '../indicator/definition/known';
import { groundOf } from '../indicator/value/ground';
import { indicatorValues, valuesOn } from '../indicator/value/indicator-values';
import type { IndicatorValueNow } from '../indicator/value/plan';
import { hasPeriod } from '../indicator/value/valuing';
import { type Period, periodOn, yearBefore } from '../kernel/period';
import { listTargets } from '../target/target.reader';
import { judge } from '../target/target-rules';
import type { TargetView } from '../target/target.view';
import type { Content, ContentFigure, ContentTarget } from './content';
import { STANDARD } from './template/standard';
import type { Template } from './template/template';
import { officially } from './wording/official';
import { codesOf, type Data, fitted, targetWords, writeSections, writeTitle } from './writing';

/** More than a district sets for itself in a year. */
const MOST_TARGETS = 200;

export interface Gathered {
  readonly content: Content;
  /** The definitions by which the figures were worked out. */
  readonly values: ReadonlyMap<string, IndicatorValueNow>;
}

const aroundSql = `
  select u.name as district, u.path::text as path, app_today()::text as today, t.version, t.title, t.sections
  from trade_union u left join lateral (
    select version, title, sections from annual_report_template
    where district_id = u.district_id order by version desc limit 1) t on true
  where u.district_id = $1 and u.id = $1`;

interface AroundRow {
  readonly district: string;
  readonly path: string;
  readonly today: string;
  readonly version: number | null;
  readonly title: string;
  readonly sections: Template['sections'];
}

export const yearOf = (year: number): Period => periodOn('year', `${year}-01-01`);

/** By the district's words, or by those that are given. */
export async function gather(tx: EntityManager, districtId: string, year: number, given?: Template): Promise<Gathered> {
  const [around]: AroundRow[] = await tx.query(aroundSql, [districtId]);
  if (around === undefined) throw new Error('A district without itself');
  const { district, path, today, version } = around;
  const period = yearOf(year);
  const years = [period, yearBefore(period)];
  const ground = await groundOf(tx, { districtId, unionId: districtId, reach: null }, years);
  if (ground === undefined) throw new Error('A district without itself');
  const template = given ?? (version === null ? standardOf(ground.known, period) : around);
  const targetsOf = async (of: Period): Promise<TargetView[]> => {
    const asked = { page: 1, pageSize: MOST_TARGETS, period: of.name, unionId: districtId, withdrawn: false };
    const { items } = await listTargets(tx, { districtId, path }, asked);
    // what must be kept comes before what is striven for
    return items
      .filter((item) => item.period.kind === 'year')
      .toSorted((a, b) => Number(a.strength === 'aim') - Number(b.strength === 'aim'));
  };
  const targets = await targetsOf(period);
  const next = await targetsOf(yearOf(year + 1));
  const codes = [...new Set([...codesOf(template), ...targets.map(({ code }) => code)])];
  const [now = [], before = []] = await valuesOn(tx, ground, years, codes);
  const values = new Map(now.map((value) => [value.code, value]));
  const earlier = new Map(before.map((value) => [value.code, value.value]));
  const figures = codes.flatMap((code): ContentFigure[] => {
    const value = values.get(code);
    return value === undefined ? [] : [figureOf(value, earlier.get(code) ?? null)];
  });
  const data: Data = {
    year,
    district,
    figures: new Map(figures.map((figure) => [figure.code, figure])),
    targets: targets.map((target) => targetOf(target, values.get(target.code)?.value ?? null, period.to < today)),
    // how far the year after has come is not what this report says
    nextTargets: next.map((target) => targetOf(target, null, false)),
  };
  const content: Content = {
    ...{ year, district, templateVersion: version ?? 0, title: writeTitle(data, template), figures },
    ...{ targets: data.targets, nextTargets: data.nextTargets, sections: writeSections(data, template) },
  };
  return { content, values };
}

/** What the sources say now of the figures that were approved; the year before is not asked again. */
export async function gatherFigures(
  tx: EntityManager,
  { districtId, year, figures }: { districtId: string; year: number; figures: readonly ContentFigure[] },
): Promise<{ live: ContentFigure[]; values: Gathered['values'] }> {
  const codes = figures.map(({ code }) => code);
  const found = await indicatorValues(tx, districtId, districtId, yearOf(year), codes);
  const values = new Map(found.map((value) => [value.code, value]));
  return { live: found.map((value) => figureOf(value, null)), values };
}

/** Indicators that have values for the year, by code. */
export const knownFigures = async (
  tx: EntityManager,
  districtId: string,
  period: Period,
): Promise<ReadonlyMap<string, IndicatorDefinition>> => figuresOf(await knownIn(tx, districtId), period);

function figuresOf({ indicators }: Known, period: Period): ReadonlyMap<string, IndicatorDefinition> {
  return new Map(
    indicators.flatMap((indicator) => {
      const definition = indicator.retired ? undefined : versionFor(indicator, period)?.definition;
      return definition !== undefined && hasPeriod(definition, period) ? [[indicator.code, definition] as const] : [];
    }),
  );
}

export const knownCodes = async (tx: EntityManager, districtId: string, period: Period): Promise<ReadonlySet<string>> =>
  new Set((await knownFigures(tx, districtId, period)).keys());

export const standardFor = async (tx: EntityManager, districtId: string, period: Period): Promise<Template> =>
  standardOf(await knownIn(tx, districtId), period);

const standardOf = (known: Known, period: Period): Template =>
  fitted(STANDARD, new Set(figuresOf(known, period).keys()));

function figureOf(found: IndicatorValueNow, lastYear: string | null): ContentFigure {
  const { id: indicatorId, code, version, definition, value, numerator, denominator } = found;
  const { name, programme, measure, qualifier } = definition;
  const { unit } = measure;
  return {
    ...{ code, indicatorId, version, name, programme, unit, qualifier, value, numerator, denominator },
    text: officially({ value, unit, qualifier }).text,
    lastYear,
    lastYearText: officially({ value: lastYear, unit, qualifier }).text,
  };
}

function targetOf(target: TargetView, now: string | null, over: boolean): ContentTarget {
  const { id: targetId, version, code, name, unit, strength, direction, value, baseline, easierThanBaseline } = target;
  return {
    ...{ targetId, version, code, name, unit, strength, direction, value, text: targetWords(target) },
    ...{ easierThanBaseline, baseline: baseline?.value ?? null, now, ...judge(direction, value, now, over) },
  };
}
