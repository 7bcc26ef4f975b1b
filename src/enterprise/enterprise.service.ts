/** Enterprises by hand (企业登记): registered, changed, counted, moved, closed; each deed leaves a trace and tells the boards. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { EnterpriseTold } from '../events/enterprise-body';
import type { Actor } from '../kernel/actor';
import { addDays } from '../kernel/clock';
import { Conflict, Refused } from '../kernel/errors';
import { announce } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import { writeNew } from './enterprise-batch';
import { countsOf } from './enterprise-counts';
import {
  checkFacts,
  checkHeadcount,
  type Difference,
  differenceOf,
  factNames,
  type Facts,
  type Headcount,
  notAfterToday,
} from './enterprise-facts';
import { factsSinceOf, keepFormer } from './former-facts';
import { placeFor, takeEnterprise, todayIn, write } from './enterprise-in-hand';
import type { Enterprise } from './enterprise.entity';
import { readEnterprise } from './enterprise.reader';
import type { EnterpriseView } from './enterprise.view';

export interface NewEnterprise extends Partial<Omit<Facts, 'creditCode' | 'name' | 'kind'>> {
  readonly creditCode: string;
  readonly name: string;
  readonly kind: Facts['kind'];
  readonly unionId?: string;
  readonly workers?: number | null;
  readonly members?: number | null;
  readonly countedOn?: string;
}

/** `since`: from which day on it is so; today when left out. */
export type FactsChange = Partial<Facts> & { readonly reason?: string; readonly since?: string };

const headcountSql = `
  insert into enterprise_headcount (district_id, enterprise_id, counted_on, workers, members) values ($1, $2, $3, $4, $5)
  on conflict (district_id, enterprise_id, counted_on) do update set workers = excluded.workers, members = excluded.members`;

