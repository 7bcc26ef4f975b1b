/** Who leads a union (负责人): one of its own officers, noted by the system administrator. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { NotFound, Refused } from '../kernel/errors';
import { isWithin } from '../kernel/id';
import { audit } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import { Officer } from './officer.entity';
import { TradeUnion } from './trade-union.entity';
import type { UnionLeaderView } from './union-leader.view';

const sql = `
  select l.union_id as "unionId", o.id as "officerId", o.name, o.active and o.union_id = l.union_id as "inOffice", l.since
  from union_leader l join officer o on o.district_id = l.district_id and o.id = l.officer_id
  where l.district_id = $1 and l.union_id = $2`;

@Injectable()
export class UnionLeaderService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(DataSource) private readonly database: DataSource,
  ) {}

  /** Who is noted, or nobody. Errors: notFound. */
  async get(actor: Actor, unionId: string): Promise<UnionLeaderView> {
    const { manager } = this.database;
    await within(manager, actor, unionId);
    const nobody = { unionId, officerId: null, name: null, inOffice: false, since: null };
    return (await find(manager, actor, unionId)) ?? nobody;
  }

  /** Notes who leads, in the place of whoever did. Errors: leader.officer (422), notFound. */
  set(actor: Actor, unionId: string, officerId: string): Promise<UnionLeaderView> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId } = actor;
      await within(tx, actor, unionId, true);
      const officer = await tx.findOneBy(Officer, { districtId, id: officerId, unionId, active: true, kind: 'person' });
      if (officer === null) throw notOfUnion();
      const before = await find(tx, actor, unionId);
      await tx.query(
        `insert into union_leader (district_id, union_id, officer_id, since) values ($1, $2, $3, app_now())
         on conflict (district_id, union_id) do update set officer_id = excluded.officer_id, since = excluded.since
         where union_leader.officer_id <> excluded.officer_id`,
        [districtId, unionId, officerId],
      );
      const after = await find(tx, actor, unionId);
      if (after === null) throw new NotFound();
      await audit(tx, actor, 'union.ledBy', unionId, { ...(before === null ? {} : { before }), after });
      return after;
    });
  }

  async withdraw(actor: Actor, unionId: string): Promise<void> {
    await this.deeds.run(actor, async (tx) => {
      await within(tx, actor, unionId, true);
      const before = await find(tx, actor, unionId);
      if (before === null) throw new NotFound();
      await tx.query('delete from union_leader where district_id = $1 and union_id = $2', [actor.districtId, unionId]);
      await audit(tx, actor, 'union.ledByNobody', unionId, { before });
      return {};
    });
  }
}

async function within(tx: EntityManager, actor: Actor, id: string, locked = false): Promise<void> {
  const lock = locked ? ({ mode: 'for_no_key_update' } as const) : undefined;
  const union = await tx.findOne(TradeUnion, { where: { districtId: actor.districtId, id }, lock });
  if (union === null || !isWithin(union.path, actor.path)) throw new NotFound();
}

async function find(tx: EntityManager, { districtId }: Actor, unionId: string): Promise<UnionLeaderView | null> {
  const [row]: (Omit<UnionLeaderView, 'since'> & { since: Date })[] = await tx.query(sql, [districtId, unionId]);
  return row === undefined ? null : { ...row, since: row.since.toISOString() };
}

function notOfUnion(): Refused {
  return new Refused(
    'leader.officer',
    { zh: '负责人须是该工会在用的干部账号。', en: 'The leader is an active officer of that very union.' },
    'officerId',
  );
}
