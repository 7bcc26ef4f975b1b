/** Setting targets (设定目标). */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { closuresIn, isClosed } from '../indicator/closure/closures';
import { knownIn, versionFor } from '../indicator/definition/known';
import { unionInReach } from '../indicator/value/unions';
import { hasPeriod } from '../indicator/value/valuing';
import type { Actor } from '../kernel/actor';
import { Conflict, NotFound, Refused } from '../kernel/errors';
import { newId } from '../kernel/id';
import { type Period, readPeriod } from '../kernel/period';
import { announce } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import type { Strength, Way } from './target-definition';
import { readDefinition, type Subject } from './target-check';
import { bodyOf, targetInHand } from './target-in-hand';
import { TargetVersion } from './target-version.entity';
import type { TargetDefinitionDto } from './target.dto';
import { Target } from './target.entity';
import { targetDetail } from './target.reader';
import type { TargetDetail } from './target.view';

export interface TargetGiven {
  readonly indicatorId: string;
  readonly period: string;
  readonly unionId?: string;
  readonly strength: Strength;
  readonly direction: Way;
  readonly definition: TargetDefinitionDto;
  readonly reason: string;
}

@Injectable()
export class TargetService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** Errors: target.exists, target.closed (409), target.indicator, target.definition (422), notFound. */
  set(actor: Actor, given: TargetGiven): Promise<TargetDetail> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId, officerId: setBy } = actor;
      const { indicatorId, strength, direction, reason } = given;
      const period = readPeriod(given.period);
      if (period === null) throw new NotFound();
      const union = await unionInReach(tx, districtId, given.unionId ?? actor.unionId, actor.path);
      const subject = await subjectOf(tx, { districtId, indicatorId, unionId: union.id, period, direction });
      const definition = await readDefinition(tx, subject, given.definition);
      const { kind, from: fromDay, to: toDay } = period;
      const place = { districtId, indicatorId, unionId: union.id, fromDay, toDay, strength };
      if (await tx.existsBy(Target, { ...place, withdrawn: false })) throw exists();
      const id = newId();
      await tx.insert(Target, { ...place, id, kind, direction, version: 1, withdrawn: false });
      await tx.insert(TargetVersion, { districtId, targetId: id, version: 1, definition, reason, setBy });
      const target = bodyOf(await targetInHand(tx, actor, id));
      await announce(tx, actor, {
        name: 'target.set',
        ...{ unionId: union.id, path: union.path, subjectId: id, body: { target, reason } },
      });
      return targetDetail(tx, actor, id);
    });
  }
}

/** What a target is about, while it can still be set or changed. Errors: target.closed (409), target.indicator (422), notFound. */
export async function subjectOf(
  tx: EntityManager,
  {
    districtId,
    indicatorId,
    ...about
  }: { districtId: string; indicatorId: string; unionId: string; period: Period; direction: Way },
): Promise<Subject> {
  const { period } = about;
  const found = (await knownIn(tx, districtId)).indicators.find(({ id }) => id === indicatorId);
  if (found === undefined) throw new NotFound();
  const indicator = versionFor(found, period)?.definition;
  if (found.retired || indicator === undefined || !hasPeriod(indicator, period)) throw noIndicator();
  if (isClosed(await closuresIn(tx, districtId), period)) throw closed(period.name);
  return { ...about, districtId, code: found.code, indicator };
}

const exists = (): Conflict =>
  new Conflict('target.exists', {
    zh: '该工会在该周期已有此指标的同类目标，请提出调整。',
    en: 'The union has such a target for the period already: propose a change of it.',
  });
const closed = (name: string): Conflict =>
  new Conflict('target.closed', {
    zh: `${name} 已锁定，目标不能再设定或调整。`,
    en: `${name} is closed: targets of it can no longer be set or changed.`,
  });
const noIndicator = (): Refused =>
  new Refused(
    'target.indicator',
    {
      zh: '指标在该周期没有值：已停用、尚未起用，或周期类型不符。',
      en: 'The indicator has no value for such a period: retired, not yet defined, or of another kind.',
    },
    'period',
  );
