/** The enterprise register (企业库) as a source: enterprises as they were on the last day, under the union of that day. */
import { changedSince, enterprisesOn, sameAllAlong, settledOn, treeOn } from '../../enterprise/enterprise-counts';
import type { RegisterAsked } from './asked';
import { type Source, answersOf, branchesOf, scoped } from './source';

export const registerSource: Source<RegisterAsked> = {
  async answers(tx, { districtId, unions }, questions) {
    if (questions.length === 0) return [];
    const branches = branchesOf(questions, ({ span, scope }) => [span.to, scope]);
    const days = [...new Set(questions.map(({ span }) => span.to))].toSorted();
    const [first, ...later] = days;
    const last = later.at(-1);
    const parameters: unknown[] = [districtId, unions.map(({ label }) => label), days, first];
    const until = last === undefined ? undefined : `$${parameters.push(last)}::date`;
    const kinds = new Map(questions.map(({ asked }) => [JSON.stringify(asked), asked]));
    const columns = [...kinds.values()].map((asked, no) => `${aggregateOf(asked)} as v${no}`);
    const column = (asked: RegisterAsked): string => `v${[...kinds.keys()].indexOf(JSON.stringify(asked))}`;
    const sql = branches.map((numbers, no) => {
      const asks = numbers.flatMap((each) => questions[each] ?? []);
      const place = scoped(asks[0]?.scope ?? 'below', 's.path', '$2');
      const on = `$${parameters.push(asks[0]?.span.to)}::date`;
      const values = asks.map(({ asked }) => `sum(s.${column(asked)})::text`);
      return `select ${no} as branch, ${place.key} as key, array[${values.join(', ')}] as values
        from stood s${place.lateral} where s.day = ${on} and ${place.where} group by ${place.key}`;
    });
    const everywhere = unions.some(({ id }) => id === districtId);
    return answersOf(
      questions.length,
      branches,
      await tx.query(
        `${countedSql(columns.join(', '), { until, everywhere })} ${sql.join('\n union all ')}`,
        parameters,
      ),
    );
  },

  items(tx, { districtId, unions }, { asked, span, scope }, { after, limit }) {
    const parameters: unknown[] = [districtId, unions.map(({ label }) => label), span.to, limit];
    const place = scoped(scope === 'below' ? 'each' : scope, 't.path', '$2');
    const everywhere = scope !== 'own' && unions.some(({ id }) => id === districtId);
    const amount = sumOf(asked) ?? '1';
    const where = [
      conditionOf(asked),
      `${amount} is not null`,
      ...(everywhere ? [] : ['s.union_id = any(array(select id from near))']),
      ...(after === null ? [] : [`s.id > $${parameters.push(after)}::uuid`]),
    ].join(' and ');
    // each half is walked by its index as far as the page goes
    const half = (those: string): string =>
      `(select s.id, s.union_id, ${amount} as amount from (${those}) as s where ${where} order by s.id limit $4)`;
    return tx.query(
      `with near as materialized (select t.id from (${treeOn('$3::date')}) as t where ${place.where})
       select 'enterprise' as kind, e.id, e.name as title, p.union_id as "unionId", u.name as "unionName",
         e.union_established_on::text as day, p.amount::text as amount, e.id::text as key
       from (${half(settledOn('$3::date'))} union all ${half(changedSince('$3::date'))} order by id limit $4) as p
       join enterprise e on e.district_id = $1 and e.id = p.id
       join trade_union u on u.district_id = $1 and u.id = p.union_id order by e.id`,
      parameters,
    );
  },
};

/**
 * What each union has of its own on each of the days ($3, the first $4, up to another one), with its path. Enterprises that are
 * the same all along are counted once for all days, the others on each of them; but for the district itself only those of
 * the unions that stood below one of the labels ($2).
 */
function countedSql(
  columns: string,
  { until, everywhere }: { until: string | undefined; everywhere: boolean },
): string {
  const same = sameAllAlong('$4::date', until);
  const own = 'e.union_id = any(array(select id from near))';
  const once = `e.placed_since > $4::date and exists (select from enterprise_placement p
    where p.district_id = $1 and p.enterprise_id = e.id and p.union_id = any(array(select id from near)))`;
  return `
    with near as materialized (
      select distinct t.id from unnest($3::date[]) as d(day) cross join lateral (${treeOn('d.day')}) as t
      where string_to_array(t.path::text, '.') && $2::text[]
    ), same as (
      select e.* from enterprise e where e.district_id = $1 and ${same}${everywhere ? '' : ` and ${own}`}
    ), moving as materialized (
      select e.* from enterprise e where e.district_id = $1 and not (${same})${everywhere ? '' : ` and (${own} or ${once})`}
    ), counted as (
      select d.day, c.* from unnest($3::date[]) as d(day) cross join (
        select s.union_id, ${columns} from (${settledOn('$4::date', 'same')}) as s group by s.union_id) as c
      union all
      select d.day, s.union_id, ${columns} from unnest($3::date[]) as d(day)
      cross join lateral (${enterprisesOn('d.day', { from: 'moving' })}) as s group by d.day, s.union_id
    ), stood as materialized (
      select c.*, t.path from counted c join lateral (${treeOn('c.day')} and u.id = c.union_id) as t on true)`;
}

/** null where there is no enterprise of the kind, or nobody counted; where there are, none is zero. */
function aggregateOf(asked: RegisterAsked): string {
  const sum = sumOf(asked);
  const only = `filter (where ${conditionOf(asked)})`;
  if (sum !== null) return `sum(${sum}) ${only}`;
  return `case when count(*) filter (where ${kindOf(asked)}) > 0 then count(*) ${only} end`;
}

function sumOf({ what }: RegisterAsked): string | null {
  return what === 'workers' || what === 'members' ? `s.${what}` : null;
}

const kindOf = ({ kind }: RegisterAsked): string => (kind === null ? 'true' : `s.kind = '${kind}'`);

function conditionOf(asked: RegisterAsked): string {
  const { what, basis } = asked;
  const found = what === 'excluded' ? ' and not s.real' : basis === 'verified' ? ' and s.real' : '';
  return `${kindOf(asked)}${found}${what === 'unionized' ? ' and s.unionized' : ''}`;
}
