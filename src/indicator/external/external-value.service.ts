/** Values that programs of other systems give for indicators (外部数据): put twice is put once, and all that was said is kept. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ExternalValueBody } from '../../events/indicator-body';
import type { Actor } from '../../kernel/actor';
import { expectVersion } from '../../kernel/errors';
import { type Period, periodNamed } from '../../kernel/period';
import { announce } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import { closuresIn, holdPeriods } from '../closure/closures';
import type { KnownIndicator } from '../definition/known';
import { type ExternalGiven, nothingToTake, takenBy } from './external-rules';
import { externalValue } from './external-value.reader';
import type { ExternalValueView } from './external-value.view';
import {
  type ExternalKey,
  type ExternalStanding,
  indicatorNamed,
  sayValue,
  standingValue,
  type UnionNamed,
  unionNamed,
} from './external-values';

@Injectable()
export class ExternalValueService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /**
   * Taken in where there is none, changed where it says something else, and nothing where it says the same. Errors:
   * externalValue.computed, .retired, .closed (409), changedMeanwhile (412), externalValue.* (422), notFound.
   */
  put(
    actor: Actor,
    [code, union, name]: readonly [code: string, union: string, period: string],
    given: ExternalGiven,
    seen?: number,
  ): Promise<{ readonly begun: boolean; readonly value: ExternalValueView }> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId } = actor;
      const period = periodNamed(name);
      const today = await holdPeriods(tx, districtId);
      const indicator = await indicatorNamed(tx, districtId, code);
      const place = await unionNamed(tx, actor, union, period);
      const closed = await closuresIn(tx, districtId);
      const { measure } = takenBy(indicator, period, place, given, { today, closed });
      const key = { districtId, indicatorId: indicator.id, unionId: place.id, period };
      const before = await standingValue(tx, key);
      if (seen !== undefined) expectVersion(before?.version ?? 0, seen);
      if (before === null && given.value === null) throw nothingToTake();
      if (!saysTheSame(before, given, measure.unit))
        await this.say(tx, actor, key, indicator, place, { ...given, unit: measure.unit }, before);
      return {
        begun: before === null,
        value: await externalValue(tx, districtId, indicator, place, period.name),
      };
    });
  }

  private async say(
    tx: EntityManager,
    actor: Actor,
    key: ExternalKey,
    indicator: KnownIndicator,
    { id: unionId, path }: UnionNamed,
    given: ExternalGiven & { unit: string },
    before: ExternalStanding | null,
  ): Promise<void> {
    const { unit, value, source, asOf = null } = given;
    const version = (before?.version ?? 0) + 1;
    const subjectId = await sayValue(tx, actor, key, given, { version, unit });
    const said = { value, unit, source, asOf, version };
    await announce(tx, actor, {
      name: 'indicator.received',
      ...{ unionId, path, subjectId, body: { externalValue: bodyOf(indicator, key.period, unionId, said) } },
      ...(before === null ? {} : { before }),
    });
  }
}

const bodyOf = (
  { id: indicatorId, code, versions }: KnownIndicator,
  { name: period }: Period,
  unionId: string,
  said: Pick<ExternalValueBody, 'value' | 'unit' | 'source' | 'asOf' | 'version'>,
): ExternalValueBody => ({
  ...{ indicatorId, code, name: versions[0]?.definition.name ?? code, unionId, period },
  ...said,
});

/** The words it comes from are part of what is said. */
const saysTheSame = (before: ExternalStanding | null, given: ExternalGiven, unit: string): boolean =>
  before !== null &&
  before.value === given.value &&
  before.unit === unit &&
  before.source === given.source &&
  before.asOf === (given.asOf ?? null);
