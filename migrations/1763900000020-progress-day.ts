/** How far each task's own work was accepted on each day: for trends and for the rank of an earlier day. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ProgressDay1763900000020 implements MigrationInterface {
  name = 'ProgressDay1763900000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.progress_day (
        district_id uuid not null,
        task_id uuid not null,
        day date not null,
        own_done numeric(19, 4) not null,
        seq bigint not null,
        primary key (district_id, task_id, day)
      );
      insert into platform.progress_day (district_id, task_id, day, own_done, seq)
      select distinct on (district_id, task, day) district_id, task, day, done, seq from (
        select district_id, seq, (body #>> '{reporting,taskId}')::uuid as task, (body #>> '{reporting,acceptedDone}')::numeric as done,
          (occurred_at at time zone 'Asia/Shanghai')::date as day
        from outbox_message where name = 'progress.accepted' and projected_at is not null) accepted
      where done is not null
      order by district_id, task, day, seq desc;

      alter table platform.standing add column provisional numeric(7, 2);
      update platform.standing s set provisional = (
        select round(100 * sum(b.weight * least(greatest(b.done + b.pending, 0) / b.target, 1)) / nullif(sum(b.weight), 0), 2)
        from platform.task_board b where b.district_id = s.district_id and b.union_id = s.union_id and b.year = s.year
          and b.status <> 'withdrawn' and b.target > 0);

      create index report_step_accepted on report_step (district_id, at desc, report_id) where kind = 'accepted';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
