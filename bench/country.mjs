/** A made-up country by SQL: districts with 14 sub-districts and 216 communities each, four or five tasks handed down to all. */
export const YEAR = 2026;

/** Rows are made without triggers and foreign keys, one kind at a time; the keys are checked afterwards, all rows at once. */
export async function seedCountry(client, districts, log, tasks = {}, more = {}, day = `${YEAR}-06-30`) {
  const tables = ['trade_union', 'officer', 'task', 'progress_report'];
  const { rows: keys } = await client.query(
    `select conrelid::regclass::text as "table", conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and conrelid::regclass::text = any($1)`,
    [tables],
  );
  const all = {
    ...Object.fromEntries(
      keys.map(({ table, name }) => [`without ${name}`, `alter table ${table} drop constraint ${name}`]),
    ),
    ...Object.fromEntries(tables.map((table) => [`quiet ${table}`, `alter table ${table} disable trigger user`])),
    ...statements(districts),
    ...tasks,
    ...lightStatements(day),
    ...more,
    ...Object.fromEntries(tables.map((table) => [`awake ${table}`, `alter table ${table} enable trigger user`])),
    ...Object.fromEntries(
      keys.map(({ table, name, definition }) => [
        `with ${name}`,
        `alter table ${table} add constraint ${name} ${definition}`,
      ]),
    ),
    statistics: 'vacuum analyze',
  };
  for (const [what, sql] of Object.entries(all)) {
    const from = performance.now();
    await client.query(sql);
    const seconds = (performance.now() - from) / 1000;
    if (seconds > 1) log(`${what}: ${seconds.toFixed(1)} s`);
  }
}

const path = (id) => `replace(${id}::text, '-', '')`;
const columns = `district_id, id, root_id, parent_id, union_id, assigner_id, path, tier, year, code, title, programme, description,
  measure_name, measure_unit, measure_kind, measure_decimals, target, strength, weight, start_on, due_on, evidence_rule, status,
  created_by, created_at`;
const named = `'年度重点任务', 'S05', '', '职工', '人', 'stock', 0`;

const statements = (districts) => ({
  districts: `
    insert into trade_union (district_id, id, parent_id, tier, code, name, path, opened_on, version)
    select id, id, null, 'district', 'D' || no, '第' || no || '区总工会', ${path('id')}::ltree, '2010-01-01', 1
    from (select no, gen_random_uuid() as id from generate_series(1, ${districts}) no) d`,
  'sub-districts': `
    insert into trade_union (district_id, id, parent_id, tier, code, name, path, opened_on, version)
    select d.id, s.id, d.id, 'subdistrict', d.code || '.' || s.no, d.name || s.no, d.path || ${path('s.id')}::ltree, '2010-01-01', 1
    from trade_union d, lateral (select no, gen_random_uuid() as id from generate_series(1, 14) no where d.id is not null) s
    where d.tier = 'district' and d.code ~ '^D[0-9]'`,
  communities: `
    insert into trade_union (district_id, id, parent_id, tier, code, name, path, opened_on, version)
    select s.district_id, c.id, s.id, 'community', s.code || '.' || c.no, s.name || '-' || c.no, s.path || ${path('c.id')}::ltree,
      '2010-01-01', 1
    from trade_union s, lateral (
      select no, gen_random_uuid() as id from generate_series(1, 15 + (abs(hashtext(s.code)) % 8 < 3)::int) no where s.id is not null) c
    where s.tier = 'subdistrict' and s.code ~ '^D[0-9]'`,
  officers: `
    insert into officer (district_id, id, union_id, account, name, role, password_hash, must_change_password, active, version, acts_since)
    select district_id, id, id, 'bench.' || lower(code), name, 'administrator', 'x', false, true, 1, '${YEAR}-01-01' from trade_union
    where code ~ '^D[0-9]'`,
  'tasks of districts': `
    insert into task (${columns})
    select d.id, t.id, t.id, null, d.id, d.id, d.path, 'district', ${YEAR}, null, ${named}, 22000, 'floor', 1,
      make_date(${YEAR}, 1, 1) + (7 * no), make_date(${YEAR}, 12, 31) - (abs(hashtext(t.id::text)) % 150), 'none', 'signed', d.id, '${YEAR}-01-02'
    from trade_union d, lateral (
      select no, gen_random_uuid() as id from generate_series(1, case when abs(hashtext(d.code)) % 20 < 11 then 5 else 4 end) no) t
    where d.tier = 'district' and d.code ~ '^D[0-9]'`,
  'shares of sub-districts': `
    insert into task (${columns})
    select t.district_id, gen_random_uuid(), t.id, t.id, u.id, t.union_id, u.path, 'subdistrict', t.year, null, ${named}, 2000, 'floor', 1,
      t.start_on, t.due_on, 'none', 'signed', t.created_by, '${YEAR}-01-02'
    from task t join trade_union u on u.district_id = t.district_id and u.parent_id = t.union_id where t.tier = 'district'
    order by t.district_id, t.id, u.code`,
  'shares of communities': `
    insert into task (${columns})
    select t.district_id, gen_random_uuid(), t.root_id, t.id, u.id, t.union_id, u.path, 'community', t.year, null, ${named}, 100, 'floor', 1,
      t.start_on, t.due_on - (abs(hashtext(u.id::text)) % 30), 'none', 'signed', t.created_by, '${YEAR}-01-02'
    from task t join trade_union u on u.district_id = t.district_id and u.parent_id = t.union_id where t.tier = 'subdistrict'
    order by t.district_id, t.id, u.code`,
  'accepted reports': `
    insert into progress_report (district_id, id, task_id, union_id, path, no, as_of, done, status, timeliness, judged_due_on,
      submitted_at, created_by)
    select district_id, gen_random_uuid(), id, union_id, path, 1, '${YEAR}-06-20', abs(hashtext(id::text)) % 80, 'accepted', 'on_time',
      due_on, now(), created_by
    from task where tier = 'community' and abs(hashtext(id::text || 'r')) % 10 < 8`,
});

