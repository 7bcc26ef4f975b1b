/** Enterprises of a union that closes (撤销工会的企业交接): its successor takes them over, and without one it does not close. */
import { Injectable } from '@nestjs/common';
import { Conflict } from '../kernel/errors';
import type { Leave } from '../organization/union-closing';
import { announce } from '../outbox/announce';
import { countsOf } from './enterprise-counts';

const leftSql = `
  select id, least($3::date + 1, app_today())::text as since from enterprise
  where district_id = $1 and union_id = $2 and closed_on is null order by id for update`;

/** What came after that day never lay below the closed union. */
const handOverSql = `
  with leaving as materialized (
    select e.id, e.version + 1 as version, e.placed_since < $5::date as lay, greatest(e.placed_since, $5::date) as since
    from enterprise e where e.district_id = $1 and e.id = any($2::uuid[]) order by e.id
  ), ended as (
    update enterprise_placement p set until = $5::date - 1 from leaving l
    where p.district_id = $1 and p.enterprise_id = l.id and p.until is null and l.lay
  ), placed as (
    insert into enterprise_placement (district_id, enterprise_id, since, union_id, reason)
    select $1, id, since, $4, $6 from leaving where lay
  ), corrected as (
    update enterprise_placement p set union_id = $4, reason = $6 from leaving l
    where p.district_id = $1 and p.enterprise_id = l.id and p.until is null and not l.lay
  ), moved as (
    update enterprise e set union_id = $4, placed_since = l.since, version = l.version, updated_at = app_now()
    from leaving l where e.district_id = $1 and e.id = l.id
  )
  insert into enterprise_change (district_id, enterprise_id, no, kind, before, after, reason, officer_id)
  select $1, id, version, 'moved', jsonb_build_object('unionId', $3::uuid),
    jsonb_build_object('unionId', $4::uuid, 'placedSince', since), $6, $7 from leaving`;

@Injectable()
export class EnterpriseHandoverService {
  /** Errors: union.hasEnterprises (409). */
  readonly leave: Leave = async (tx, actor, { union, closedOn, reason, successor }) => {
    const { districtId, officerId } = actor;
    const left: { id: string; since: string }[] = await tx.query(leftSql, [districtId, union.id, closedOn]);
    const [first] = left;
    if (first === undefined) return;
    if (successor === null) throw hasEnterprises(left.length);
    const ids = left.map(({ id }) => id);
    await tx.query(handOverSql, [districtId, ids, union.id, successor.id, first.since, reason, officerId]);
    const counts = await countsOf(tx, districtId, [union.id, successor.id]);
    const about = { fromUnionId: union.id, fromUnionName: union.name, unionId: successor.id };
    const body = { ...about, enterprises: left.length, since: first.since, reason, counts };
    const { id, path } = successor;
    await announce(tx, actor, { name: 'enterprise.handedOver', unionId: id, path, subjectId: union.id, body });
  };
}

const hasEnterprises = (count: number): Conflict =>
  new Conflict('union.hasEnterprises', {
    zh: `该工会下还有 ${count} 家企业：请先逐一划转，或指定接收工会。`,
    en: `${count} enterprises stand below it: move them first, or name the union that takes them over.`,
  });
