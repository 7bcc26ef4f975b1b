/** The trace of urges (催办记录), with whom each was for and when he was told. */
import type { EntityManager } from 'typeorm';
import type { UrgeList, UrgeView } from './urge.view';

const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const sql = `
  select u.id, u.words, u.urgent, b.name as by, n.name as "byUnion", ${iso('u.urged_at')} as at, (
      select coalesce(json_agg(json_build_object('officerId', o.id, 'name', o.name, 'toldAt', ${iso('m.created_at')})
        order by o.name, o.id), '[]')
      from urge_officer w join officer o on o.district_id = $1 and o.id = w.officer_id
      left join message m on m.district_id = $1 and m.id = w.message_id
      where w.district_id = $1 and w.urge_id = u.id) as officers,
    count(*) over ()::int as total
  from urge u join officer b on b.district_id = $1 and b.id = u.urged_by
  join trade_union n on n.district_id = $1 and n.id = b.union_id
  where u.district_id = $1 and ($2::uuid is null or u.id = $2) and ($3::uuid is null or u.task_id = $3)
    and (not $4::boolean or (u.urged_at at time zone 'Asia/Shanghai')::date = app_today())
    and exists (select 1 from urge_officer w where w.district_id = $1 and w.urge_id = u.id)
  order by u.urged_at desc, u.id desc limit $5 offset $6`;

export async function urgesOf(
  tx: EntityManager,
  districtId: string,
  { id = null, taskId = null, today = false }: { id?: string | null; taskId?: string | null; today?: boolean },
  { page, pageSize }: { page: number; pageSize: number },
): Promise<UrgeList> {
  const rows: (UrgeView & { total: number })[] = await tx.query(sql, [
    districtId,
    id,
    taskId,
    today,
    pageSize,
    (page - 1) * pageSize,
  ]);
  return { items: rows.map(({ total: _, ...urge }) => urge), page, pageSize, total: rows[0]?.total ?? 0 };
}
