/** Proposed changes of targets (目标调整), those decided among them. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { NotFound } from '../kernel/errors';
import type { TargetDefinition, Way } from './target-definition';
import { isEasier } from './target-rules';
import { iso } from './target.reader';
import type { TargetChangeList, TargetChangeView } from './target.view';

const sql = `
  select c.id, c.target_id as "targetId", c.definition, c.reason, c.status, p.name as "proposedBy",
    ${iso('c.proposed_at')} as "proposedAt", d.name as "decidedBy", ${iso('c.decided_at')} as "decidedAt",
    c.decision_reason as "decisionReason", t.direction, b.definition->>'value' as before, count(*) over ()::int as total
  from target_change c join target t on t.district_id = $1 and t.id = c.target_id
  join target_version b on b.district_id = $1 and b.target_id = c.target_id and b.version = c.version
  join trade_union u on u.district_id = $1 and u.id = t.union_id
  join officer p on p.district_id = $1 and p.id = c.proposed_by
  left join officer d on d.district_id = $1 and d.id = c.decided_by
  where c.district_id = $1 and u.path <@ $2::ltree and ($3::uuid is null or c.id = $3) and ($4::uuid is null or t.id = $4)
  order by c.id desc limit $5 offset $6`;

interface Row extends Omit<TargetChangeView, 'value' | 'easier'> {
  readonly definition: TargetDefinition | null;
  readonly direction: Way;
  readonly before: string;
  readonly total: number;
}

@Injectable()
export class TargetChangesReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  /** Of one target, or of all. */
  async list(
    { districtId, path }: Actor,
    { page, pageSize, targetId = null }: { page: number; pageSize: number; targetId?: string | null },
  ): Promise<TargetChangeList> {
    const asked = [districtId, path, null, targetId, pageSize, (page - 1) * pageSize];
    const rows: Row[] = await this.database.query(sql, asked);
    return { items: rows.map(viewOf), page, pageSize, total: rows[0]?.total ?? 0 };
  }
}

/** Errors: notFound. */
export async function readTargetChange(
  tx: EntityManager,
  { districtId, path }: Actor,
  id: string,
): Promise<TargetChangeView> {
  const [row]: Row[] = await tx.query(sql, [districtId, path, id, null, 1, 0]);
  if (row === undefined) throw new NotFound();
  return viewOf(row);
}

function viewOf({ definition, direction, before, total: _, ...row }: Row): TargetChangeView {
  const value = definition?.value ?? null;
  return { ...row, value, easier: value === null || isEasier(direction, value, before) };
}
