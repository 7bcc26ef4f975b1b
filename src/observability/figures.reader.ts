/** The figures that the database keeps: how the announcements fare, what goes out, what is in hand. Two statements. */
import type { DataSource } from 'typeorm';
import { CANARY_MS } from '../queue/queues';

/** Seconds for ages; null: there is nothing to be that old. */
export interface Figures {
  readonly outboxOpen: number;
  readonly outboxOldest: number | null;
  readonly outboxRetrying: number;
  readonly parked: number;
  readonly lastArrival: number | null;
  readonly canaryAge: number | null;
  readonly canaryMissed: number | null;
  readonly auditUnsealed: number;
  readonly webhookOpen: number;
  readonly webhookOldest: number | null;
  readonly webhookPaused: Readonly<Record<string, number>>;
  readonly dispatchOpen: number;
  readonly dispatchLate: number | null;
  readonly intakes: number;
  readonly intakeOldest: number | null;
  readonly runs: number;
  readonly signInFailures: number;
}

/** What changes slowly or takes longer to count. */
export interface SlowFigures {
  readonly evidenceFiles: number;
  readonly evidenceBytes: number;
  readonly keysEnding: number;
}

const age = (moment: string): string => `greatest(0, extract(epoch from now() - ${moment}))::float8`;

/** What waits is found by the indexes of what waits: its cost is that of the backlog, not of the history. */
const sql = `
  select o.*, p.*, c.*, u.*, w.*, d.*, i.*, r.*, s.*, l.*, (
    select coalesce(jsonb_object_agg(pause, n), '{}') from (
      select pause, count(*) as n from webhook_endpoint where removed_at is null and pause is not null group by pause) x
    ) as "webhookPaused"
  from (select count(*)::int as "outboxOpen", (count(*) filter (where attempts > 0))::int as "outboxRetrying",
      ${age('min(occurred_at)')} as "outboxOldest"
    from outbox_message where projected_at is null and parked_at is null) o,
  (select count(*)::int as parked from outbox_message where parked_at is not null) p,
  (select ${age('coalesce(seen_at, sent_at)')} as "canaryAge",
      floor(${age('coalesce(seen_at, sent_at)')} * 1000 / ${CANARY_MS})::int as "canaryMissed"
    from live.canary where id = 1) c,
  (select count(*)::int as "auditUnsealed" from audit_unsealed) u,
  (select count(*)::int as "webhookOpen", ${age('min(d.created_at)')} as "webhookOldest"
    from webhook_endpoint e join webhook_delivery d on d.endpoint_id = e.id and d.district_id = e.district_id
    where e.removed_at is null and e.pause is null and d.state = 'waiting'
      and (d.number is not null or d.seq is not null)) w,
  (select count(*)::int as "dispatchOpen", ${age('min(next_at)')} as "dispatchLate"
    from dispatch where status in ('waiting', 'failed')) d,
  (select count(*)::int as intakes, ${age('min(asked_at)')} as "intakeOldest"
    from intake where status in ('waiting', 'running', 'stopping')) i,
  (select count(*)::int as runs from assessment_run where status in ('waiting', 'running', 'stopping')) r,
  (select coalesce(sum(points), 0)::int as "signInFailures"
    from sign_in_failure where key like 'sign-in:%' and expire > extract(epoch from now()) * 1000) s,
  (select (select ${age('projected_at')} from outbox_message where projected_at is not null order by seq desc limit 1)
    as "lastArrival") l`;

const slowSql = `
  select f.*, (
    select count(*)::int from api_key
    where revoked_at is null and expires_on >= app_today() and expires_on < app_today() + 14) as "keysEnding"
  from (select count(*)::int as "evidenceFiles", coalesce(sum(size), 0)::float8 as "evidenceBytes" from evidence_file) f`;

export async function readFigures(database: DataSource): Promise<Figures> {
  const [row]: [Figures] = await database.query(sql);
  return row;
}

export async function readSlowFigures(database: DataSource): Promise<SlowFigures> {
  const [row]: [SlowFigures] = await database.query(slowSql);
  return row;
}
