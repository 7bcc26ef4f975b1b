/** The enterprise register (企业库) as a source: enterprises as they were on the last day, under the union of that day. */
import { enterprisesOn, treeOn } from '../../enterprise/enterprise-counts';
import type { RegisterAsked } from './asked';
import { type Source, answersOf, branchesOf, scoped } from './source';

export const registerSource: Source<RegisterAsked> = {
  async answers(tx, { districtId, unions }, questions) {
    if (questions.length === 0) return [];
    const branches = branchesOf(questions, ({ span, scope }) => [span.to, scope]);
    const parameters: unknown[] = [
      districtId,
      unions.map(({ label }) => label),
      [...new Set(questions.map(({ span }) => span.to))],
    ];
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
    // each union's own enterprises are counted first, and only those counts go up the tree
    const counted = `
      with counted as (
        select d.day, s.union_id, ${columns.join(', ')} from unnest($3::date[]) as d(day)
        cross join lateral (${enterprisesOn('d.day')}) as s group by d.day, s.union_id
      ), stood as materialized (
        select c.*, t.path from counted c join lateral (${treeOn('c.day')} and u.id = c.union_id) as t on true)`;
    return answersOf(questions.length, branches, await tx.query(`${counted} ${sql.join('\n union all ')}`, parameters));
  },

  items(tx, { districtId, unions }, { asked, span, scope }, { after, limit }) {
    const place = scoped(scope === 'below' ? 'each' : scope, 's.path', '$2');
    const amount = sumOf(asked) ?? '1';
    return tx.query(
      `${standingSql('$3')}
       select 'enterprise' as kind, e.id, e.name as title, s.union_id as "unionId", u.name as "unionName",
         e.union_established_on::text as day, ${amount}::text as amount, e.id::text as key
       from standing s join enterprise e on e.district_id = $1 and e.id = s.id
       join trade_union u on u.district_id = $1 and u.id = s.union_id
       where ${place.where} and ${conditionOf(asked)} and ${amount} is not null and ($4::uuid is null or e.id > $4)
       order by e.id limit $5`,
      [districtId, unions.map(({ label }) => label), [span.to], after, limit],
    );
  },
};

/** Every enterprise on each of the days, with the path of the union it lay under. */
const standingSql = (days: string): string => `
  with standing as materialized (
    select d.day, o.*, t.path from unnest(${days}::date[]) as d(day)
    cross join lateral (${enterprisesOn('d.day')}) as o
    join lateral (${treeOn('d.day')} and u.id = o.union_id) as t on true
  )`;

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
