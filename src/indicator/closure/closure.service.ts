/** Closing periods (锁定): their values are worked out a last time and stand from then on; opening one again needs a reason. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { Conflict, NotFound, Refused } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { isShorter, type Period, periodKinds, periodOn, periodsBetween, readPeriod } from '../../kernel/period';
import { announce } from '../../outbox/announce';
import { Deeds } from '../../outbox/deeds';
import { inForce, knownIn } from '../definition/known';
import { unionsOf } from '../value/unions';
import { type Due, INDICATOR_LOCK, writeValues } from '../value/value-writing';
import { hasPeriod } from '../value/valuing';
import { closuresIn, isClosed, lockPeriods } from './closures';
import { IndicatorClosure } from './indicator-closure.entity';
import { readClosure } from './closure.reader';
import type { ClosureView } from './closure.view';

@Injectable()
export class ClosureService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** Errors: indicatorPeriod.notOver (422), indicatorPeriod.closed (409). */
  close(actor: Actor, { period: name, reason }: { period: string; reason: string }): Promise<ClosureView> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId, officerId, unionId, path } = actor;
      const period = readPeriod(name);
      if (period === null) throw new NotFound();
      const { kind, from, to } = period;
      const today = await lockValues(tx, districtId);
      if (to >= today) throw notOver();
      const closed = await closuresIn(tx, districtId);
      if (isClosed(closed, period)) throw closedAlready();
      const known = await knownIn(tx, districtId);
      const due = periodsIn(period)
        .filter((each) => !isClosed(closed, each))
        .flatMap((each): Due[] =>
          inForce(known, each)
            .filter(({ compiled }) => hasPeriod(compiled.definition, each))
            .map((found) => ({ inForce: found, period: each })),
        );
      const unions = await unionsOf(tx, districtId, null);
      await writeValues(tx, { districtId, unions, ledgers: known.ledgers }, due, today);
      const id = newId();
      await tx.insert(IndicatorClosure, {
        districtId,
        id,
        kind,
        fromDay: from,
        toDay: to,
        reason,
        closedBy: officerId,
      });
      await announce(tx, actor, {
        name: 'indicatorPeriod.closed',
        ...{ unionId, path, subjectId: id, body: { period: { kind, name, from, to }, reason } },
      });
      return readClosure(tx, districtId, id);
    });
  }

  /** Its values follow their sources again. Errors: indicatorPeriod.open (409), notFound. */
  reopen(actor: Actor, id: string, reason: string): Promise<ClosureView> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId, officerId, unionId, path } = actor;
      await lockValues(tx, districtId);
      const found = await tx.findOneBy(IndicatorClosure, { districtId, id });
      if (found === null) throw new NotFound();
      if (found.reopenedAt !== null) throw open();
      await tx.query(
        `update indicator_closure set reopened_by = $3, reopened_at = app_now(), reopened_reason = $4
         where district_id = $1 and id = $2`,
        [districtId, id, officerId, reason],
      );
      const { kind, fromDay: from, toDay: to } = found;
      await tx.query(
        `insert into indicator_stale (district_id, source, key, path, since, until) values ($1, 'indicator', null, null, $2, $3)`,
        [districtId, from, to],
      );
      const { name } = periodOn(kind, from);
      await announce(tx, actor, {
        name: 'indicatorPeriod.reopened',
        ...{ unionId, path, subjectId: id, body: { period: { kind, name, from, to }, reason } },
      });
      return readClosure(tx, districtId, id);
    });
  }
}

/** Nobody defines, closes or works out meanwhile; answers today. */
async function lockValues(tx: EntityManager, districtId: string): Promise<string> {
  await lockPeriods(tx, districtId);
  const [{ today }]: [{ today: string }] = await tx.query(
    'select pg_advisory_xact_lock($1), app_today()::text as today',
    [INDICATOR_LOCK],
  );
  return today;
}

/** The period and all shorter ones in it. */
const periodsIn = (period: Period): Period[] =>
  periodKinds
    .filter((kind) => kind === period.kind || isShorter(kind, period.kind))
    .flatMap((kind) => periodsBetween(kind, period.from, period.to));

const notOver = (): Refused =>
  new Refused(
    'indicatorPeriod.notOver',
    { zh: '周期尚未结束，不能锁定。', en: 'The period is not over yet.' },
    'period',
  );
const closedAlready = (): Conflict =>
  new Conflict('indicatorPeriod.closed', { zh: '该周期已锁定。', en: 'The period is closed already.' });
const open = (): Conflict =>
  new Conflict('indicatorPeriod.open', { zh: '该周期已重新开放。', en: 'The period is open again already.' });
