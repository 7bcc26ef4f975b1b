/** Appeals (申诉) as the union that filed them and the tier that answers them read them. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import type { EvidenceView } from '../../work/report.view';
import { findAssessment } from '../assessment.reader';
import { type SchemeDefinition, criteriaOf } from '../scheme-types';
import type { AppealStatus } from './appeal.entity';
import type { AppealDetail, AppealList, AppealView } from './appeal.view';
import { ownScoreSql } from './own-score';

interface Paging {
  page: number;
  pageSize: number;
}

export interface AppealFilter {
  districtId: string;
  id?: string;
  assessmentId?: string;
  unionId?: string;
  status?: AppealStatus;
}

type Row = Omit<AppealView, 'criteria'> & { codes: string[]; definition: SchemeDefinition; total: number };
type FullRow = Row & Pick<AppealDetail, 'ownScore'> & { evidence: EvidenceView[] };

const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const columns = `
  p.id, p.assessment_id as "assessmentId", a.title, a.year, p.union_id as "unionId", u.name as "unionName",
  p.criteria as codes, a.definition, p.reason, p.status, f.name as "filedBy", ${iso('p.filed_at')} as "filedAt",
  d.name as "decidedBy", ${iso('p.decided_at')} as "decidedAt", p.decision_reason as "decisionReason", (
    select coalesce(json_agg(json_build_object('criterion', k.criterion, 'old', k.old_points::text,
      'new', k.new_points::text, 'reason', k.reason) order by k.criterion), '[]')
    from correction k where k.district_id = p.district_id and k.appeal_id = p.id) as corrections, (
    select count(*)::int from assessment_evidence e where e.district_id = p.district_id and e.holder_id = p.id) as files,
  p.version, (count(*) over ())::int as total`;

const evidence = `(
    select coalesce(json_agg(json_build_object('id', e.id, 'name', e.name, 'mediaType', f.media_type, 'size', f.size,
      'sha256', e.sha256, 'createdAt', ${iso('e.created_at')}) order by e.created_at, e.id), '[]')
    from assessment_evidence e join evidence_file f on f.sha256 = e.sha256
    where e.district_id = p.district_id and e.holder_id = p.id) as evidence`;

const from = `
  from appeal p
  join assessment a on a.district_id = p.district_id and a.id = p.assessment_id
  join trade_union u on u.district_id = p.district_id and u.id = p.union_id
  join officer f on f.district_id = p.district_id and f.id = p.filed_by
  left join officer d on d.district_id = p.district_id and d.id = p.decided_by
  where p.district_id = $1 and ($2::uuid is null or p.id = $2) and ($3::uuid is null or p.assessment_id = $3)
    and ($4::uuid is null or p.union_id = $4) and ($5::text is null or p.status = $5)
  order by p.filed_at desc, p.id desc`;

const listSql = `select ${columns} ${from} limit $6 offset $7`;
const oneSql = `select ${columns}, ${evidence}, ${ownScoreSql('$6::uuid')} as "ownScore" ${from} limit 1`;

@Injectable()
export class AppealReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  /** The appeals of the actor's own union, the latest first. */
  own({ districtId, unionId }: Actor, asked: Paging & { status?: AppealStatus }): Promise<AppealList> {
    return this.list({ districtId, unionId, status: asked.status }, asked);
  }

  ownOne(actor: Actor, id: string): Promise<AppealDetail> {
    const { districtId, unionId } = actor;
    return appealOf(this.database.manager, actor, { districtId, unionId, id });
  }

  /** The appeals against the results of an assessment of the own union or of one below it, the latest first. */
  async ofAssessment(
    actor: Actor,
    assessmentId: string,
    asked: Paging & { status?: AppealStatus },
  ): Promise<AppealList> {
    await findAssessment(this.database.manager, actor, assessmentId);
    return this.list({ districtId: actor.districtId, assessmentId, status: asked.status }, asked);
  }

  async oneOfAssessment(actor: Actor, assessmentId: string, id: string): Promise<AppealDetail> {
    const { manager } = this.database;
    await findAssessment(manager, actor, assessmentId);
    return appealOf(manager, actor, { districtId: actor.districtId, assessmentId, id });
  }

  private async list(filter: AppealFilter, { page, pageSize }: Paging): Promise<AppealList> {
    const parameters = [...parametersOf(filter), pageSize, (page - 1) * pageSize];
    const rows: Row[] = await this.database.query(listSql, parameters);
    return { items: rows.map(viewOf), page, pageSize, total: rows[0]?.total ?? 0 };
  }
}

/** One appeal with its evidence. Errors: notFound. */
export async function appealOf(
  tx: EntityManager,
  { officerId }: Pick<Actor, 'officerId'>,
  filter: AppealFilter,
): Promise<AppealDetail> {
  const [row]: FullRow[] = await tx.query(oneSql, [...parametersOf(filter), officerId]);
  if (row === undefined) throw new NotFound();
  return { ...viewOf(row), evidence: row.evidence, ownScore: row.ownScore };
}

function parametersOf(filter: AppealFilter): unknown[] {
  const { districtId, id = null, assessmentId = null, unionId = null, status = null } = filter;
  return [districtId, id, assessmentId, unionId, status];
}

function viewOf(row: Row): AppealView {
  const names = new Map(criteriaOf(row.definition).map(({ criterion: { code, name } }) => [code, name]));
  const { id, assessmentId, title, year, unionId, unionName, reason, status, filedBy, filedAt } = row;
  const { codes, decidedBy, decidedAt, decisionReason, corrections, files, version } = row;
  return {
    id,
    assessmentId,
    title,
    year,
    unionId,
    unionName,
    criteria: codes.map((code) => ({ code, name: names.get(code) ?? code })),
    reason,
    status,
    filedBy,
    filedAt,
    decidedBy,
    decidedAt,
    decisionReason,
    corrections,
    files,
    version,
  };
}
