/** Counts of enterprises per union (企业看板): the last known ones, with their number in the order of telling. */
import type { EntityManager } from 'typeorm';
import type { EnterpriseCountBody } from '../../events/enterprise-body';
import type { Envelope } from '../../events/envelope';
import type { Projection } from '../projection';

const names = `preset, excluded, unionized, unionized_verified, workers, workers_verified, members, members_verified, uncounted`;

const upsert = `
  insert into enterprise_count (district_id, union_id, kind, seq, ${names})
  select "districtId", "unionId", kind, seq, preset, excluded, unionized, "unionizedVerified", workers, "workersVerified",
    members, "membersVerified", uncounted
  from jsonb_to_recordset($1::jsonb) as r(
    "districtId" uuid, "unionId" uuid, kind text, seq bigint, preset bigint, excluded bigint, unionized bigint,
    "unionizedVerified" bigint, workers bigint, "workersVerified" bigint, members bigint, "membersVerified" bigint,
    uncounted bigint)
  order by "districtId", "unionId", kind
  on conflict (district_id, union_id, kind) do update set (seq, ${names}) = (
    excluded.seq, ${names.replaceAll(/\w+/g, 'excluded.$&')})
  where enterprise_count.seq < excluded.seq`;

type Counted = Envelope & { body: { counts: EnterpriseCountBody[] } };

async function count(tx: EntityManager, events: readonly Envelope[]): Promise<void> {
  const last = new Map<string, EnterpriseCountBody & { seq: number; districtId: string }>();
  for (const { seq, districtId, body } of events as readonly Counted[]) {
    for (const each of body.counts) {
      const key = `${districtId} ${each.unionId} ${each.kind}`;
      if ((last.get(key)?.seq ?? -1) < seq) last.set(key, { ...each, seq, districtId });
    }
  }
  if (last.size > 0) await tx.query(upsert, [JSON.stringify([...last.values()])]);
}

export const enterpriseBoard: Projection = {
  name: 'enterprise-board',
  on: {
    'enterprise.registered': count,
    'enterprise.changed': count,
    'enterprise.counted': count,
    'enterprise.moved': count,
    'enterprise.closed': count,
    'enterprise.handedOver': count,
    'enterprise.batchTaken': count,
    'verification.proposed': count,
    'verification.accepted': count,
    'verification.refused': count,
  },
};
