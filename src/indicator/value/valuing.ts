/** Works indicators out (指标计算): any number of them, for any unions and periods, with one statement a source. */
import type { Decimal } from 'decimal.js';
import type { EntityManager } from 'typeorm';
import { isShorter, type Period, periodsBetween } from '../../kernel/period';
import { type Compiled, readingsOf } from '../definition/compile';
import type { IndicatorDefinition } from '../definition/definition';
import type { Checked } from '../expression/check';
import { evaluate, exact, kept, rounded, valueOf } from '../expression/formula';
import type { Reading } from '../expression/formula';
import type { Answer, Around, Question, Scope } from '../sources/source';
import { answersTo } from '../sources/sources';

/** One indicator in one period. */
export interface Job {
  readonly compiled: Compiled;
  readonly period: Period;
}

/** null: missing, which is not zero. */
export interface Worked {
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly value: string | null;
}

const MISSING: Worked = { numerator: null, denominator: null, value: null };

/** Whether it has values for periods of this length. */
export const hasPeriod = ({ periodKind, overTime }: IndicatorDefinition, { kind }: Period): boolean =>
  periodKind === kind || (isShorter(periodKind, kind) && overTime !== 'none');

export const scopeOf = ({ overUnions }: IndicatorDefinition): Scope =>
  ({ sum: 'below', mean: 'each', none: 'own' })[overUnions] as Scope;

/** The stretches of time that are worked out, up to today: the period itself, or of a mean the shorter ones that have begun. */
export function stretches({ overTime, periodKind }: IndicatorDefinition, period: Period, today: string): Period[] {
  if (period.from > today) return [];
  const until = period.to < today ? period.to : today;
  const parts = overTime === 'mean' ? periodsBetween(periodKind, period.from, until) : [period];
  return parts.map((part) => (part.to > until ? { ...part, to: until } : part));
}

export const questionOf = ({ asked, stock }: Reading, { from, to }: Period, scope: Scope): Question => ({
  asked,
  span: { from: stock ? null : from, to },
  scope,
});

/** For each job what each union has, by its label. */
export async function workOut(
  tx: EntityManager,
  around: Around,
  jobs: readonly Job[],
  today: string,
): Promise<ReadonlyMap<string, Worked>[]> {
  const questions = new Map<string, Question>();
  const keyOf = (question: Question): string => JSON.stringify(question);
  for (const { compiled, period } of jobs)
    for (const stretch of stretches(compiled.definition, period, today))
      for (const reading of readingsOf(compiled)) {
        const question = questionOf(reading, stretch, scopeOf(compiled.definition));
        questions.set(keyOf(question), question);
      }
  const answers = await answersTo(tx, around, [...questions.values()]);
  const known = new Map([...questions.keys()].map((key, no) => [key, answers[no] ?? NOTHING]));
  return jobs.map((job) => {
    const scope = scopeOf(job.compiled.definition);
    const samples = stretches(job.compiled.definition, job.period, today).map(
      (stretch): Sample =>
        new Map(
          readingsOf(job.compiled).map((reading) => [
            reading.key,
            known.get(keyOf(questionOf(reading, stretch, scope))) ?? NOTHING,
          ]),
        ),
    );
    return new Map(around.unions.map(({ label }) => [label, worked(job, samples, label)]));
  });
}

const NOTHING: Answer = new Map();
/** The answer to each reading, by its key. */
type Sample = ReadonlyMap<string, Answer>;

const one = ({ formula }: Checked, sample: Sample, key: string): Decimal | null =>
  evaluate(formula, (reading) => sample.get(reading)?.get(key) ?? null);

function worked({ compiled, period }: Job, samples: readonly Sample[], label: string): Worked {
  const { definition, numerator, denominator } = compiled;
  const { factor, decimals, overUnions, overTime, periodKind } = definition;
  if (overUnions === 'mean' || (overTime === 'mean' && period.kind !== periodKind)) {
    const values = samples.flatMap((sample) =>
      keysOf(numerator, sample, overUnions === 'mean', label).flatMap((key) => one(numerator, sample, key) ?? []),
    );
    if (values.length === 0) return MISSING;
    return told(
      factor,
      decimals,
      values.reduce((sum, value) => sum.plus(value)),
      exact(values.length),
    );
  }
  const [sample] = samples;
  if (sample === undefined) return MISSING;
  const above = one(numerator, sample, label);
  if (denominator !== null) return told(factor, decimals, above, one(denominator, sample, label));
  return above === null ? MISSING : { ...told(factor, decimals, above, ONE), denominator: null };
}

const ONE = exact(1);

/** The paths of unions that have something of their own, at or below the one asked; of a sum the union itself. */
function keysOf({ readings }: Checked, sample: Sample, each: boolean, label: string): string[] {
  if (!each) return [label];
  const paths = new Set(readings.flatMap(({ key }) => [...(sample.get(key)?.keys() ?? [])]));
  return [...paths].filter((path) => path.split('.').includes(label));
}

const told = (factor: string, decimals: number, numerator: Decimal | null, denominator: Decimal | null): Worked => ({
  numerator: kept(numerator),
  denominator: kept(denominator),
  value: rounded(valueOf(factor, numerator, denominator), decimals),
});
