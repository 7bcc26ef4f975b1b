/** Trying an expression (算式试算): its value now with what stands behind it, or the mistake with its place. Nothing is kept. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { DomainError } from '../../kernel/errors';
import type { Period, PeriodKind } from '../../kernel/period';
import { Deeds } from '../../outbox/deeds';
import { type Compiled, compile } from '../definition/compile';
import { type IndicatorDefinition, plainDefinition, type TimeAxis, type UnionAxis } from '../definition/definition';
import { worldFor } from '../definition/known';
import { quotientUnit } from '../expression/units';
import { type PartAsked, partItems, partsOf, partViews } from '../trace/parts';
import { noPeriod } from '../trace/trace.reader';
import { aroundIn, type Ground, groundAsked, type ValueAsked } from '../value/ground';
import { aroundOf } from '../value/value.reader';
import type { IndicatorTrial, TraceItems } from '../value/value.view';
import { answersFor, hasPeriod, MISSING, questionsOf, workedOut } from '../value/valuing';

export interface TrialAsked extends ValueAsked {
  /** Of the indicator it is for: none refers to itself. */
  readonly code?: string;
  readonly numerator: string;
  readonly denominator?: string;
  readonly factor: string;
  readonly decimals: number;
  readonly overTime: TimeAxis;
  readonly overUnions: UnionAxis;
  /** That of the period when left out. */
  readonly periodKind?: PeriodKind;
}

@Injectable()
export class TrialReader {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** Errors: indicator.expression with every mistake and its place, indicator.noPeriod (422), notFound. */
  try(actor: Actor, asked: TrialAsked): Promise<IndicatorTrial> {
    return this.deeds.transaction(async (tx) => {
      const { period, ground, compiled } = await tried(tx, actor, asked);
      const { union, today } = ground;
      const job = { compiled, period };
      const parts = partsOf(compiled, period, today);
      const questions = [...questionsOf([job], today), ...parts.map(({ question }) => question)];
      const answers = await answersFor(tx, aroundIn(ground), questions);
      const now = workedOut(job, [union], today, answers).get(union.label) ?? MISSING;
      const above = compiled.numerator.unit;
      return {
        ...aroundOf(period, union),
        unit: compiled.denominator === null ? above : quotientUnit(above, compiled.denominator.unit),
        ...now,
        parts: await partViews(tx, ground, parts, answers),
      };
    });
  }

  /** What adds up to one part of it, by cursor. Errors as above, cursor.unknown (422). */
  items(actor: Actor, { part, after, limit, ...asked }: TrialAsked & PartAsked): Promise<TraceItems> {
    return this.deeds.transaction(async (tx) => {
      const { period, ground, compiled } = await tried(tx, actor, asked);
      return partItems(tx, aroundIn(ground), partsOf(compiled, period, ground.today), { part, after, limit });
    });
  }
}

interface Tried {
  readonly period: Period;
  readonly ground: Ground;
  readonly compiled: Compiled;
}

async function tried(
  tx: EntityManager,
  actor: Actor,
  { code = '', numerator, factor, decimals, overTime, overUnions, periodKind, ...asked }: TrialAsked,
): Promise<Tried> {
  const { denominator = null, ...at } = asked;
  const { ground, period } = await groundAsked(tx, actor, at);
  const definition: IndicatorDefinition = {
    ...plainDefinition,
    ...{ name: '', programme: '', measure: { name: '', unit: '' } },
    ...{ numerator, denominator, factor, decimals, overTime, overUnions, periodKind: periodKind ?? period.kind },
  };
  const { compiled, mistakes } = compile(code, definition, worldFor(ground.known, period));
  if (compiled === null) throw new DomainError('refused', 'indicator.expression', MISTAKEN, mistakes);
  if (!hasPeriod(definition, period)) throw noPeriod();
  return { period, ground, compiled };
}

const MISTAKEN = { zh: '算式有误，请按提示修改。', en: 'There is a mistake in the expression.' };
