/** Verifications (企业核查) within reach, the latest first: one statement for a page. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import type { EvidenceView } from '../../work/report.view';
import type { VerificationStatus } from './enterprise-verification.entity';
import type { VerificationList, VerificationView } from './verification.view';

const columns = `
  v.id, v.proposal_id as "proposalId", v.enterprise_id as "enterpriseId", e.name as "enterpriseName",
  e.credit_code as "creditCode", v.union_id as "unionId", u.name as "unionName", v.decider_id as "deciderId", v.finding,
  v.reason, v.status, v.proposed_by as "proposedBy", p.name as "proposedByName", v.proposed_at as "proposedAt",
  d.name as "decidedByName", v.decided_at as "decidedAt", v.decided_on::text as "decidedOn",
  v.decision_reason as "decisionReason", (
    select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'mediaType', b.media_type, 'size', b.size,
      'sha256', f.sha256, 'createdAt', to_char(f.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      order by f.id), '[]')
    from verification_file f join evidence_file b on b.sha256 = f.sha256
    where f.proposal_id = v.proposal_id and f.district_id = $1) as evidence`;
const from = `
  from enterprise_verification v join enterprise e on e.district_id = $1 and e.id = v.enterprise_id
  join trade_union u on u.district_id = $1 and u.id = v.union_id
  join officer p on p.district_id = $1 and p.id = v.proposed_by
  left join officer d on d.district_id = $1 and d.id = v.decided_by`;

type Row = Omit<VerificationView, 'proposedAt' | 'decidedAt' | 'evidence'> & {
  readonly proposedAt: Date;
  readonly decidedAt: Date | null;
  readonly evidence: EvidenceView[];
};

interface Asked {
  readonly of?: 'toDecide' | 'own' | 'all';
  readonly status?: VerificationStatus;
  readonly enterpriseId?: string;
  readonly page: number;
  readonly pageSize: number;
}

@Injectable()
export class VerificationReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  async list(actor: Actor, { of = 'all', status, enterpriseId, page, pageSize }: Asked): Promise<VerificationList> {
    const { districtId, unionId, path } = actor;
    const rows: (Row & { total: number })[] = await this.database.query(
      `select ${columns}, (count(*) over ())::int as total ${from}
       where v.district_id = $1 and u.path <@ $3::ltree and ($4::text is null or v.status = $4)
         and ($5::uuid is null or v.enterprise_id = $5)
         and case $6::text when 'toDecide' then v.decider_id = $2 when 'own' then v.union_id = $2 else true end
       order by v.id desc limit $7 offset $8`,
      [districtId, unionId, path, status ?? null, enterpriseId ?? null, of, pageSize, (page - 1) * pageSize],
    );
    const items = rows.map(({ total: _, ...row }) => viewOf(row));
    return { items, page, pageSize, total: rows[0]?.total ?? 0 };
  }

  /** One, for the union that proposed it and all above. */
  async get({ districtId, path }: Actor, id: string): Promise<VerificationView> {
    const [row]: Row[] = await this.database.query(
      `select ${columns} ${from} where v.district_id = $1 and v.id = $2 and u.path <@ $3::ltree`,
      [districtId, id, path],
    );
    if (row === undefined) throw new NotFound();
    return viewOf(row);
  }
}

/** These, in the order they are asked for. */
export async function readVerifications(
  tx: EntityManager,
  districtId: string,
  ids: readonly string[],
): Promise<VerificationView[]> {
  const rows: Row[] = await tx.query(
    `select ${columns} ${from} where v.district_id = $1 and v.id = any($2::uuid[])
     order by array_position($2::uuid[], v.id)`,
    [districtId, ids],
  );
  return rows.map(viewOf);
}

const viewOf = (row: Row): VerificationView => ({
  ...row,
  proposedAt: row.proposedAt.toISOString(),
  decidedAt: row.decidedAt?.toISOString() ?? null,
});
