/** How the announcements of a district fare on their way to the boards. Reads the outbox and the probe, never a body. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config';
import type { Actor } from '../kernel/actor';
import { queueBackend } from '../queue/queue-backend';
import { MISSED_MS } from '../queue/queues';
import type { ParkedAnnouncement, ParkedAnnouncementList, QueueHealth } from './delivery.view';

/** One statement, so that all figures are of one moment. */
const health = `
  select now() as "asOf", c.sent_at as "probeSentAt", c.seen_at as "probeSeenAt",
    coalesce(c.seen_at > now() - make_interval(secs => $2), false) as moving,
    o.open, o."underWay", o.retrying, o."oldestOpenAt",
    (select count(*)::int from outbox_message where district_id = $1 and parked_at is not null) as parked
  from live.canary c, (
    select count(*)::int as open, (count(*) filter (where leased_until > now() or seq in (
        select unnest(seqs) from outbox_lease where until > now())))::int as "underWay",
      (count(*) filter (where attempts > 0))::int as retrying, min(occurred_at) as "oldestOpenAt"
    from outbox_message where district_id = $1 and projected_at is null and parked_at is null) o
  where c.id = 1`;

const parked = `
  select m.id, m.seq::text as seq, m.name, m.union_id as "unionId", u.name as "unionName", m.occurred_at as "occurredAt",
    m.parked_at as "parkedAt", m.attempts, m.last_error as "lastError", count(*) over ()::int as total
  from outbox_message m left join trade_union u on u.district_id = m.district_id and u.id = m.union_id
  where m.district_id = $1 and m.parked_at is not null order by m.seq limit $2 offset $3`;

type HealthRow = Omit<QueueHealth, 'backend' | 'asOf' | 'probeSentAt' | 'probeSeenAt' | 'oldestOpenAt'> &
  Record<'probeSentAt' | 'probeSeenAt' | 'oldestOpenAt', Date | null> & { asOf: Date };
type ParkedRow = Omit<ParkedAnnouncement, 'occurredAt' | 'parkedAt'> & {
  occurredAt: Date;
  parkedAt: Date;
  total: number;
};

@Injectable()
export class DeliveryReader {
  private readonly backend: QueueHealth['backend'];

  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(CONFIG) config: Config,
  ) {
    this.backend = queueBackend(config.queueUrl, config.databaseUrl ?? '').kind;
  }

  async health({ districtId }: Actor): Promise<QueueHealth> {
    const [row]: [HealthRow] = await this.database.query(health, [districtId, MISSED_MS / 1000]);
    const { probeSentAt, probeSeenAt, oldestOpenAt, asOf, ...figures } = row;
    return {
      ...figures,
      asOf: asOf.toISOString(),
      backend: this.backend,
      probeSentAt: momentOf(probeSentAt),
      probeSeenAt: momentOf(probeSeenAt),
      oldestOpenAt: momentOf(oldestOpenAt),
    };
  }

  /** The oldest first: whatever stopped it, it stopped first. */
  async parked({ districtId }: Actor, asked: { page: number; pageSize: number }): Promise<ParkedAnnouncementList> {
    const { page, pageSize } = asked;
    const rows: ParkedRow[] = await this.database.query(parked, [districtId, pageSize, (page - 1) * pageSize]);
    const items = rows.map(({ total: _, occurredAt, parkedAt, ...row }) => ({
      ...row,
      occurredAt: occurredAt.toISOString(),
      parkedAt: parkedAt.toISOString(),
    }));
    return { items, page, pageSize, total: rows[0]?.total ?? 0 };
  }
}

const momentOf = (at: Date | null): string | null => at?.toISOString() ?? null;
