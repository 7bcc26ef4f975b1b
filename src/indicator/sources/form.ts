/** Statistical forms (统计报表) as a source: accepted returns, by their period and the union that owed them. */
import type { EntityManager } from 'typeorm';
import { givenSql, lackingSql, owingOnSql } from '../../form/standing/given-sql';
import { labelOf } from '../../kernel/id';
import { type Period, periodBefore, periodOn, periodsBetween, wordsOfPeriod } from '../../kernel/period';
import type { FormInWorld } from '../expression/world';
import type { FormAsked } from './asked';
import { type Lacking, MOST_NAMES, NOBODY } from './lacking';
import { type Item, type Question, type Source, type Span, answersOf, branchesOf, scoped } from './source';

type Asks = Question<FormAsked>;
type Give = (value: unknown) => string;

export const formSource: Source<FormAsked> = {
  async answers(tx, { districtId, unions }, questions) {
    if (questions.length === 0) return [];
    const branches = branchesOf(questions, ({ asked, span, scope }) => [
      asked.formId,
      asked.cell,
      asked.unit,
      span,
      scope,
    ]);
    const parameters: unknown[] = [districtId, unions.map(({ label }) => label), formsOf(questions)];
    const give: Give = (value) => `$${parameters.push(value)}`;
    const sql = branches.map((numbers, no) => {
      const asks = numbers.flatMap((each) => questions[each] ?? []);
      const [first] = asks;
      if (first === undefined) throw new Error('A branch without a question.');
      const place = scoped(first.scope, 's.path', '$2');
      const values = asks.map(({ asked }) => (asked.measure === 'sum' ? 'sum(s.value)::text' : 'count(*)::text'));
      return `select ${no} as branch, ${place.key} as key, array[${values.join(', ')}] as values
        from (${saidSql(first, give)}) s${place.lateral} where ${place.where} group by ${place.key}`;
    });
    const rows = await tx.query(`with ${givenSql('$3')} ${sql.join('\n union all ')}`, parameters);
    return answersOf(questions.length, branches, rows);
  },

  async items(tx, { districtId, unions }, question, { after, limit }) {
    const parameters: unknown[] = [districtId, unions.map(({ label }) => label), formsOf([question])];
    const give: Give = (value) => `$${parameters.push(value)}`;
    const place = scoped(question.scope === 'below' ? 'each' : question.scope, 's.path', '$2');
    const amount = question.asked.measure === 'sum' ? 's.value' : '1';
    const said = saidSql(question, give);
    const [day, id] = after?.split(' ') ?? [];
    const on = day === undefined ? '' : ` and (s.ends_on, s.id) < (${give(day)}::date, ${give(id)}::uuid)`;
    const rows: (Item & { formId: string; period: string })[] = await tx.query(
      `with ${givenSql('$3')}
       select 'formReturn' as kind, s.id, f.name as title, s.form_id as "formId", s.period, s.union_id as "unionId", u.name as "unionName",
         s.ends_on::text as day, trim_scale((${amount})::numeric)::text as amount, s.ends_on || ' ' || s.id as key
       from (${said}) s join form f on f.district_id = $1 and f.id = s.form_id
       join trade_union u on u.district_id = $1 and u.id = s.union_id
       where ${place.where}${on} order by s.ends_on desc, s.id desc limit ${give(limit)}`,
      parameters,
    );
    return rows.map(({ formId, period, ...row }) => ({
      ...row,
      title: `${row.title} · ${wordsOfPeriod(period).zh}`,
      of: { formId, period },
    }));
  },
};

const formsOf = (questions: readonly Asks[]): string[] => [...new Set(questions.map(({ asked }) => asked.formId))];

/**
 * What counts, each once: of what happened, all periods of the form that lie in the span, where the union stood then; of
 * what stands, the last that each union gave which owes the form on the last day, where it stands on that day.
 */
function saidSql({ asked: { formId, periodKind, cell, unit }, span: { from, to } }: Asks, give: Give): string {
  const [form, key] = [`${give(formId)}::uuid`, `${give(cell)}::text`];
  const last = `${give(to)}::date`;
  const given = `
    select g.id, g.form_id, g.period, g.ends_on, g.starts_on, g.union_id, g.path, (g.given->>${key})::numeric as value
    from form_given g where g.form_id = ${form} and g.starts_on <= ${last} and g.given ? ${key}
      and g.units->>${key} = ${give(unit)}::text`;
  // a period of a form is never longer than that of the indicator: it lies in it where it begins in it
  if (from !== null) return `${given} and g.starts_on >= ${give(from)}::date`;
  return `
    select l.id, l.form_id, l.period, l.ends_on, l.union_id, o.path, l.value from (
      select distinct on (g.union_id) g.* from (${given}) g order by g.union_id, g.starts_on desc) l
    join (${owingOnSql(form, `${give(periodOn(periodKind, to).name)}::text`, last)}) o on o.union_id = l.union_id`;
}

/**
 * Of each question, the unions at or below one that owed it, were not exempted and have no accepted return with the cell:
 * in all periods that are over, or where the last one stands, in that. One statement for all of them.
 */
export async function lackingIn(
  tx: EntityManager,
  { districtId, unionId, forms }: { districtId: string; unionId: string; forms: ReadonlyMap<string, FormInWorld> },
  questions: readonly Asks[],
): Promise<Lacking[]> {
  const asked = questions.flatMap(({ asked: { formId, form, cell }, span }, no) =>
    periodsOf(forms.get(form), span).map(({ name, to }) => ({ no, formId, period: name, endsOn: to, cell })),
  );
  if (asked.length === 0) return questions.map(() => NOBODY);
  const rows: (Lacking & { no: number })[] = await tx.query(lackingSql('$2', '$3', '$4', MOST_NAMES), [
    ...[districtId, formsOf(questions), JSON.stringify(asked), labelOf(unionId)],
  ]);
  const byNo = new Map(rows.map(({ no, ...lacking }) => [no, lacking]));
  return questions.map((_, no) => byNo.get(no) ?? NOBODY);
}

/** Those of the form that are over; where the last one stands, that alone. */
function periodsOf(form: FormInWorld | undefined, { from, to }: Span): Period[] {
  const first = form?.versions.at(-1)?.since;
  if (form === undefined || first === undefined) return [];
  const now = periodOn(form.periodKind, form.until !== null && form.until < to ? form.until : to);
  const last = now.to <= to ? now : periodBefore(now);
  const since = from === null ? last.from : from > first ? from : first;
  return last.from < first ? [] : periodsBetween(form.periodKind, since, last.from);
}
