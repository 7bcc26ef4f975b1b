/** What the platform counts by itself (自动计数), from the tables of supervision and of lights: one statement for all unions and kinds. */
import type { EntityManager } from 'typeorm';
import type { CountedFact } from './facts';
import type { Countable } from './countable';

/** A withdrawn order counts nowhere; one counts at the degree it stands at, on the day it reached it. */
const orders = (degree: string): string => `
  select o.union_id, o.id, (o.degree_at at time zone 'Asia/Shanghai')::date as day,
    '督〔' || o.year || '〕' || o.no || '号 ' || o.title as words, o.task_id, o.id as order_id
  from supervision_order o
  where o.district_id = $1 and o.union_id = any($2::uuid[]) and o.degree = '${degree}' and o.status <> 'withdrawn'`;

/** A light counts once each time it turns so and is so at the end of the day; what only caught up is no second yellow. */
const lights = (colour: string): string => `
  select h.union_id, h.id, h.on_day, t.title, h.task_id, null::uuid
  from light_change h join task t on t.district_id = $1 and t.id = h.task_id and t.status <> 'withdrawn'
  where h.district_id = $1 and h.union_id = any($2::uuid[]) and h.light = '${colour}' and h.reason <> 'caughtUp'
    and not exists (select 1 from light_change n where n.task_id = h.task_id and n.district_id = $1
      and n.on_day = h.on_day and (n.at, n.id) > (h.at, h.id))`;

/** Each kind with where it is found; another kind is another entry. */
const sources: Readonly<Record<Countable, string>> = {
  'order.blue': orders('blue'),
  'order.orange': orders('orange'),
  'order.red': orders('red'),
  'order.returned': `
    select o.union_id, o.id, (s.at at time zone 'Asia/Shanghai')::date,
      '督〔' || o.year || '〕' || o.no || '号：' || s.words, o.task_id, o.id
    from supervision_order o join order_step s on s.district_id = $1 and s.order_id = o.id and s.kind = 'returned'
    where o.district_id = $1 and o.union_id = any($2::uuid[]) and o.status <> 'withdrawn'`,
  'extension.further': `
    select e.union_id, e.id, (e.decided_at at time zone 'Asia/Shanghai')::date,
      t.title || '：' || e.before_on || ' → ' || e.due_on, e.task_id, null::uuid
    from extension e join task t on t.district_id = $1 and t.id = e.task_id
    where e.district_id = $1 and e.union_id = any($2::uuid[]) and e.status = 'approved' and e.needs = 'district'`,
  interview: `
    select i.union_id, i.id, i.held_on, i.about, null::uuid, i.order_id
    from interview i where i.district_id = $1 and i.union_id = any($2::uuid[])`,
  'light.yellow': lights('yellow'),
  'light.red': lights('red'),
};

/** The kinds asked for, of each union, in the year, the earliest first; a union without any is not in the map. */
export async function readCounted(
  tx: EntityManager,
  of: { districtId: string; year: number; unionIds: readonly string[]; kinds: readonly Countable[] },
): Promise<Map<string, CountedFact[]>> {
  const kinds = [...new Set(of.kinds)];
  if (kinds.length === 0) return new Map();
  const all = kinds.map(
    (kind) => `select '${kind}' as fact, * from (${sources[kind]}) as c (union_id, id, day, words, task_id, order_id)`,
  );
  const rows: (CountedFact & { unionId: string })[] = await tx.query(
    `select union_id as "unionId", fact, id, day::text, words, task_id as "taskId", order_id as "orderId"
     from (${all.join(' union all ')}) found
     where day between make_date($3, 1, 1) and make_date($3, 12, 31) order by day, fact, id`,
    [of.districtId, of.unionIds, of.year],
  );
  const byUnion = new Map<string, CountedFact[]>();
  for (const { unionId, ...fact } of rows) byUnion.set(unionId, [...(byUnion.get(unionId) ?? []), fact]);
  return byUnion;
}
