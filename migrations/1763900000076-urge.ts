/** Urging by hand (催办): the words, and whom they were for: at most once a day for each task and officer. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Urge1763900000076 implements MigrationInterface {
  name = 'Urge1763900000076';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table urge (
        district_id uuid not null,
        id uuid not null,
        task_id uuid not null,
        words text not null check (words <> ''),
        urgent boolean not null,
        urged_by uuid not null,
        urged_at timestamptz not null,
        primary key (district_id, id),
        foreign key (district_id, task_id) references task (district_id, id),
        foreign key (district_id, urged_by) references officer (district_id, id)
      );
      create index urge_task on urge (task_id, district_id, urged_at desc);

      create table urge_officer (
        district_id uuid not null,
        task_id uuid not null,
        urged_on date not null,
        officer_id uuid not null,
        urge_id uuid not null,
        message_id uuid,
        primary key (district_id, task_id, urged_on, officer_id),
        foreign key (district_id, urge_id) references urge (district_id, id),
        foreign key (district_id, officer_id) references officer (district_id, id)
      );
      create index urge_officer_urge on urge_officer (urge_id, district_id);
      create index urge_officer_waiting on urge_officer (officer_id, district_id) where message_id is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only: restore a backup instead.');
  }
}
