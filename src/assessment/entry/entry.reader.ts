/** Entries (考核记录) as stored, with who recorded and decided them and their evidence: one statement for a page. */
import { Inject, Injectable } from '@nestjs/common';
import { Decimal } from 'decimal.js';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import type { EvidenceView } from '../../work/report.view';
import { findAssessment } from '../assessment.reader';
import type { SchemeDefinition } from '../scheme-types';
import { groundsOf } from './entry-check';
import type { EntryList, EntryView } from './entry.view';

export interface EntryFilter {
  readonly districtId: string;
  readonly assessmentId: string;
  readonly id?: string;
  readonly unionId?: string;
  readonly status?: EntryView['status'];
  /** Only what the scored union may see: what it proposed itself, and what was approved about it. */
  readonly forUnion?: boolean;
}

interface Paging {
  readonly page: number;
  readonly pageSize: number;
}

const sql = `
  select e.id, e.assessment_id as "assessmentId", e.union_id as "unionId", u.name as "unionName", e.kind, e.criterion,
    e.ground, e.count, e.points::text as points, e.occurred_on::text as "occurredOn", e.words, e.status,
    r.union_id = e.union_id as "proposedByUnion", e.recorded_by as "recordedBy", r.name as "recordedByName",
    e.recorded_at as "recordedAt", e.decided_by as "decidedBy", d.name as "decidedByName", e.decided_at as "decidedAt",
    e.decision_reason as "decisionReason", e.version, a.definition, (count(*) over ())::int as total, (
      select coalesce(json_agg(json_build_object('id', v.id, 'name', v.name, 'mediaType', f.media_type, 'size', f.size,
        'sha256', v.sha256, 'createdAt', v.created_at) order by v.created_at, v.id), '[]')
      from assessment_evidence v join evidence_file f on f.sha256 = v.sha256
      where v.district_id = $1 and v.holder_id = e.id and v.holder = 'entry') as evidence
  from assessment_entry e
  join assessment a on a.district_id = $1 and a.id = e.assessment_id
  join trade_union u on u.district_id = $1 and u.id = e.union_id
  join officer r on r.district_id = $1 and r.id = e.recorded_by
  left join officer d on d.district_id = $1 and d.id = e.decided_by
  where e.district_id = $1 and e.assessment_id = $2 and ($3::uuid is null or e.id = $3)
    and ($4::uuid is null or e.union_id = $4) and ($5::text is null or e.status = $5)
    and (not $6::boolean or r.union_id = e.union_id or e.status = 'approved')
  order by e.recorded_at desc, e.id desc limit $7 offset $8`;

type Row = Omit<EntryView, 'groundName' | 'recordedAt' | 'decidedAt'> & {
  recordedAt: Date;
  decidedAt: Date | null;
  definition: SchemeDefinition;
  total: number;
};

@Injectable()
export class EntryReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  /** The entries of an assessment of the own union or of one below it, the latest first. */
  async list(
    actor: Actor,
    assessmentId: string,
    { page, pageSize, ...filter }: Paging & Pick<EntryFilter, 'status' | 'unionId'>,
  ): Promise<EntryList> {
    const { manager } = this.database;
    await findAssessment(manager, actor, assessmentId);
    const { districtId } = actor;
    return readEntryViews(manager, { ...filter, districtId, assessmentId }, { page, pageSize });
  }

  async get(actor: Actor, assessmentId: string, id: string): Promise<EntryView> {
    const { manager } = this.database;
    await findAssessment(manager, actor, assessmentId);
    return readEntry(manager, { districtId: actor.districtId, assessmentId, id });
  }

  /** An entry about the own union, for that union. */
  own({ districtId, unionId }: Actor, assessmentId: string, id: string): Promise<EntryView> {
    return readEntry(this.database.manager, { districtId, assessmentId, id, unionId, forUnion: true });
  }
}

/** Errors: notFound. */
export async function readEntry(tx: EntityManager, of: EntryFilter & { readonly id: string }): Promise<EntryView> {
  const {
    items: [entry],
  } = await readEntryViews(tx, of, { page: 1, pageSize: 1 });
  if (entry === undefined) throw new NotFound();
  return entry;
}

export async function readEntryViews(
  tx: EntityManager,
  of: EntryFilter,
  { page, pageSize }: Paging,
): Promise<EntryList> {
  const { districtId, assessmentId, id = null, unionId = null, status = null, forUnion = false } = of;
  const values = [districtId, assessmentId, id, unionId, status, forUnion, pageSize, (page - 1) * pageSize];
  const rows: Row[] = await tx.query(sql, values);
  return { items: rows.map(entryView), page, pageSize, total: rows[0]?.total ?? 0 };
}

function entryView({ definition, total: _, ...row }: Row): EntryView {
  const { kind, criterion, ground, points, recordedAt, decidedAt, evidence } = row;
  return {
    ...row,
    groundName: groundsOf(definition, kind, criterion).find(({ code }) => code === ground)?.name ?? ground,
    points: points === null ? null : new Decimal(points).toFixed(2),
    recordedAt: recordedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    evidence: evidence.map((each: EvidenceView) => ({
      ...each,
      size: each.size,
      createdAt: new Date(each.createdAt).toISOString(),
    })),
  };
}
