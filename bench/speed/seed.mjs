/** What the speed is measured on, beside the country: its boards and feeds, reports of a year, tasks that are reported on, and sessions. */
import { createHash, randomBytes } from 'node:crypto';
import { seedCountry, YEAR } from '../country.mjs';

/** Tasks that wait for a report, all together; a load reports on each of them once. */
const TO_REPORT = 60_000;
/** Districts that report, beside those whose boards and desks are read: these are no fuller than in life. */
const REPORTING = 30;
/** Only so many of the districts have people who are signed in. */
const READING = 300;
const reporting = `select * from trade_union where tier = 'district' order by code desc limit ${REPORTING}`;
const readingIds = `select id from trade_union where tier = 'district' and id not in (select id from (${reporting}) r) order by code limit ${READING}`;

const given = `'年度重点任务', 'S05', '', '职工', '人', 'stock', 0`;
const columns = `district_id, id, root_id, parent_id, union_id, assigner_id, path, tier, year, title, programme, description,
  measure_name, measure_unit, measure_kind, measure_decimals, target, strength, weight, start_on, due_on, evidence_rule, status, created_by`;

/** As many trees of tasks in each reporting district as bring about the tasks to report on. */
const toReport = () => {
  const trees = Math.ceil(TO_REPORT / (216 * REPORTING));
  const dates = `'${YEAR}-01-01', '${YEAR}-12-31', 'none', 'signed'`;
  return [
    `insert into task (${columns})
     select d.id, t.id, t.id, null, d.id, d.id, d.path, 'district', ${YEAR - 1}, ${given}, 22000, 'floor', 1, ${dates}, d.id
     from (${reporting}) d,
       lateral (select gen_random_uuid() as id from generate_series(1, ${trees}) no where d.id is not null) t order by d.code`,
    ...['subdistrict', 'community'].map(
      (tier, no) => `insert into task (${columns})
       select t.district_id, gen_random_uuid(), t.root_id, t.id, u.id, t.union_id, u.path, u.tier, t.year, ${given}, ${no === 0 ? 2000 : 100},
         'floor', 1, ${dates}, t.created_by
       from task t join trade_union u on u.district_id = t.district_id and u.parent_id = t.union_id
       where t.year = ${YEAR - 1} and u.tier = '${tier}' order by t.id, u.code`,
    ),
  ];
};

const boards = [
  `insert into platform.union_card (district_id, union_id, seq, parent_id, tier, code, name, path, opened_on)
   select district_id, id, 0, parent_id, tier, code, name, path, opened_on from trade_union`,
  `insert into platform.task_board (district_id, task_id, parent_id, root_id, union_id, assigner_id, path, tier, year, code, title,
     programme, measure, target, weight, start_on, due_on, status, signed_at, task_seq, own_done, done, children, below_on_time, timeliness, told_light, light_on)
   select t.district_id, t.id, t.parent_id, t.root_id, t.union_id, t.assigner_id, t.path, t.tier, t.year, t.code, t.title, t.programme,
     jsonb_build_object('name', t.measure_name, 'unit', t.measure_unit, 'kind', t.measure_kind, 'decimals', t.measure_decimals),
     t.target, t.weight, t.start_on, t.due_on, t.status, t.created_at, 0, l.own_done, coalesce(l.done, 0),
     c.children, c.reported,
     case when l.own_done is not null then 'on_time' end, l.light, '${YEAR}-06-30'
   from task t left join task_light l on l.district_id = t.district_id and l.task_id = t.id, lateral (
     select count(*) as children, count(m.own_done) as reported
     from task c left join task_light m on m.district_id = c.district_id and m.task_id = c.id
     where c.district_id = t.district_id and c.parent_id = t.id) c
   order by t.district_id, t.parent_id, t.path`,
  // every district was announced once
  `insert into live.board_version (district_id, changed_by) select id, pg_current_xact_id() from trade_union where tier = 'district'`,
  `insert into platform.standing (district_id, year, union_id, tasks, weight, done, handed_in, completion, provisional, on_time, late)
   select district_id, year, union_id, count(*), sum(weight), sum(weight * least(done / target, 1)), sum(weight * least(done / target, 1)),
     round(avg(least(done / target, 1)) * 100, 2), round(avg(least(done / target, 1)) * 100, 2),
     count(*) filter (where timeliness = 'on_time'), 0
   from platform.task_board group by 1, 2, 3`,
];