/** Every light as the evening of a day left it, which is that before the middle of the year if nobody says another: sums, colour and the day on which it turns. */
const lightStatements = (day) => ({
  'lights of communities': `
    insert into task_light (district_id, task_id, parent_id, union_id, own_done, done)
    select t.district_id, t.id, t.parent_id, t.union_id, r.done, coalesce(r.done, 0)
    from task t left join progress_report r on r.district_id = t.district_id and r.task_id = t.id where t.tier = 'community'
    order by t.district_id, t.parent_id, t.path`,
  'lights of sub-districts': lightsAbove('subdistrict'),
  'lights of districts': lightsAbove('district'),
  colours: `
    update task_light l set light = c.light, reason = 'onPlan', behind = 0, since = now(), rule_no = 0, turn_on = case c.light
        when 'green' then least(c.due_on + 1, c.stalls, c.start_on + ceil((c.progress + 10) * c.days / 100)::int - 1)
        when 'yellow' then least(c.due_on + 1, c.stalls, c.start_on + floor((c.progress + 30) * c.days / 100)::int) end
    from (
      select *, case when behind > 30 or stalls <= '${day}' then 'red' when behind >= 10 then 'yellow' else 'green' end as light
      from (
        select l.district_id, l.task_id, t.start_on, t.due_on, t.due_on - t.start_on + 1 as days, 100 * l.done / t.target as progress,
          case when l.done = 0 then (t.start_on + interval '3 months')::date end as stalls,
          100.0 * ('${day}'::date - t.start_on + 1) / (t.due_on - t.start_on + 1) - 100 * l.done / t.target as behind
        from task_light l join task t on t.district_id = l.district_id and t.id = l.task_id) f
    ) c where l.district_id = c.district_id and l.task_id = c.task_id`,
});

function lightsAbove(tier) {
  return `
    insert into task_light (district_id, task_id, parent_id, union_id, done)
    select t.district_id, t.id, t.parent_id, t.union_id, coalesce(sum(l.done), 0)
    from task t left join task_light l on l.district_id = t.district_id and l.parent_id = t.id
    where t.tier = '${tier}' group by t.district_id, t.id, t.parent_id, t.union_id`;
}
