/** A district of 230 communities with forty tasks and 5,000 officers, written straight into the tables that are read. */
export const YEAR = 1990;
export const SIZE = { subdistricts: 10, communities: 230, tasks: 40, officers: 5_000 };

const seed = `
  with district as (select district_id as id, path from platform.union_card where tier = 'district' limit 1),
  street as (
    insert into platform.union_card (district_id, union_id, seq, parent_id, tier, code, name, path, opened_on)
    select d.id, u.id, 0, d.id, 'subdistrict', 'L' || u.no, '大街道' || u.no || '总工会',
      d.path || replace(u.id::text, '-', '')::ltree, '1980-01-01'
    from district d, (select no, gen_random_uuid() as id from generate_series(1, ${SIZE.subdistricts}) no) u
    returning district_id, union_id, path, code
  ), community as (
    insert into platform.union_card (district_id, union_id, seq, parent_id, tier, code, name, path, opened_on)
    select s.district_id, u.id, 0, s.union_id, 'community', 'L' || u.no, '大社区' || u.no || '工联会',
      s.path || replace(u.id::text, '-', '')::ltree, '1980-01-01'
    from (select no, gen_random_uuid() as id from generate_series(1, ${SIZE.communities}) no) u
    join street s on s.code = 'L' || (1 + u.no % ${SIZE.subdistricts})
    returning district_id, union_id, parent_id, path
  ), root as (
    select d.id as district_id, gen_random_uuid() as task_id, d.id as union_id, d.path, no
    from district d, generate_series(1, ${SIZE.tasks}) no
  ), share as (
    select s.district_id, gen_random_uuid() as task_id, r.task_id as parent_id, s.union_id, s.path, r.no, r.task_id as root_id
    from root r cross join street s
  ), leaf as (
    select c.district_id, gen_random_uuid() as task_id, s.task_id as parent_id, c.union_id, c.path, s.no, s.root_id
    from share s join community c on c.parent_id = s.union_id
  ), all_tasks as (
    select district_id, task_id, null::uuid as parent_id, task_id as root_id, union_id, path, 'district' as tier, no, 23000 as target from root
    union all select district_id, task_id, parent_id, root_id, union_id, path, 'subdistrict', no, 2300 from share
    union all select district_id, task_id, parent_id, root_id, union_id, path, 'community', no, 100 from leaf
  )
  insert into platform.task_board (district_id, task_id, parent_id, root_id, union_id, assigner_id, path, tier, year, code, title,
    programme, measure, target, weight, start_on, due_on, status, done, pending, children)
  select district_id, task_id, parent_id, root_id, union_id, union_id, path, tier, ${YEAR}, 'l.' || no, '年度重点任务第 ' || no || ' 项',
    'S05', '{"name":"职工","unit":"人","kind":"stock","decimals":0}', target, 1, current_date - 300, current_date + 65,
    case when hashtext(task_id::text) % 9 = 0 then 'assigned' else 'signed' end, round(target * (0.3 + 0.7 * random())), 0,
    case tier when 'community' then 0 else 1 end
  from all_tasks`;

const officers = `
  insert into officer (district_id, id, union_id, account, name, role, password_hash, must_change_password, active, version)
  select o.district_id, gen_random_uuid(), o.union_id, 'large.' || no, '干部' || no, 'viewer', o.password_hash, false, true, 1
  from (select * from officer where role = 'viewer' limit 1) o, generate_series(1, ${SIZE.officers}) no`;

export async function seedLargeDistrict(client) {
  await client.query(seed);
  await client.query(officers);
  await client.query('analyze');
}
