/** Defining indicators (指标定义): made, changed from a period on, retired and taken up again. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { Conflict, DomainError, expectVersion, type FieldError, Refused } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { isShorter, type Period, readPeriod } from '../../kernel/period';
import { announce } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import { closuresIn, lockPeriods } from '../closure/closures';
import { bodyOf } from './indicator-body';
import type { IndicatorDefinition } from './definition';
import { definitionErrors } from './definition-check';
import { differences } from './definition-difference';
import { indicatorDetail, indicatorInHand } from './indicator.reader';
import { Indicator } from './indicator.entity';
import { IndicatorVersion } from './indicator-version.entity';
import type { IndicatorDetail } from './indicator.view';
import { knownIn, worldFor } from './known';

/** Of one district, those retired among them. */
export const MOST_INDICATORS = 500;

export interface IndicatorGiven {
  readonly definition: IndicatorDefinition;
  /** The name of the first period it holds for. */
  readonly holdsFrom: string;
  readonly reason: string;
}

@Injectable()
export class IndicatorService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** Errors: indicator.code, indicator.tooMany, indicator.closed (409), invalid with all that is wrong (422). */
  create(actor: Actor, given: IndicatorGiven & { code: string }): Promise<IndicatorDetail> {
    return this.deeds.run(actor, (tx) => createIndicator(tx, actor, given));
  }

  /** Another version from a period on. Errors: changedMeanwhile (412), indicator.unchanged, indicator.closed (409), invalid (422), notFound. */
  change(actor: Actor, id: string, seen: number, given: IndicatorGiven): Promise<IndicatorDetail> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId } = actor;
      const before = await indicatorInHand(tx, districtId, id, 'for update of i');
      expectVersion(before.version, seen);
      const from = await requireRight(tx, districtId, before.code, given, before.definition);
      if (differences(before.definition, given.definition).length === 0 && before.holdsFrom === from.from)
        throw unchanged();
      const { name, programme } = given.definition;
      const version = before.version + 1;
      await tx.update(Indicator, { districtId, id }, { name, programme, version });
      await publish(tx, actor, { ...given, id, code: before.code, version, from: from.from });
      return indicatorDetail(tx, districtId, id);
    });
  }

  /** No longer worked out; what it said stands. Errors: indicator.retired (409), notFound. */
  retire(actor: Actor, id: string, reason: string): Promise<IndicatorDetail> {
    return this.turn(actor, id, true, reason);
  }

  /** Errors: indicator.notRetired (409), notFound. */
  resume(actor: Actor, id: string, reason: string): Promise<IndicatorDetail> {
    return this.turn(actor, id, false, reason);
  }

  private turn(actor: Actor, id: string, retired: boolean, reason: string): Promise<IndicatorDetail> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId, unionId, path } = actor;
      const found = await indicatorInHand(tx, districtId, id, 'for update of i');
      if (found.retired === retired) throw retired ? retiredAlready() : notRetired();
      await tx.update(Indicator, { districtId, id }, { retired });
      const indicator = bodyOf(found);
      const { holdsFrom } = found;
      const told = { unionId, path, subjectId: id };
      if (retired) await announce(tx, actor, { name: 'indicator.retired', ...told, body: { indicator, reason } });
      else {
        await announce(tx, actor, { name: 'indicator.published', ...told, body: { indicator, holdsFrom, reason } });
        await noteStale(tx, districtId, id, holdsFrom);
      }
      return indicatorDetail(tx, districtId, id);
    });
  }
}

/** Within a deed. Errors as for create. */
export async function createIndicator(
  tx: EntityManager,
  actor: Actor,
  given: IndicatorGiven & { code: string },
): Promise<IndicatorDetail> {
  const { districtId } = actor;
  const { code, definition } = given;
  const { from } = await requireRight(tx, districtId, code, given);
  if (await tx.existsBy(Indicator, { districtId, code })) throw codeTaken();
  if ((await tx.countBy(Indicator, { districtId })) >= MOST_INDICATORS) throw tooMany();
  const id = newId();
  const { name, programme } = definition;
  await tx.insert(Indicator, { districtId, id, code, name, programme, version: 1 });
  await publish(tx, actor, { ...given, id, version: 1, from });
  return indicatorDetail(tx, districtId, id);
}

