/** Proposed changes of targets (目标调整), those decided among them. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { NotFound } from '../kernel/errors';
import { type PeriodKind, periodOn } from '../kernel/period';
import type { TargetDefinition, Way } from './target-definition';
import { targetDifferences, unionsIn } from './target-difference';
import { targetFrom, targetInHand } from './target-in-hand';
import { isEasier } from './target-rules';
import { iso, unionNames } from './target.reader';
import type { TargetChangeList, TargetChangeView } from './target.view';

const sql = `
  select c.id, c.target_id as "targetId", i.name, iv.definition->'measure'->>'unit' as unit, u.name as "unionName",
    t.kind, t.from_day::text as "fromDay", c.definition, c.reason, c.status, p.name as "proposedBy",
    c.proposed_by = $7 as own, ${iso('c.proposed_at')} as "proposedAt", d.name as "decidedBy",
    ${iso('c.decided_at')} as "decidedAt", c.decision_reason as "decisionReason", t.direction, b.definition as before,
    count(*) over ()::int as total
  ${targetFrom}
  join target_change c on c.district_id = $1 and c.target_id = t.id
  join target_version b on b.district_id = $1 and b.target_id = c.target_id and b.version = c.version
  join officer p on p.district_id = $1 and p.id = c.proposed_by
  left join officer d on d.district_id = $1 and d.id = c.decided_by
  where t.district_id = $1 and u.path <@ $2::ltree and ($3::uuid is null or c.id = $3)
    and ($4::uuid is null or t.id = $4) and ($8::text is null or c.status = $8)
  order by c.id desc limit $5 offset $6`;

interface Row extends Omit<TargetChangeView, 'value' | 'easier' | 'period' | 'differences'> {
  readonly kind: PeriodKind;
  readonly fromDay: string;
  readonly definition: TargetDefinition | null;
  readonly direction: Way;
  readonly before: TargetDefinition;
  readonly total: number;
}

interface ChangesAsked {
  readonly page: number;
  readonly pageSize: number;
  readonly targetId?: string;
  readonly status?: string;
}

@Injectable()
export class TargetChangesReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  /** Of one target, or of all within reach. Errors: notFound. */
  async list(actor: Actor, { page, pageSize, targetId, status }: ChangesAsked): Promise<TargetChangeList> {
    const { manager } = this.database;
    if (targetId !== undefined) await targetInHand(manager, actor, targetId);
    const { districtId, path, officerId } = actor;
    const asked = [
      districtId,
      path,
      null,
      targetId ?? null,
      pageSize,
      (page - 1) * pageSize,
      officerId,
      status ?? null,
    ];
    const rows: Row[] = await manager.query(sql, asked);
    return { items: await viewsOf(manager, districtId, rows), page, pageSize, total: rows[0]?.total ?? 0 };
  }
}

/** Errors: notFound. */
export async function readTargetChange(
  tx: EntityManager,
  { districtId, path, officerId }: Actor,
  id: string,
): Promise<TargetChangeView> {
  const rows: Row[] = await tx.query(sql, [districtId, path, id, null, 1, 0, officerId, null]);
  const [view] = await viewsOf(tx, districtId, rows);
  if (view === undefined) throw new NotFound();
  return view;
}

async function viewsOf(tx: EntityManager, districtId: string, rows: readonly Row[]): Promise<TargetChangeView[]> {
  const all = rows.flatMap(({ definition, before }) => (definition === null ? [] : [definition, before]));
  const names = await unionNames(tx, districtId, unionsIn(all));
  return rows.map(({ definition, direction, before, kind, fromDay, total: _, ...row }) => ({
    ...row,
    period: periodOn(kind, fromDay).name,
    value: definition?.value ?? null,
    easier: definition === null || isEasier(direction, definition.value, before.value),
    differences: definition === null ? [] : targetDifferences(before, definition, names),
  }));
}
