/** What other systems give (外部数据) as a source: each value by its period, where its union stood on the last day of it. */
import type { EntityManager } from 'typeorm';
import { treeSql } from '../../form/owing/owing';
import { labelOf } from '../../kernel/id';
import { type Period, periodBefore, periodOn, periodsBetween } from '../../kernel/period';
import type { ExternalAsked } from './asked';
import { type Lacking, MOST_NAMES, NOBODY } from './lacking';
import { type Item, type Question, type Source, answersOf, branchesOf, scoped } from './source';

type Asks = Question<ExternalAsked>;
type Give = (value: unknown) => string;

export const externalSource: Source<ExternalAsked> = {
  async answers(tx, { districtId, unions }, questions) {
    if (questions.length === 0) return [];
    const branches = branchesOf(questions, (question) => question);
    const parameters: unknown[] = [districtId, unions.map(({ label }) => label), codesOf(questions)];
    const give: Give = (value) => `$${parameters.push(value)}`;
    const sql = branches.map((numbers, no) => {
      const asks = numbers.flatMap((each) => questions[each] ?? []);
      const [first] = asks;
      if (first === undefined) throw new Error('A branch without a question.');
      const place = scoped(first.scope, 's.path', '$2');
      const values = asks.map(() => 'sum(s.value)::text');
      return `select ${no} as branch, ${place.key} as key, array[${values.join(', ')}] as values
        from (${givenSql(first, give)}) s${place.lateral} where ${place.where} group by ${place.key}`;
    });
    const rows = await tx.query(`with ${standingSql('$3')} ${sql.join('\n union all ')}`, parameters);
    return answersOf(questions.length, branches, rows);
  },

  async items(tx, { districtId, unions }, question, { after, limit }) {
    const parameters: unknown[] = [districtId, unions.map(({ label }) => label), codesOf([question])];
    const give: Give = (value) => `$${parameters.push(value)}`;
    const place = scoped(question.scope === 'below' ? 'each' : question.scope, 's.path', '$2');
    const given = givenSql(question, give);
    const [day, id] = after?.split(' ') ?? [];
    const on = day === undefined ? '' : ` and (s.ends_on, s.id) < (${give(day)}::date, ${give(id)}::uuid)`;
    const rows: Item[] = await tx.query(
      `with ${standingSql('$3')}
       select 'externalValue' as kind, s.id, s.source as title, s.union_id as "unionId", u.name as "unionName",
         s.ends_on::text as day, trim_scale(s.value)::text as amount, s.ends_on || ' ' || s.id as key,
         json_build_object('code', s.code, 'period', s.period, 'by', o.name, 'asOf', s.as_of, 'version', s.version,
           'at', to_char(s.given_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as given
       from (${given}) s join trade_union u on u.district_id = $1 and u.id = s.union_id
       join officer o on o.district_id = $1 and o.id = s.given_by
       where ${place.where}${on} order by s.ends_on desc, s.id desc limit ${give(limit)}`,
      parameters,
    );
    return rows;
  },
};

/** `external_given`: what stands of these indicators (`codes`), each where its union stood on the last day of its period. $1: the district. */
const standingSql = (codes: string): string => `external_given as materialized (
    select v.*, i.code, t.path, t.tier from external_value v
    join indicator i on i.district_id = $1 and i.id = v.indicator_id and i.code = any(${codes}::text[])
    cross join lateral (
      select p.path, u.tier from ${treeSql('v.ends_on')} where p.district_id = $1 and p.union_id = v.union_id) t
    where v.district_id = $1 and v.replaced_at is null and v.value is not null)`;

/**
 * What counts, each once: of what happened, all periods that lie in the span, where the union stood then; of what stands,
 * the last that each union gave, where it stands on the last day.
 */
function givenSql({ asked: { code, tiers, unit }, span: { from, to } }: Asks, give: Give): string {
  const last = `${give(to)}::date`;
  const counted = unit === null ? '' : ` and g.unit = ${give(unit)}::text`;
  const given = `
    select g.* from external_given g where g.code = ${give(code)}::text and g.starts_on <= ${last}
      and g.tier = any(${give(tiers)}::text[])${counted}`;
  // it lies in the period of the indicator where it begins in it: it is never longer
  if (from !== null) return `${given} and g.starts_on >= ${give(from)}::date`;
  return `
    select l.id, l.code, l.union_id, l.period, l.ends_on, l.value, l.source, l.as_of, l.version, l.given_by, l.given_at, n.path from (
      select distinct on (e.union_id) e.* from (${given}) e order by e.union_id, e.starts_on desc) l
    cross join lateral (select p.path from ${treeSql(last)} where p.district_id = $1 and p.union_id = l.union_id) n`;
}

const codesOf = (questions: readonly Asks[]): string[] => [...new Set(questions.map(({ asked }) => asked.code))];

/** Of these periods (`no, code, period, endsOn, tiers, own` as JSON), the unions at or below one that are to give one and gave none. */
const lackingSql = `
  with asked as (
    select * from jsonb_to_recordset($2::jsonb) as a(no int, code text, period text, "endsOn" date, tiers text[], own boolean)
  ), lacking as (
    select a.no, a.period, t.code, t.name, row_number() over (partition by a.no order by a.period, t.code) as place,
      count(*) over (partition by a.no)::int as many
    from asked a cross join lateral (
      select u.id, u.code, u.name, u.tier, p.path from ${treeSql('a."endsOn"')} where p.district_id = $1) t
    where t.tier = any(a.tiers) and string_to_array(t.path::text, '.') @> array[$3::text]
      and (not a.own or replace(t.id::text, '-', '') = $3) and not exists (
        select from external_value v join indicator i on i.district_id = $1 and i.id = v.indicator_id and i.code = a.code
        where v.district_id = $1 and v.period = a.period and v.union_id = t.id and v.replaced_at is null
          and v.value is not null)
  )
  select no, many, json_agg(json_build_object('unionName', name, 'period', period) order by place) as names
  from lacking where place <= ${MOST_NAMES} group by no, many`;

/**
 * Of each question, the unions at or below one that are to give a value and have given none: in all periods that are over,
 * or where the last one stands, in that. One statement for all of them. `since`: the first day of each indicator by code.
 */
export async function notGiven(
  tx: EntityManager,
  { districtId, unionId, since }: { districtId: string; unionId: string; since: ReadonlyMap<string, string> },
  questions: readonly Asks[],
): Promise<Lacking[]> {
  const asked = questions.flatMap((question, no) =>
    periodsOf(question, since.get(question.asked.code)).map(({ name, to }) => {
      const { code, tiers } = question.asked;
      return { no, code, tiers, period: name, endsOn: to, own: question.scope === 'own' };
    }),
  );
  if (asked.length === 0) return questions.map(() => NOBODY);
  const rows: (Lacking & { no: number })[] = await tx.query(lackingSql, [
    ...[districtId, JSON.stringify(asked), labelOf(unionId)],
  ]);
  const byNo = new Map(rows.map(({ no, ...lacking }) => [no, lacking]));
  return questions.map((_, no) => byNo.get(no) ?? NOBODY);
}

/** Those that are over; where the last one stands, that alone. */
function periodsOf({ asked: { periodKind }, span: { from, to } }: Asks, first: string | undefined): Period[] {
  if (first === undefined) return [];
  const now = periodOn(periodKind, to);
  const last = now.to <= to ? now : periodBefore(now);
  const since = from === null ? last.from : from > first ? from : first;
  return last.from < first ? [] : periodsBetween(periodKind, since, last.from);
}
