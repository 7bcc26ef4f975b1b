/** The audit trail (审计日志) of a district, the newest first. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { ZONE } from '../kernel/clock';
import { AuditEntry } from '../outbox/audit-entry.entity';
import type { AuditList, AuditVerification } from './audit.view';

/** Seals checked in one call. */
const PIECE = 50_000;

/** One statement, so that entries, seals and what waits are of one moment. */
const verification = `
  with piece as (
    select s.no, s.entry_id, s.hash, e.id, audit_content(e) as content,
      lag(s.no, 1, 0::bigint) over (order by s.no) as before, lag(s.hash, 1, ''::bytea) over (order by s.no) as "hashBefore"
    from (select * from audit_seal where district_id = $1 and no >= $2::bigint - 1 order by no limit ${PIECE} + 1) s
    left join audit_entry e on e.district_id = s.district_id and e.id = s.entry_id
  ), broken as (
    select no, entry_id, case when id is null then 'missing' else 'changed' end as fault from piece
    where no >= $2 and (id is null or no <> before + 1 or hash <> sha256("hashBefore" || content))
    order by no limit 1
  ), head as (select no, hash from audit_seal where district_id = $1 order by no desc limit 1)
  select (select count(*)::int from piece where no >= $2) as checked,
    (select json_build_object('no', no, 'entryId', entry_id, 'fault', fault) from broken) as broken,
    (select count(*)::int from audit_entry where district_id = $1) as entries,
    (select count(*)::int from audit_seal where district_id = $1) as seals,
    (select count(*)::int from audit_unsealed where district_id = $1) as waiting,
    (select no || ':' || encode(hash, 'hex') from head) as head`;

interface TrailAsked {
  page: number;
  pageSize: number;
  subjectId?: string;
  deed?: string;
  account?: string;
  /** Shanghai days, both counted. */
  from?: string;
  to?: string;
}

@Injectable()
export class AuditReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  async list(actor: Actor, asked: TrailAsked): Promise<AuditList> {
    const { page, pageSize, subjectId, deed, account, from, to } = asked;
    const { districtId } = actor;
    const query = this.database.manager
      .createQueryBuilder(AuditEntry, 'e')
      .where('e.districtId = :districtId', { districtId });
    if (subjectId !== undefined) query.andWhere('e.subjectId = :subjectId', { subjectId });
    if (deed !== undefined) query.andWhere('e.deed = :deed', { deed });
    if (account !== undefined) query.andWhere('e.account = :account', { account: account.toLowerCase() });
    if (from !== undefined) query.andWhere(`e.at >= :from::date::timestamp at time zone '${ZONE}'`, { from });
    if (to !== undefined) query.andWhere(`e.at < (:to::date + 1)::timestamp at time zone '${ZONE}'`, { to });
    const [entries, total] = await query
      .orderBy('e.at', 'DESC')
      .addOrderBy('e.id', 'DESC')
      .offset((page - 1) * pageSize)
      .limit(pageSize)
      .getManyAndCount();
    const items = entries.map(({ districtId: _, ...entry }) => ({ ...entry, at: entry.at.toISOString() }));
    return { items, page, pageSize, total };
  }

  /** Checks the chain of the district's audit trail from seal `from` on; the last seal before it is taken as good. */
  async verify(actor: Pick<Actor, 'districtId'>, from: number): Promise<AuditVerification> {
    const [row]: [Omit<AuditVerification, 'sound' | 'nextFrom'>] = await this.database.query(verification, [
      actor.districtId,
      from,
    ]);
    const { checked, broken, entries, seals, waiting, head } = row;
    const nextFrom = from + checked <= seals && broken === null && checked > 0 ? from + checked : null;
    const sound = broken === null && entries === seals + waiting;
    return { sound, checked, broken, entries, seals, waiting, head, nextFrom };
  }
}
