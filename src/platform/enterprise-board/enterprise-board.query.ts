/** The enterprise board (企业看板) of a union: Σ/Σ of each union directly below it, as the tree stands. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EnterpriseKind } from '../../events/enterprise-body';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import { isWithin } from '../../kernel/id';
import { ratesOf, type RegisterCounts } from '../../kernel/register-rates';
import { asOfSql } from '../as-of';
import type { EnterpriseBoard, EnterpriseBoardRow } from './enterprise-board.view';

const counts = `
  coalesce(sum(c.preset), 0)::float8 as preset, coalesce(sum(c.excluded), 0)::float8 as excluded,
  coalesce(sum(c.unionized), 0)::float8 as unionized, coalesce(sum(c.unionized_verified), 0)::float8 as "unionizedVerified",
  coalesce(sum(c.workers), 0)::float8 as workers, coalesce(sum(c.workers_verified), 0)::float8 as "workersVerified",
  coalesce(sum(c.members), 0)::float8 as members, coalesce(sum(c.members_verified), 0)::float8 as "membersVerified",
  coalesce(sum(c.uncounted), 0)::float8 as uncounted`;

const rowsSql = `
  select a.union_id as "unionId", a.name as "unionName", ${counts}
  from platform.union_card a
  left join platform.union_card u on u.district_id = $1 and (u.path <@ a.path and a.union_id <> $2 or u.union_id = a.union_id)
  left join platform.enterprise_count c on c.district_id = $1 and c.union_id = u.union_id and ($3::text is null or c.kind = $3)
  where a.district_id = $1 and (a.parent_id = $2 or a.union_id = $2)
  group by a.union_id, a.name, a.code order by a.union_id = $2, a.code`;

type Row = RegisterCounts & { unionId: string; unionName: string };

@Injectable()
export class EnterpriseBoardQuery {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  async show(
    actor: Actor,
    { unionId = actor.unionId, kind }: { unionId?: string; kind?: EnterpriseKind },
  ): Promise<EnterpriseBoard> {
    const { districtId } = actor;
    const [head]: { asOf: Date; path: string | null; name: string | null }[] = await this.database.query(
      `select ${asOfSql} as "asOf", u.path::text as path, u.name
       from (select 1) one left join platform.union_card u on u.district_id = $1 and u.union_id = $2`,
      [districtId, unionId],
    );
    if (head === undefined || !(unionId === actor.unionId || (head.path !== null && isWithin(head.path, actor.path))))
      throw new NotFound();
    const found: Row[] = await this.database.query(rowsSql, [districtId, unionId, kind ?? null]);
    const rows = found
      .filter((row) => row.unionId !== unionId || row.preset > 0)
      .map((row) => rowOf(row.unionId === unionId ? null : row.unionId, row.unionName, row));
    const sum = (name: keyof RegisterCounts): number => found.reduce((total, row) => total + row[name], 0);
    const total: RegisterCounts = {
      preset: sum('preset'),
      excluded: sum('excluded'),
      unionized: sum('unionized'),
      unionizedVerified: sum('unionizedVerified'),
      workers: sum('workers'),
      workersVerified: sum('workersVerified'),
      members: sum('members'),
      membersVerified: sum('membersVerified'),
      uncounted: sum('uncounted'),
    };
    return { asOf: head.asOf.toISOString(), total: rowOf(unionId, head.name ?? '', total), rows };
  }
}

function rowOf(unionId: string | null, unionName: string, row: RegisterCounts): EnterpriseBoardRow {
  const { establishment, membership } = ratesOf(row);
  return {
    unionId,
    unionName,
    preset: row.preset,
    excluded: row.excluded,
    unionized: row.unionized,
    workers: row.workersVerified,
    members: row.membersVerified,
    establishmentGross: establishment.gross.percent,
    establishmentVerified: establishment.verified.percent,
    membershipVerified: membership.verified.percent,
  };
}
