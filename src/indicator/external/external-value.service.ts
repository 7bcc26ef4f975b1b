/** Values that programs of other systems give for indicators (外部数据): put twice is put once, and all that was said is kept. */
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor';
import { expectVersion } from '../../kernel/errors';
import { periodNamed } from '../../kernel/period';
import { Deeds } from '../../outbox/deeds';
import { closuresIn, holdPeriods } from '../closure/closures';
import { type ExternalGiven, nothingToTake, takenBy } from './external-rules';
import { externalValue } from './external-value.reader';
import type { ExternalValueView } from './external-value.view';
import { indicatorNamed, unionNamed } from './external-values';
import { holdPoint, saysTheSame, sayValues, standingValues } from './said-values';

@Injectable()
export class ExternalValueService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /**
   * Taken in where there is none, changed where it says something else, and nothing where it says the same. Errors:
   * externalValue.computed, .retired, .closed (409), changedMeanwhile (412), externalValue.* (422), notFound.
   */
  put(
    actor: Actor,
    [code, named, name]: readonly [code: string, union: string, period: string],
    given: ExternalGiven,
    seen?: number,
  ): Promise<{ readonly begun: boolean; readonly value: ExternalValueView }> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId } = actor;
      const period = periodNamed(name);
      const today = await holdPeriods(tx, districtId);
      const indicator = await indicatorNamed(tx, districtId, code);
      const union = await unionNamed(tx, actor, named, period);
      const closed = await closuresIn(tx, districtId);
      const { measure } = takenBy(indicator, period, union, given, { today, closed });
      const point = { indicator, union, period };
      await holdPoint(tx, point);
      const [before = null] = await standingValues(tx, districtId, [point]);
      if (seen !== undefined) expectVersion(before?.version ?? 0, seen);
      if (before === null && given.value === null) throw nothingToTake();
      const saying = { ...point, before, given: { ...given, unit: measure.unit } };
      if (!saysTheSame(saying)) await sayValues(tx, actor, [saying]);
      return {
        begun: before === null,
        value: await externalValue(tx, districtId, indicator, union, period.name),
      };
    });
  }
}
