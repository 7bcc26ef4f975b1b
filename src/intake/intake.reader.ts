/** Intakes (表格导入) as their progress is read: by the union that asked and those above it. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Language } from '../http/language';
import type { Actor } from '../kernel/actor';
import { NotFound } from '../kernel/errors';
import { IntakeFault } from './intake-fault.entity';
import type { IntakeFaultList, IntakeFaultView, IntakeList, IntakeView } from './intake.view';

const columns = `
  i.id, i.kind, i.settings->>'ledgerId' as "ledgerId", i.settings->>'formId' as "formId", i.settings->>'period' as period,
  i.dry_run as "dryRun", i.row_choice as only, i.checking, i.skipped, i.file_name as "fileName", i.status, i.total, i.done, i.created, i.changed,
  i.unchanged, i.faulty, i.faults, o.name as "startedByName", i.asked_at as "askedAt", i.started_at as "startedAt",
  i.ended_at as "endedAt", i.failure`;

interface Row extends Omit<IntakeView, 'askedAt' | 'startedAt' | 'endedAt'> {
  readonly askedAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

@Injectable()
export class IntakeReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  /** Those of one's own union, the latest first. */
  async list(
    actor: Actor,
    { page, pageSize, kind, ledgerId }: { page: number; pageSize: number; kind?: string; ledgerId?: string },
  ): Promise<IntakeList> {
    const rows: (Row & { inAll: number })[] = await this.database.query(
      `select ${columns}, (count(*) over ())::int as "inAll"
       from intake i join officer o on o.district_id = $1 and o.id = i.started_by
       where i.district_id = $1 and i.union_id = $2 and ($3::text is null or i.kind = $3)
         and ($6::text is null or i.settings->>'ledgerId' = $6)
       order by i.id desc limit $4 offset $5`,
      [actor.districtId, actor.unionId, kind ?? null, pageSize, (page - 1) * pageSize, ledgerId ?? null],
    );
    const items = rows.map(({ inAll: _, ...row }) => viewOf(row));
    return { items, page, pageSize, total: rows[0]?.inAll ?? 0 };
  }

  get(actor: Actor, id: string): Promise<IntakeView> {
    return readIntake(this.database.manager, actor, id);
  }

  /** What was wrong, in the order of the rows. */
  async faults(
    actor: Actor,
    id: string,
    { page, pageSize }: { page: number; pageSize: number },
    language: Language,
  ): Promise<IntakeFaultList> {
    const { faults } = await this.get(actor, id);
    const [found, total] = await this.database.manager.findAndCount(IntakeFault, {
      where: { districtId: actor.districtId, intakeId: id },
      order: { row: 'ASC', no: 'ASC' },
      skip: (page - 1) * pageSize,
      take: pageSize,
    });
    return { items: found.map((fault) => faultView(fault, language)), page, pageSize, total, faults };
  }

  /** All that are kept: at most a thousand. */
  async allFaults(actor: Actor, id: string, language: Language): Promise<IntakeFaultView[]> {
    await this.get(actor, id);
    const found = await this.database.manager.find(IntakeFault, {
      where: { districtId: actor.districtId, intakeId: id },
      order: { row: 'ASC', no: 'ASC' },
    });
    return found.map((fault) => faultView(fault, language));
  }
}

export async function readIntake(tx: EntityManager, actor: Actor, id: string): Promise<IntakeView> {
  const [row]: Row[] = await tx.query(
    `select ${columns} from intake i join officer o on o.district_id = $1 and o.id = i.started_by
     join trade_union u on u.district_id = $1 and u.id = i.union_id
     where i.district_id = $1 and i.id = $2 and u.path <@ $3::ltree`,
    [actor.districtId, id, actor.path],
  );
  if (row === undefined) throw new NotFound();
  return viewOf(row);
}

const viewOf = (row: Row): IntakeView => ({
  ...row,
  askedAt: row.askedAt.toISOString(),
  startedAt: row.startedAt?.toISOString() ?? null,
  endedAt: row.endedAt?.toISOString() ?? null,
});

const faultView = ({ row, column, code, zh, en }: IntakeFault, language: Language): IntakeFaultView => ({
  row,
  column,
  code,
  message: { zh, en }[language],
});
