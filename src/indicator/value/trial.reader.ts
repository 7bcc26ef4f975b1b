/** Trying an expression (算式试算): its value now, or the mistake with its place. Nothing is kept. */
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor';
import { plain } from '../../kernel/decimal';
import { DomainError } from '../../kernel/errors';
import { Deeds } from '../../outbox/deeds';
import { compile, readingsOf } from '../definition/compile';
import { type IndicatorDefinition, plainDefinition, type TimeAxis } from '../definition/definition';
import { worldFor } from '../definition/known';
import { quotientUnit } from '../expression/units';
import { aroundIn, groundAsked, type ValueAsked } from './ground';
import { aroundOf } from './value.reader';
import type { IndicatorTrial } from './value.view';
import { answersFor, MISSING, questionOf, questionsOf, workedOut } from './valuing';

export interface TrialAsked extends ValueAsked {
  readonly numerator: string;
  readonly denominator?: string;
  readonly factor: string;
  readonly decimals: number;
  readonly overTime: TimeAxis;
}

@Injectable()
export class TrialReader {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** Errors: indicator.expression (422) with every mistake and its place, notFound. */
  try(actor: Actor, { numerator, factor, decimals, overTime, ...asked }: TrialAsked): Promise<IndicatorTrial> {
    const { denominator = null } = asked;
    return this.deeds.transaction(async (tx) => {
      const { ground, period } = await groundAsked(tx, actor, asked);
      const { known, union, today } = ground;
      const definition: IndicatorDefinition = {
        ...plainDefinition,
        ...{ name: '', programme: '', measure: { name: '', unit: '' } },
        ...{ numerator, denominator, factor, decimals, overTime, periodKind: period.kind },
      };
      const { compiled, mistakes } = compile('', definition, worldFor(known, period));
      if (compiled === null) throw new DomainError('refused', 'indicator.expression', MISTAKEN, mistakes);
      const job = { compiled, period };
      const readings = readingsOf(compiled);
      const wholes = readings.map((reading) => questionOf(reading, period, 'below'));
      const answers = await answersFor(tx, aroundIn(ground), [...questionsOf([job], today), ...wholes]);
      const now = workedOut(job, [union], today, answers).get(union.label) ?? MISSING;
      const above = compiled.numerator.unit;
      return {
        ...aroundOf(period, union),
        unit: compiled.denominator === null ? above : quotientUnit(above, compiled.denominator.unit),
        ...now,
        parts: readings.map(({ text, unit }, no) => {
          const [whole] = wholes.slice(no);
          return { text, unit, value: said(whole === undefined ? undefined : answers(whole).get(union.label)) };
        }),
      };
    });
  }
}

const said = (value: string | undefined): string | null => (value === undefined ? null : plain(value));

const MISTAKEN = { zh: '算式有误，请按提示修改。', en: 'There is a mistake in the expression.' };
