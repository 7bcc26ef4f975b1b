/** How many of the reporting tasks directly below a task are on time or late (按时率): counted with its sums, not at each ranking. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BelowOnTime1763900000211 implements MigrationInterface {
  name = 'BelowOnTime1763900000211';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table platform.task_board add column below_on_time integer not null default 0, add column below_late integer not null default 0;
      update platform.task_board b set below_on_time = c.on_time, below_late = c.late
      from (
        select district_id, parent_id, sum((timeliness = 'on_time')::int) as on_time, sum((timeliness = 'late')::int) as late
        from platform.task_board where parent_id is not null and status <> 'withdrawn' and timeliness is not null group by 1, 2
      ) c where b.district_id = c.district_id and b.task_id = c.parent_id
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
