/** Whom each part of a ladder means for one task today (催办对象). Pure. */
import type { EntityManager } from 'typeorm';
import type { LadderKind, Whom } from './ladder';
import type { TaskStanding } from './task-standing';

export interface Addressee {
  readonly whom: Whom;
  readonly id: string;
  readonly name: string;
  readonly unionName: string;
}

/** $2 the union that owns the move, $3 the tier above it, or null: then the leader. The rules of `round-sql.ts`. */
const sql = `
  with person as (
    select o.id, o.name, o.union_id, o.role, u.name as union_name from officer o
    join trade_union u on u.district_id = $1 and u.id = o.union_id
    where o.district_id = $1 and o.active and o.kind = 'person' and o.union_id in ($2, coalesce($3::uuid, $1), $1)
  ), leader as (
    select p.* from union_leader l join person p on p.id = l.officer_id and p.union_id = l.union_id
    where l.district_id = $1 and l.union_id = $1
  ), led as (
    select * from leader
    union all select * from person where union_id = $1 and role = 'administrator' and not exists (select 1 from leader)
  )
  select * from (
    select 1 as no, 'officer' as whom, id, name, union_name as "unionName" from person
      where union_id = $2 and role in ('administrator', 'reporter')
    union all select 2, 'reviewer', id, name, union_name from person
      where union_id = $2 and role in ('administrator', 'reviewer')
    union all select 3, 'administrator', id, name, union_name from person where union_id = $2 and role = 'administrator'
    union all select 4, 'above', id, name, union_name from person where union_id = $3 and role = 'administrator'
    union all select 4, 'above', id, name, union_name from led where $3 is null
    union all select 5, 'leader', id, name, union_name from led
  ) everybody order by no, name, id limit 1000`;

export function addresseesOf(
  tx: EntityManager,
  districtId: string,
  standing: TaskStanding,
  kind: LadderKind,
): Promise<Addressee[]> {
  const { unionId, assignerId, aboveAssignerId } = standing;
  const [mover, above] = kind === 'task' ? [unionId, assignerId] : [assignerId, aboveAssignerId];
  return tx.query(sql, [districtId, mover, above]);
}
