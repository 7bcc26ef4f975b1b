/** Trying an expression (算式试算): its value now, or the mistake with its place. Nothing is kept. */
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor';
import { plain } from '../../kernel/decimal';
import { DomainError } from '../../kernel/errors';
import { Deeds } from '../../outbox/deeds';
import { compile, readingsOf } from '../definition/compile';
import { type IndicatorDefinition, plainDefinition, type TimeAxis } from '../definition/definition';
import { knownIn, worldFor } from '../definition/known';
import { quotientUnit } from '../expression/units';
import { answersTo } from '../sources/sources';
import { aroundOf, askedFor, type ValueAsked } from './value.reader';
import type { IndicatorTrial } from './value.view';
import { questionOf, workOut } from './valuing';

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
      const { period, union } = await askedFor(tx, actor, asked);
      const known = await knownIn(tx, actor.districtId);
      const definition: IndicatorDefinition = {
        ...plainDefinition,
        ...{ name: '', programme: '', measure: { name: '', unit: '' } },
        ...{ numerator, denominator, factor, decimals, overTime, periodKind: period.kind },
      };
      const { compiled, mistakes } = compile('', definition, worldFor(known, period));
      if (compiled === null) throw new DomainError('refused', 'indicator.expression', MISTAKEN, mistakes);
      const [{ today }]: [{ today: string }] = await tx.query('select app_today()::text as today');
      const around = { districtId: actor.districtId, unions: [union], ledgers: known.ledgers };
      const [worked] = await workOut(tx, around, [{ compiled, period }], today);
      const now = worked?.get(union.label) ?? { numerator: null, denominator: null, value: null };
      const readings = readingsOf(compiled);
      const answers = await answersTo(
        tx,
        around,
        readings.map((reading) => questionOf(reading, period, 'below')),
      );
      const above = compiled.numerator.unit;
      return {
        ...aroundOf(period, union),
        unit: compiled.denominator === null ? above : quotientUnit(above, compiled.denominator.unit),
        ...now,
        parts: readings.map(({ text, unit }, no) => ({ text, unit, value: said(answers[no]?.get(union.label)) })),
      };
    });
  }
}

const said = (value: string | undefined): string | null => (value === undefined ? null : plain(value));

const MISTAKEN = { zh: '算式有误，请按提示修改。', en: 'There is a mistake in the expression.' };
