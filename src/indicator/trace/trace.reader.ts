/** What stands behind a value (指标溯源): its parts, and of each part the entries, enterprises or tasks that add up to it. */
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor';
import { Conflict, NotFound, Refused } from '../../kernel/errors';
import type { Period } from '../../kernel/period';
import { Deeds } from '../../outbox/deeds';
import { type Compiled, compile } from '../definition/compile';
import { versionFor, worldFor } from '../definition/known';
import { aroundIn, type Ground, groundAsked, type ValueAsked } from '../value/ground';
import { planFor } from '../value/plan';
import { aroundOf, itemOf } from '../value/value.reader';
import { answersFor, hasPeriod, type Job, MISSING, questionsOf, type Worked, workedOut } from '../value/valuing';
import type { IndicatorTrace, TraceItems } from '../value/value.view';
import { type PartAsked, partItems, partsOf, partViews } from './parts';

@Injectable()
export class TraceReader {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** Two statements, and one more for each further source. Errors: notFound, indicator.broken (409), indicator.noPeriod (422). */
  trace(actor: Actor, id: string, asked: ValueAsked): Promise<IndicatorTrace> {
    return this.deeds.transaction(async (tx) => {
      const { ground, period } = await groundAsked(tx, actor, asked);
      const { compiled, version } = compiledIn(ground, id, period);
      const { definition, code } = compiled;
      const { union, today } = ground;
      const parts = partsOf(compiled, period, today);
      const job = { compiled, period };
      const plan = planFor(ground, period, (each) => each === code);
      const questions = [...questionsOf([job, ...plan.jobs], today), ...parts.map(({ question }) => question)];
      const answers = await answersFor(tx, aroundIn(ground), questions);
      const worked = (of: Job): Worked => workedOut(of, [union], today, answers).get(union.label) ?? MISSING;
      const live = worked(job);
      const [told] = plan.told(worked);
      const item = told ?? { id, code, version, definition, ...live, frozen: false, marks: [] };
      return {
        ...itemOf(item),
        ...aroundOf(period, union),
        factor: definition.factor,
        numeratorText: definition.numerator,
        denominatorText: definition.denominator,
        valueNow: live.value,
        parts: await partViews(tx, ground, parts, answers),
      };
    });
  }

  /** The list of one part, by cursor. Errors as above, cursor.unknown (422). */
  items(actor: Actor, id: string, { part, after, limit, ...asked }: ValueAsked & PartAsked): Promise<TraceItems> {
    return this.deeds.transaction(async (tx) => {
      const { ground, period } = await groundAsked(tx, actor, asked);
      const { compiled } = compiledIn(ground, id, period);
      return partItems(tx, aroundIn(ground), partsOf(compiled, period, ground.today), { part, after, limit });
    });
  }
}

/** As it holds in a period, also where it is retired by now. Errors: notFound, indicator.broken (409), indicator.noPeriod (422). */
export function compiledIn({ known }: Ground, id: string, period: Period): { compiled: Compiled; version: number } {
  const indicator = known.indicators.find((each) => each.id === id);
  if (indicator === undefined) throw new NotFound();
  const version = versionFor(indicator, period);
  if (version === undefined || !hasPeriod(version.definition, period)) throw noPeriod();
  const { compiled } = compile(indicator.code, version.definition, worldFor(known, period));
  if (compiled === null) throw broken();
  return { compiled, version: version.version };
}

const broken = (): Conflict =>
  new Conflict('indicator.broken', {
    zh: '指标所引用的台账、报表或指标已变更，无法计算，请修改定义。',
    en: 'What the indicator refers to has changed: it cannot be worked out until its definition is.',
  });
export const noPeriod = (): Refused =>
  new Refused(
    'indicator.noPeriod',
    {
      zh: '指标在该周期没有值：尚未起用，或周期类型不符。',
      en: 'It has no value for the period: not yet defined, or of another kind.',
    },
    'period',
  );
