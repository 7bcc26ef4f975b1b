/** What is worked out for the values of a period (计值清单): as its sources say, or nothing where it is closed. Pure. */
import { plain } from '../../kernel/decimal';
import { type Period, periodBefore } from '../../kernel/period';
import { isClosed } from '../closure/closures';
import type { IndicatorDefinition } from '../definition/definition';
import { type InForce, inForce, versionFor } from '../definition/known';
import { exact } from '../expression/formula';
import type { Ground } from './ground';
import { type Mark, marksOf } from './marks';
import { hasPeriod, type Job, type Worked } from './valuing';

export interface IndicatorValueNow extends Worked {
  readonly id: string;
  readonly code: string;
  /** By which it was worked out. */
  readonly version: number;
  readonly definition: IndicatorDefinition;
  /** As it was when the period was closed. */
  readonly frozen: boolean;
  readonly marks: readonly Mark[];
}

export interface Plan {
  readonly jobs: readonly Job[];
  /** By programme and code, out of what each job has come to. */
  readonly told: (worked: (job: Job) => Worked) => IndicatorValueNow[];
}

/** With the wholes of which the wanted ones are parts, and the period before where a change is marked. */
export function planFor(ground: Ground, period: Period, wanted: (code: string) => boolean): Plan {
  if (isClosed(ground.closed, period)) return { jobs: [], told: () => frozen(ground, period, wanted) };
  const jobsIn = (of: Period, which: (code: string) => boolean): Map<string, InForce & { job: Job }> =>
    new Map(
      inForce(ground.known, of, which)
        .filter(({ compiled }) => of !== period || hasPeriod(compiled.definition, of))
        .map((each) => [each.compiled.code, { ...each, job: { compiled: each.compiled, period: of } }]),
    );
  const asked = jobsIn(period, wanted);
  const limits = [...asked].map(([code, { compiled }]) => ({ code, ...compiled.definition.limits }));
  const wholes = new Set(limits.flatMap(({ notAbove }) => notAbove ?? []));
  const besides = jobsIn(period, (code) => wholes.has(code) && !asked.has(code));
  const changing = new Set(limits.flatMap(({ code, change }) => (change === null ? [] : code)));
  const before = jobsIn(periodBefore(period), (code) => changing.has(code));
  const jobs = [asked, besides, before].flatMap((each) => [...each.values()].map(({ job }) => job));
  return {
    jobs,
    told: (worked) =>
      [...asked.values()].map(({ id, version, compiled: { code, definition }, job }) => {
        const valueOf = (found: { job: Job } | undefined): string | null =>
          found === undefined ? null : worked(found.job).value;
        const now = worked(job);
        const { notAbove } = definition.limits;
        const whole = notAbove === null ? null : valueOf(asked.get(notAbove) ?? besides.get(notAbove));
        const marks = marksOf(definition.limits, { value: now.value, whole, before: valueOf(before.get(code)) });
        return { id, code, version, definition, ...now, frozen: false, marks };
      }),
  };
}

/** As they stood when the period was closed; those that had no value then have none. */
function frozen({ known, kept }: Ground, period: Period, wanted: (code: string) => boolean): IndicatorValueNow[] {
  const { kind, from } = period;
  const byId = new Map(kept.filter((row) => row.kind === kind && row.from === from).map((row) => [row.id, row]));
  return known.indicators.flatMap((indicator): IndicatorValueNow[] => {
    const row = byId.get(indicator.id);
    const found =
      row === undefined
        ? versionFor(indicator, period)
        : indicator.versions.find(({ version }) => version === row.version);
    if (!wanted(indicator.code) || found === undefined || (row === undefined && indicator.retired)) return [];
    const { version, definition } = found;
    if (!hasPeriod(definition, period)) return [];
    const { id, code } = indicator;
    const said = (value: string | null | undefined): string | null => (value == null ? null : plain(value));
    const value = row?.value == null ? null : exact(row.value).toFixed(definition.decimals);
    const parts = { numerator: said(row?.numerator), denominator: said(row?.denominator), value };
    return [{ id, code, version, definition, ...parts, frozen: true, marks: [] }];
  });
}
