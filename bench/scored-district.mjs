/** 500 sub-districts with 25 tasks each, eleven of them handed down once, reported and accepted; and a scheme of forty criteria. */
export const YEAR = 2026;
export const SIZE = { unions: 500, tasks: 25, cascaded: 11, criteria: 40 };

const unions = `
  with d as (select * from trade_union where tier = 'district'), s as (
    insert into trade_union (district_id, id, parent_id, tier, code, name, path, opened_on, version)
    select d.district_id, u.id, d.id, 'subdistrict', 'S' || no, '第' || no || '街道总工会',
      d.path || replace(u.id::text, '-', '')::ltree, '2010-01-01', 1
    from d, (select no, gen_random_uuid() as id from generate_series(1, ${SIZE.unions}) no) u returning *
  )
  insert into trade_union (district_id, id, parent_id, tier, code, name, path, opened_on, version)
  select s.district_id, c.id, s.id, 'community', 'C' || s.code, s.name || '社区', s.path || replace(c.id::text, '-', '')::ltree,
    '2010-01-01', 1
  from s cross join lateral (select gen_random_uuid() as id where s.id is not null) c`;

const columns = `district_id, id, root_id, parent_id, union_id, assigner_id, path, tier, year, code, title, programme,
  measure_name, measure_unit, measure_kind, measure_decimals, target, strength, weight, start_on, due_on, evidence_rule,
  status, created_by`;

const tasks = `
  with root as (
    insert into task (${columns})
    select d.district_id, r.id, r.id, null, d.id, d.id, d.path, 'district', ${YEAR}, 't.' || no, '年度重点任务第 ' || no || ' 项',
      'S' || lpad((1 + no % 5)::text, 2, '0'), '职工', '人', 'stock', 0, 50000, 'floor', 1 + no % 3, '${YEAR}-01-01', '${YEAR}-06-30', 'none',
      'signed', o.id
    from trade_union d join (select id from officer limit 1) o on d.tier = 'district',
      (select no, gen_random_uuid() as id from generate_series(1, ${SIZE.tasks}) no) r returning *
  ), share as (
    insert into task (${columns})
    select r.district_id, gen_random_uuid(), r.id, r.id, u.id, r.union_id, u.path, 'subdistrict', r.year, r.code, r.title, r.programme,
      '职工', '人', 'stock', 0, 100, 'floor', r.weight, r.start_on, r.due_on, 'none', 'signed', r.created_by
    from root r join trade_union u on u.tier = 'subdistrict' returning *
  )
  insert into task (${columns})
  select s.district_id, gen_random_uuid(), s.root_id, s.id, c.id, s.union_id, c.path, 'community', s.year, s.code, s.title, s.programme,
    '职工', '人', 'stock', 0, 100, 'floor', s.weight, s.start_on, s.due_on, 'none', 'signed', s.created_by
  from share s join trade_union c on c.parent_id = s.union_id
  where split_part(s.code, '.', 2)::int <= ${SIZE.cascaded}`;

const reports = `
  with leaf as (
    select t.* from task t where t.tier <> 'district'
      and not exists (select 1 from task c where c.district_id = t.district_id and c.parent_id = t.id)
  ), report as (
    insert into progress_report (district_id, id, task_id, union_id, path, no, as_of, done, status, timeliness, judged_due_on,
      submitted_at, created_by)
    select l.district_id, gen_random_uuid(), l.id, l.union_id, l.path, no, ('${YEAR}-0' || (2 * no) || '-20')::date,
      no * (10 + abs(hashtext(l.id::text)) % 27), case when no = 3 then 'submitted' else 'accepted' end,
      case when abs(hashtext(l.id::text)) % 7 = 0 then 'late' else 'on_time' end, l.due_on, now(), l.created_by
    from leaf l, generate_series(1, 3) no where no < 3 or abs(hashtext(l.id::text)) % 5 = 0 returning *
  )
  insert into report_step (district_id, report_id, no, kind, officer_id, at, done, reason)
  select r.district_id, r.id, s.no, s.kind, r.created_by, now(), r.done, s.reason from report r,
    lateral (values (1, 'submitted', null), (2, 'returned', '请补充'), (3, 'resubmitted', null), (4, 'accepted', null)) as s(no, kind, reason)
  where s.kind <> 'returned' or abs(hashtext(r.id::text)) % 4 = 0`;

export async function seedScoredDistrict(client) {
  for (const sql of [unions, tasks, reports, 'analyze']) await client.query(sql);
}

const bands = [
  { atLeast: '95', points: '2' },
  { atLeast: '80', points: '1.2' },
  { atLeast: '60', points: '0.7' },
];

/** Two criteria look at all tasks, fifteen at a programme of five, fifteen at one task, eight are judged. */
export function schemeOf(title) {
  const criteria = Array.from({ length: SIZE.criteria }, (_, i) => {
    const base = { code: `K${i}`, name: `第 ${i + 1} 项`, marks: '2.5' };
    if (i === 0) return { ...base, rule: { kind: 'proportional' }, tasks: 'all', scorer: 'computed' };
    if (i === 1)
      return {
        ...base,
        rule: { kind: 'bands', over: 'punctuality', bands: [{ atLeast: '95', points: '2.5' }, ...bands.slice(1)] },
        tasks: 'all',
        scorer: 'computed',
      };
    if (i < 17) {
      const programmes = [`S0${1 + (i % 5)}`];
      return { ...base, rule: { kind: 'proportional' }, tasks: { programmes }, scorer: 'computed' };
    }
    if (i < 32)
      return {
        ...base,
        rule: { kind: 'bands', bands: [{ atLeast: '100', points: '2.5' }, ...bands] },
        tasks: { codes: [`t.${i - 16}`] },
        scorer: 'computed',
      };
    return { ...base, rule: { kind: 'manual' }, scorer: 'office' };
  });
  const parts = [0, 1, 2, 3].map((no) => ({
    code: `P${no}`,
    name: `第 ${no + 1} 部分`,
    marks: '25',
    criteria: criteria.slice(no * 10, no * 10 + 10),
  }));
  return { year: YEAR, title, definition: { fullMarks: '100', parts } };
}
