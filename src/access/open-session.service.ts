/** The sessions that are open: one's own (我的登录), and who is on line (在线用户); both can be ended (下线). */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { NotFound } from '../kernel/errors';
import { audit } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import type { OpenSession, OpenSessionList } from './open-session.view';
import { IDLE, hashOf } from './session.service';

interface Asked {
  page: number;
  pageSize: number;
  officerId?: string;
  unionId?: string;
}

type Row = Omit<OpenSession, 'openedAt' | 'seenAt' | 'expiresAt'> & {
  openedAt: Date;
  seenAt: Date;
  expiresAt: Date;
  total: number;
};

interface Ended {
  id: string;
  officerId: string;
  network: string;
  device: string | null;
}

const alive = `s.expires_at > now() and s.seen_at > now() - interval '${IDLE}'`;

/** Parameters: district, path, officer or null, union or null, this session's hash, limit, offset. */
const list = `
  select s.id, o.id as "officerId", o.account, o.name as "officerName", u.id as "unionId", u.name as "unionName",
    s.network, s.device, s.created_at as "openedAt", s.seen_at as "seenAt", s.expires_at as "expiresAt",
    s.token_hash = $5 as current, count(*) over ()::int as total
  from session s
  join officer o on o.district_id = s.district_id and o.id = s.officer_id and o.active
  join trade_union u on u.district_id = o.district_id and u.id = o.union_id
  where s.district_id = $1 and u.path <@ $2::ltree and ($3::uuid is null or s.officer_id = $3)
    and ($4::uuid is null or o.union_id = $4) and ${alive}
  order by s.seen_at desc, s.id limit $6 offset $7`;

/** Parameters: district, path, session, officer or null for anybody's. */
const end = `
  with ended as (
    delete from session s using officer o, trade_union u
    where s.district_id = $1 and s.id = $3 and ($4::uuid is null or s.officer_id = $4) and ${alive}
      and o.district_id = s.district_id and o.id = s.officer_id
      and u.district_id = o.district_id and u.id = o.union_id and u.path <@ $2::ltree
    returning s.id, s.officer_id as "officerId", s.network, s.device)
  select * from ended`;

@Injectable()
export class OpenSessionService {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Deeds) private readonly deeds: Deeds,
  ) {}

  mine(actor: Actor, token: string, asked: { page: number; pageSize: number }): Promise<OpenSessionList> {
    return this.list(actor, token, { ...asked, officerId: actor.officerId });
  }

  /** Those of one's own union and all below it, the one used last first. */
  async list(actor: Actor, token: string, asked: Asked): Promise<OpenSessionList> {
    const { page, pageSize, officerId = null, unionId = null } = asked;
    const { districtId, path } = actor;
    const paging = [pageSize, (page - 1) * pageSize];
    const rows: Row[] = await this.database.query(list, [
      districtId,
      path,
      officerId,
      unionId,
      hashOf(token),
      ...paging,
    ]);
    return { items: rows.map(view), page, pageSize, total: rows[0]?.total ?? 0 };
  }

  async endMine(actor: Actor, id: string): Promise<void> {
    await this.deeds.run(actor, (tx) => this.end(tx, actor, id, actor.officerId));
  }

  /** Puts an officer of one's union or below out, on that device (强制下线). */
  async endAnybodys(actor: Actor, id: string): Promise<void> {
    await this.deeds.run(actor, (tx) => this.end(tx, actor, id, null));
  }

  async endOthers(actor: Actor, token: string): Promise<void> {
    await this.deeds.run(actor, async (tx) => {
      const ended: Ended[] = await tx.query(
        `with ended as (
           delete from session where district_id = $1 and officer_id = $2 and token_hash <> $3
           returning id, officer_id as "officerId", network, device)
         select * from ended`,
        [actor.districtId, actor.officerId, hashOf(token)],
      );
      if (ended.length > 0) await audit(tx, actor, 'session.othersEnded', actor.officerId, { before: { ended } });
      return {};
    });
  }

  private async end(tx: EntityManager, actor: Actor, id: string, officerId: string | null): Promise<object> {
    const [ended]: Ended[] = await tx.query(end, [actor.districtId, actor.path, id, officerId]);
    if (ended === undefined) throw new NotFound();
    await audit(tx, actor, 'session.ended', ended.officerId, { before: ended });
    return {};
  }
}

function view({ total: _, openedAt, seenAt, expiresAt, ...session }: Row): OpenSession {
  return {
    ...session,
    openedAt: openedAt.toISOString(),
    seenAt: seenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}