/** The three quarters behind: reports that were accepted long ago; the country's own is the latest of them. */
const yearBehind = `
  insert into progress_report (district_id, id, task_id, union_id, path, no, as_of, done, status, timeliness, judged_due_on,
    submitted_at, created_by)
  select r.district_id, gen_random_uuid(), r.task_id, r.union_id, r.path, 1 + q, make_date(${YEAR}, 1, 31) + q, r.done / 4, 'accepted', 'on_time',
    r.judged_due_on, r.submitted_at, r.created_by
  from progress_report r, generate_series(1, 3) q where r.no = 1 and r.as_of = '${YEAR}-06-20'`;

const feed = [
  `insert into platform.feed_entry (district_id, seq, name, union_id, occurred_at, subject)
   select district_id, -row_number() over (), 'progress.accepted', union_id, timestamptz '${YEAR}-06-20' + random() * interval '90 days',
     jsonb_build_object('taskId', task_id, 'reportId', id, 'words', jsonb_build_object('title', '年度重点任务', 'unit', '人', 'done', done::text))
   from progress_report where no = 1`,
  `insert into platform.feed_reader (district_id, union_id, occurred_at, seq)
   select e.district_id, reader, e.occurred_at, e.seq
   from platform.feed_entry e join trade_union c on c.district_id = e.district_id and c.id = e.union_id
     join trade_union s on s.district_id = c.district_id and s.id = c.parent_id,
     lateral (values (c.id), (s.id), (s.parent_id)) v(reader)`,
];

/** Fills an empty database and answers who is signed in. */
export async function seed(client, districts, log) {
  const [roots, shares, leaves] = toReport();
  const tasks = { 'tasks to report on': roots, 'their shares': shares, 'their leaves': leaves };
  const more = {
    'a year of reports': yearBehind,
    ...Object.fromEntries(boards.map((sql, no) => [`boards ${no + 1}`, sql])),
    ...Object.fromEntries(feed.map((sql, no) => [`feed ${no + 1}`, sql])),
  };
  // lights as of today: else the clock would turn them beside the load
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  await seedCountry(client, districts + REPORTING, log, tasks, more, today);
  await client.query(
    `with file as (insert into evidence_file (sha256, size, media_type) values ('${'a'.repeat(64)}', 100, 'application/pdf') returning sha256)
     insert into evidence (district_id, id, report_id, sha256, name, created_by)
     select distinct on (r.union_id) r.district_id, gen_random_uuid(), r.id, f.sha256, '签到表.pdf', r.created_by
     from file f, progress_report r where r.district_id in (select id from (${reporting}) b)`,
  );
}

/** A session each for the officers of the reporting districts and of up to `READING` others, with what a call needs. */
export async function signIn(client) {
  const { rows } = await client.query(
    `with busy as (${reporting}), proof as (
       select distinct on (r.union_id) r.union_id, e.id from evidence e join progress_report r on r.district_id = e.district_id and r.id = e.report_id
       where e.district_id in (select id from busy))
     select o.district_id as district, o.id as officer, u.id as "union", u.parent_id as parent, u.tier, o.district_id in (select id from busy) as reports,
       proof.id as evidence
     from officer o join trade_union u on u.district_id = o.district_id and u.id = o.union_id left join proof on proof.union_id = u.id
     where o.district_id in (select id from busy) or o.district_id in (${readingIds})
     order by u.code`,
  );
  const people = rows.map((row) => ({ ...row, token: randomBytes(32).toString('base64url') }));
  await client.query(
    `insert into session (token_hash, id, district_id, officer_id, network, expires_at)
     select decode(h, 'hex'), gen_random_uuid(), d::uuid, o::uuid, '127.0.0.1', now() + interval '10 hours'
     from unnest($1::text[], $2::text[], $3::text[]) as g(h, d, o)`,
    [
      people.map(({ token }) => createHash('sha256').update(token).digest('hex')),
      people.map((p) => p.district),
      people.map((p) => p.officer),
    ],
  );
  return people;
}

