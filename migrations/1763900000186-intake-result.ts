/** Imports (批量导入): all rows or only the good ones, what became of each row, and faults by the name of their field. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IntakeResult1763900000186 implements MigrationInterface {
  name = 'IntakeResult1763900000186';

  async up(runner: QueryRunner): Promise<void> {
    // a row of results is a batch of rows: two hundred thousand rows of their own would weigh more than what they tell
    await runner.query(`
      alter table intake
        add column row_choice text not null default 'good' check (row_choice in ('good', 'all')),
        add column checking boolean not null default false,
        add column skipped integer not null default 0 check (skipped >= 0),
        drop constraint intake_check,
        add constraint intake_counts check (created + changed + unchanged + faulty + skipped = done);
      alter table intake_fault add column field text;
      create table intake_result (
        district_id uuid not null,
        intake_id uuid not null,
        done_before integer not null,
        rows integer[] not null,
        outcomes text not null,
        primary key (district_id, intake_id, done_before),
        foreign key (district_id, intake_id) references intake (district_id, id),
        check (cardinality(rows) = length(outcomes))
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
