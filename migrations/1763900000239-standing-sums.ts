/** What the completion of a standing is made of, so that a report moves it without counting a union's tasks anew. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StandingSums1763900000239 implements MigrationInterface {
  name = 'StandingSums1763900000239';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table platform.standing add column weight numeric, add column done numeric not null default 0,
        add column handed_in numeric not null default 0;
      update platform.standing s set weight = b.weight, done = b.done, handed_in = b.handed_in
      from (
        select district_id, year, union_id, nullif(sum(weight), 0) as weight,
          sum(weight * least(greatest(done, 0) / target, 1)) as done,
          sum(weight * least(greatest(done + pending, 0) / target, 1)) as handed_in
        from platform.task_board where status <> 'withdrawn' and target > 0 group by district_id, year, union_id) b
      where s.district_id = b.district_id and s.year = b.year and s.union_id = b.union_id;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