/** The tasks that wait for a report, with who may report on them. */
export async function tasksToReport(client, people) {
  const byUnion = new Map(
    people.filter(({ tier, reports }) => reports && tier === 'community').map((person) => [person.union, person]),
  );
  const { rows } = await client.query(
    `select t.id, t.union_id as "union" from task t where t.year = ${YEAR - 1} and t.tier = 'community'
       and not exists (select 1 from progress_report r where r.district_id = t.district_id and r.task_id = t.id and r.status <> 'accepted')
     order by hashtext(t.id::text)`,
  );
  return rows.map(({ id, union }) => ({ id, person: byUnion.get(union) })).filter(({ person }) => person !== undefined);
}

/** Reports that wait for review, made by SQL: as many as are asked for, with who may decide on them. */
export async function reportsToReview(client, people, many) {
  const byUnion = new Map(people.filter(({ tier }) => tier === 'subdistrict').map((person) => [person.union, person]));
  const { rows } = await client.query(
    `with chosen as (
       select t.* from task t where t.year = ${YEAR - 1} and t.tier = 'community'
         and not exists (select 1 from progress_report r where r.district_id = t.district_id and r.task_id = t.id and r.status <> 'accepted')
         and not exists (select 1 from floor.progress_report r where r.district_id = t.district_id and r.task_id = t.id and r.status <> 'accepted')
       order by hashtext(t.id::text) limit $1
     ), report as (
       insert into progress_report (district_id, id, task_id, union_id, path, no, as_of, done, status, timeliness, judged_due_on, submitted_at, created_by)
       select district_id, gen_random_uuid(), id, union_id, path, 1 + greatest((select coalesce(max(no), 0) from progress_report p where p.district_id = c.district_id and p.task_id = c.id),
           (select coalesce(max(no), 0) from floor.progress_report p where p.district_id = c.district_id and p.task_id = c.id)),
         current_date, 20, 'submitted', 'on_time', due_on, now(), union_id from chosen c returning *
     ), bare as (insert into floor.progress_report select * from report)
     select r.id, c.assigner_id as assigner from report r join chosen c on c.id = r.task_id`,
    [many],
  );
  return rows.map(({ id, assigner }) => ({ id, person: byUnion.get(assigner) }));
}

/** Tasks that sub-districts have signed for and not divided yet, each with the communities it goes to. */
export async function tasksToAssign(client, people, many) {
  const byUnion = new Map(people.filter(({ tier }) => tier === 'subdistrict').map((person) => [person.union, person]));
  const { rows } = await client.query(
    `with root as (
       insert into task (${columns})
       select d.id, t.id, t.id, null, d.id, d.id, d.path, 'district', ${YEAR - 2}, ${given}, 22000, 'floor', 1, '${YEAR}-01-01',
         '${YEAR}-12-31', 'none', 'signed', d.id
       from (${reporting}) d, lateral (select gen_random_uuid() as id from generate_series(1, $1) no where d.id is not null) t
       returning *
     ), made as (
       insert into task (${columns})
       select r.district_id, gen_random_uuid(), r.id, r.id, u.id, r.union_id, u.path, u.tier, ${YEAR - 2}, ${given}, 2000, 'floor', 1,
         '${YEAR}-01-01', '${YEAR}-12-31', 'none', 'signed', r.created_by
       from root r join trade_union u on u.district_id = r.district_id and u.parent_id = r.union_id
       returning id, union_id, district_id
     )
     select m.id, m.union_id as "union", (select json_agg(c.id) from trade_union c where c.district_id = m.district_id and c.parent_id = m.union_id) as below
     from made m`,
    [Math.ceil(many / (REPORTING * 14))],
  );
  return rows.map(({ id, union, below }) => ({ id, below, person: byUnion.get(union) }));
}