@Injectable()
export class EnterpriseService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** Errors: enterprise.code, enterprise.union, enterprise.day, enterprise.term, enterprise.members (422), enterprise.codeTaken (409). */
  register(actor: Actor, given: NewEnterprise): Promise<EnterpriseView> {
    return this.deeds.run(actor, async (tx) => {
      const today = await todayIn(tx);
      const place = await placeFor(tx, actor, given.unionId ?? actor.unionId);
      const { creditCode, name, kind, industry = null, unionEstablishedOn = null, termEndsOn = null } = given;
      const { mediation = null, legalSupervision = null, openedOn = today, workers = null, members = null } = given;
      const dated = { unionEstablishedOn, termEndsOn, openedOn };
      const facts: Facts = { creditCode, name, kind, industry, mediation, legalSupervision, ...dated };
      const counted = { workers, members, countedOn: given.countedOn ?? today };
      checkFacts(facts, today);
      checkHeadcount(counted, today);
      const known = workers !== null || members !== null ? counted : null;
      const now = known ?? { workers: null, members: null, countedOn: null };
      const after = { ...facts, unionId: place.id, now, counted: known };
      await this.requireFree(tx, actor, creditCode);
      const [id = ''] = await writeNew(tx, actor, [{ after }], { since: today });
      await this.tell(
        tx,
        actor,
        'enterprise.registered',
        { id, creditCode, name, unionId: place.id },
        null,
        place.path,
      );
      return readEnterprise(tx, actor, id);
    });
  }

  /** Errors: as for register; enterprise.closed (409), notFound. */
  change(actor: Actor, id: string, version: number, { reason, since, ...given }: FactsChange): Promise<EnterpriseView> {
    return this.deeds.run(actor, async (tx) => {
      const { enterprise, path } = await takeEnterprise(tx, actor, id, version);
      const after: Facts = { ...enterprise, ...given };
      const difference = differenceOf<Facts>(enterprise, after, factNames);
      if (difference === null) return readEnterprise(tx, actor, id);
      const today = await todayIn(tx);
      checkFacts(after, today);
      if ((since ?? today) > today) throw new Refused('enterprise.day', notAfterToday, 'since');
      if (after.creditCode !== enterprise.creditCode) await this.requireFree(tx, actor, after.creditCode);
      const dated = { id, since: since ?? today, openedOn: after.openedOn, before: difference.before };
      await keepFormer(tx, actor.districtId, [dated]);
      const change = { ...difference.after, factsSince: factsSinceOf(enterprise, dated) };
      await write(tx, actor, enterprise, change, { kind: 'changed', ...told(difference, since), reason });
      await this.tell(tx, actor, 'enterprise.changed', { ...enterprise, ...after }, reason ?? null, path);
      return readEnterprise(tx, actor, id);
    });
  }

  /** Workers and members as counted on a day: an earlier day changes what was, not what is. Errors: enterprise.members, enterprise.day (422). */
  count(actor: Actor, id: string, version: number, given: Headcount & { countedOn: string }): Promise<EnterpriseView> {
    return this.deeds.run(actor, async (tx) => {
      const { enterprise, path } = await takeEnterprise(tx, actor, id, version);
      checkHeadcount(given, await todayIn(tx));
      const { workers, members, countedOn } = given;
      await tx.query(headcountSql, [actor.districtId, id, countedOn, workers, members]);
      const latest = countedOn >= (enterprise.countedOn ?? '');
      const before = { workers: enterprise.workers, members: enterprise.members, countedOn: enterprise.countedOn };
      const after = { workers, members, countedOn };
      await write(tx, actor, enterprise, latest ? after : {}, {
        kind: 'counted',
        before: latest ? before : null,
        after,
      });
      await this.tell(tx, actor, 'enterprise.counted', enterprise, null, path);
      return readEnterprise(tx, actor, id);
    });
  }

  /** Lies under another union from a day on. Errors: enterprise.union, enterprise.sameUnion, enterprise.moveDay (422). */
  move(
    actor: Actor,
    id: string,
    version: number,
    { unionId, since, reason }: { unionId: string; since: string; reason: string },
  ): Promise<EnterpriseView> {
    return this.deeds.run(actor, async (tx) => {
      const { enterprise } = await takeEnterprise(tx, actor, id, version);
      const { districtId } = actor;
      const place = await placeFor(tx, actor, unionId);
      if (place.id === enterprise.unionId) throw new Refused('enterprise.sameUnion', sameUnion, 'unionId');
      if (since <= enterprise.placedSince || since > (await todayIn(tx)))
        throw new Refused('enterprise.moveDay', moveDay(enterprise.placedSince), 'since');
      await tx.query(
        `with ended as (
           update enterprise_placement set until = $4 where district_id = $1 and enterprise_id = $2 and until is null)
         insert into enterprise_placement (district_id, enterprise_id, since, union_id, reason) values ($1, $2, $3, $5, $6)`,
        [districtId, id, since, addDays(since, -1), place.id, reason],
      );
      const [before, after] = [{ unionId: enterprise.unionId }, { unionId: place.id, placedSince: since }];
      await write(tx, actor, enterprise, after, { kind: 'moved', before, after, reason });
      const from = enterprise.unionId;
      await this.tell(tx, actor, 'enterprise.moved', { ...enterprise, unionId: place.id }, reason, place.path, from);
      return readEnterprise(tx, actor, id);
    });
  }

  /** Gone from a day on (注销). Errors: enterprise.closeDay (422), enterprise.closed (409). */
  close(
    actor: Actor,
    id: string,
    version: number,
    { closedOn, reason }: { closedOn: string; reason: string },
  ): Promise<EnterpriseView> {
    return this.deeds.run(actor, async (tx) => {
      const { enterprise, path } = await takeEnterprise(tx, actor, id, version);
      if (closedOn < enterprise.openedOn || closedOn > (await todayIn(tx)))
        throw new Refused('enterprise.closeDay', closeDay(enterprise.openedOn), 'closedOn');
      const after = { closedOn, closedReason: reason };
      await write(tx, actor, enterprise, after, { kind: 'closed', before: null, after: { closedOn }, reason });
      await this.tell(tx, actor, 'enterprise.closed', enterprise, reason, path);
      return readEnterprise(tx, actor, id);
    });
  }

  private async requireFree(tx: EntityManager, { districtId }: Actor, creditCode: string): Promise<void> {
    const taken: unknown[] = await tx.query('select 1 from enterprise where credit_code = $2 and district_id = $1', [
      districtId,
      creditCode,
    ]);
    if (taken.length > 0) throw new Conflict('enterprise.codeTaken', codeTaken);
  }

  /** With the counts of the union it lies under, and of the one it left. */
  private async tell(
    tx: EntityManager,
    actor: Actor,
    name: `enterprise.${'registered' | 'changed' | 'counted' | 'moved' | 'closed'}`,
    { id, creditCode, name: called, unionId }: Pick<Enterprise, 'id' | 'creditCode' | 'name' | 'unionId'>,
    reason: string | null,
    path: string,
    from = unionId,
  ): Promise<void> {
    const enterprise = { enterpriseId: id, creditCode, name: called, unionId };
    const counts = await countsOf(tx, actor.districtId, [unionId, from]);
    const body: EnterpriseTold = { enterprise, reason, counts };
    await announce(tx, actor, { name, unionId, path, subjectId: id, body });
  }
}

/** The day it is told from stands beside it in the history. */
const told = ({ before, after }: Difference, since: string | undefined): Difference =>
  since === undefined ? { before, after } : { before, after: { ...after, since } };

const codeTaken = {
  zh: '该统一社会信用代码已登记。',
  en: 'An enterprise with this credit code is registered already.',
};
const sameUnion = { zh: '该企业已属于此工会。', en: 'It lies under this union already.' };
const moveDay = (since: string) => ({
  zh: `划转日期须晚于现隶属关系的开始日期 ${since}，且不晚于今天。`,
  en: `The day must come after ${since}, when the present place began, and not after today.`,
});
const closeDay = (opened: string) => ({
  zh: `注销日期须在成立日期 ${opened} 与今天之间。`,
  en: `The day must lie between ${opened}, when it opened, and today.`,
});
