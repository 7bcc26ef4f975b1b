/** Work tasks (工作任务) as a source: what was accepted of them up to a day, and what was given, each union's topmost ones. */
import type { TasksAsked } from './asked';
import { type Question, type Source, answersOf, branchesOf, scoped } from './source';

export const tasksSource: Source<TasksAsked> = {
  async answers(tx, { districtId, unions }, questions) {
    if (questions.length === 0) return [];
    const branches = branchesOf(questions, ({ span, scope }) => [span, scope]);
    const parameters: unknown[] = [districtId, unions.map(({ label }) => label)];
    const sql = branches.map((numbers, no) => {
      const asks = numbers.flatMap((each) => questions[each] ?? []);
      const { span, scope } = asks[0] ?? { span: { from: null, to: '' }, scope: 'below' as const };
      const place = scoped(scope, 't.path', '$2');
      const values = asks.map(({ asked }) => `${aggregateOf(asked, scope, parameters)}::text`);
      return `select ${no} as branch, ${place.key} as key, array[${values.join(', ')}] as values
        from ${tasksSql(span, parameters)}${place.lateral} where ${place.where} group by ${place.key}`;
    });
    return answersOf(questions.length, branches, await tx.query(sql.join('\n union all '), parameters));
  },

  items(tx, { districtId, unions }, { asked, span, scope }, { after, limit }) {
    const parameters: unknown[] = [districtId, unions.map(({ label }) => label)];
    const place = scoped(scope, 't.path', '$2');
    const tasks = tasksSql(span, parameters);
    const amount = asked.what === 'count' ? '1' : asked.what === 'target' ? 't.target' : 't.done';
    const where = `${conditionOf(asked, parameters)}${asked.what === 'done' ? '' : ` and ${topmost(scope)}`}`;
    const on = after === null ? '' : ` and t.id > $${parameters.push(after)}::uuid`;
    return tx.query(
      `select 'task' as kind, t.id, t.title, t.union_id as "unionId", u.name as "unionName", t.day, ${amount}::text as amount,
         t.id::text as key
       from ${tasks} join trade_union u on u.district_id = $1 and u.id = t.union_id${place.lateral}
       where ${place.where} and ${where} and ${amount} is not null${on} order by t.id limit $${parameters.push(limit)}`,
      parameters,
    );
  },
};

/** Tasks of the span's year, each with what its own reports say: up to its end, less what they said before it began. */
function tasksSql({ from, to }: Question['span'], parameters: unknown[]): string {
  const given = (value: unknown): string => `$${parameters.push(value)}::date`;
  const accepted = (until: string): string => `
    select r.done, r.as_of from progress_report r
    where r.district_id = t.district_id and r.task_id = t.id and r.status = 'accepted' and ${until}
    order by r.as_of desc, r.no desc limit 1`;
  const last = given(to);
  const before =
    from === null ? '0' : `coalesce((select done from (${accepted(`r.as_of < ${given(from)}`)}) as earlier), 0)`;
  return `(
    select t.id, t.title, t.union_id, t.path, t.programme, root.code, trim_scale(t.target) as target, above.path as above,
      trim_scale(a.done - ${before}) as done, a.as_of::text as day
    from task t join task root on root.district_id = t.district_id and root.id = t.root_id
    left join task above on above.district_id = t.district_id and above.id = t.parent_id
    left join lateral (${accepted(`r.as_of <= ${last}`)}) a on true
    where t.district_id = $1 and t.status <> 'withdrawn' and t.year = extract(year from ${last})) as t`;
}

function aggregateOf(asked: TasksAsked, scope: Question['scope'], parameters: unknown[]): string {
  const where = conditionOf(asked, parameters);
  if (asked.what === 'done') return `sum(t.done) filter (where ${where})`;
  const only = `filter (where ${where} and ${topmost(scope)})`;
  return asked.what === 'target' ? `sum(t.target) ${only}` : `nullif(count(*) ${only}, 0)`;
}

/** A share counts for the union it was given to, not once more for those above that gave it. */
const topmost = (scope: Question['scope']): string =>
  scope === 'below' ? `l.depth > coalesce(nlevel(t.above), 0)` : 'true';

function conditionOf({ programme, code }: TasksAsked, parameters: unknown[]): string {
  const given = (value: string): string => `$${parameters.push(value)}::text`;
  return [
    'true',
    ...(programme === null ? [] : [`t.programme = ${given(programme)}`]),
    ...(code === null ? [] : [`t.code = ${given(code)}`]),
  ].join(' and ');
}