async function publish(
  tx: EntityManager,
  actor: Actor,
  given: IndicatorGiven & { id: string; code: string; version: number; from: string },
): Promise<void> {
  const { districtId, officerId, unionId, path } = actor;
  const { id, version, definition, from, reason } = given;
  const row = { districtId, indicatorId: id, version, definition, holdsFrom: from, reason, publishedBy: officerId };
  await tx.insert(IndicatorVersion, row);
  const body = { indicator: bodyOf(given), holdsFrom: from, reason };
  await announce(tx, actor, { name: 'indicator.published', unionId, path, subjectId: id, body });
  await noteStale(tx, districtId, id, from);
}

const noteStale = (tx: EntityManager, districtId: string, id: string, since: string): Promise<unknown> =>
  tx.query(
    `with turn as (insert into indicator_turn (district_id, day) values ($1, app_today()) on conflict do nothing)
     insert into indicator_stale (district_id, source, key, path, since, until) values ($1, 'indicator', $2, null, $3, null)`,
    [districtId, id, since],
  );

/** Errors: invalid with all that is wrong (422), indicator.closed (409). */
async function requireRight(
  tx: EntityManager,
  districtId: string,
  code: string,
  { definition, holdsFrom }: IndicatorGiven,
  before?: IndicatorDefinition,
): Promise<Period> {
  const period = readPeriod(holdsFrom);
  if (period === null || isShorter(period.kind, definition.periodKind)) throw wrongPeriod();
  const errors = definitionErrors(code, definition, worldFor(await knownIn(tx, districtId), period), before);
  if (errors.length > 0) throw wrongDefinition(errors);
  await lockPeriods(tx, districtId);
  const closed = (await closuresIn(tx, districtId)).find(({ toDay }) => toDay >= period.from);
  if (closed !== undefined) throw inClosed(closed.name);
  return period;
}

function wrongDefinition(errors: readonly FieldError[]): DomainError {
  const words = { zh: '指标定义有误，请按提示修改。', en: 'The indicator cannot be published as it is defined.' };
  const named = errors.map((error) => ({ ...error, field: `definition.${error.field}` }));
  return new DomainError('refused', 'indicator.definition', words, named);
}

const wrongPeriod = (): Refused =>
  new Refused(
    'indicator.holdsFrom',
    { zh: '起用周期不应短于指标的周期类型。', en: 'It should be no shorter than the periods the indicator is for.' },
    'holdsFrom',
  );
const inClosed = (name: string): Conflict =>
  new Conflict('indicator.closed', {
    zh: `${name} 已锁定，新口径只能从其后的周期起用。`,
    en: `${name} is closed: a definition can only hold from a period after it.`,
  });
const codeTaken = (): Conflict =>
  new Conflict('indicator.code', { zh: '已有指标使用这个代码。', en: 'Another indicator has this code.' });
const tooMany = (): Conflict =>
  new Conflict('indicator.tooMany', {
    zh: `一个区最多 ${MOST_INDICATORS} 个指标。`,
    en: `A district has at most ${MOST_INDICATORS} indicators.`,
  });
const unchanged = (): Conflict =>
  new Conflict('indicator.unchanged', { zh: '与现行版本相同，无须发布。', en: 'It is what stands already.' });
const retiredAlready = (): Conflict =>
  new Conflict('indicator.retired', { zh: '指标已停用。', en: 'The indicator is retired.' });
const notRetired = (): Conflict =>
  new Conflict('indicator.notRetired', { zh: '指标未停用。', en: 'The indicator is not retired.' });
